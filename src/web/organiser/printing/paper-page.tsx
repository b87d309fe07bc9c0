/** « Affiches et listes »: all that can be printed for one session, in one place. */
import { inOrder, type PrintedLogos } from '../../../domain/printing/logos';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Logos } from '../../ui/logos';
import { Notice } from '../../ui/notice';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';

export type PaperPageProps = SessionPage & {
  logos: PrintedLogos;
  /** The address of the speaker's list; null where there is none. */
  speakerUrl: string | null;
  /** Whether PDF files are written here. */
  pdf: boolean;
};

export function PaperPage({ logos, speakerUrl, pdf, ...page }: PaperPageProps) {
  const { t, href } = page.shell.reader;
  const text = t.outreach.printing;
  const { code } = page.view.session;
  const all = inOrder(logos);
  return (
    <SessionFrame {...page} tab="paper">
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <StateNotice {...page} />
      <h2>{text.posterTitle}</h2>
      <p>{text.posterText}</p>
      <Buttons>
        <ButtonLink href={href(links.poster(code))}>{text.sizes.a4}</ButtonLink>
        <ButtonLink href={href(links.flyer(code))} kind="secondary">
          {text.sizes.a5}
        </ButtonLink>
      </Buttons>
      {pdf ? (
        <p>
          {text.pdf} <a href={href(links.posterPdf(code))}>{text.sizes.a4}</a>
          {', '}
          <a href={href(links.flyerPdf(code))}>{text.sizes.a5}</a>
        </p>
      ) : (
        <p class="muted">{text.asPdf}</p>
      )}
      <h3>{text.logosTitle}</h3>
      {all.length ? <Logos logos={all} /> : <p>{text.noLogos}</p>}
      <p>
        <a href={href(links.logos())}>{text.toLogos}</a>
      </p>

      <h2>{text.sheetTitle}</h2>
      <p>{text.sheetText}</p>
      <form method="post" action={href(links.signInSheetPrint(code))}>
        <Button kind="secondary">{text.printSheet}</Button>
      </form>

      <SpeakerLink {...page} speakerUrl={speakerUrl} />
    </SessionFrame>
  );
}

/** What a printed QR code would lead to as things stand. */
function StateNotice({ shell, view }: SessionPage) {
  const text = shell.reader.t.outreach.printing;
  if (view.session.state === 'published') return null;
  return (
    <Notice tone="care">
      <p>{view.session.state === 'draft' ? text.draftNotice : text.cancelledNotice}</p>
    </Notice>
  );
}

function SpeakerLink({ shell, view, speakerUrl }: SessionPage & { speakerUrl: string | null }) {
  const { t, href } = shell.reader;
  const text = t.outreach.printing.speaker;
  const { code } = view.session;
  return (
    <section aria-labelledby="intervenant">
      <h2 id="intervenant">{text.linkTitle}</h2>
      <p>{text.linkText}</p>
      {speakerUrl ? (
        <>
          <p>
            <a href={speakerUrl}>{speakerUrl}</a>
          </p>
          <form method="post" action={href(links.speakerLinkEnd(code))}>
            <p>{text.endText}</p>
            <Button kind="warning">{text.end}</Button>
          </form>
        </>
      ) : (
        <form method="post" action={href(links.speakerLink(code))}>
          <Button kind="secondary">{text.make}</Button>
        </form>
      )}
    </section>
  );
}

/** All that is printed for a session, one press away from its overview. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { Survey } from '../../../domain/surveys/schema';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import type { Shell } from '../context';
import { momentSlugs } from '../surveys/moments';

export type PapersProps = {
  /** The address of the speaker's list; null where there is none. */
  speakerUrl: string | null;
  /** Those whose answers come in here: an imported one has no sheet. */
  surveys: readonly Pick<Survey, 'moment'>[];
};

export function Papers({
  shell,
  view,
  speakerUrl,
  surveys,
}: PapersProps & { shell: Shell; view: SessionView }) {
  const { t, href } = shell.reader;
  const { papers: text } = t.sessions;
  const { printing } = t.outreach;
  const { code, state } = view.session;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{text.title}</h2>
      {state === 'draft' && <p>{printing.draftNotice}</p>}
      <Buttons>
        {state !== 'cancelled' && (
          <>
            <ButtonLink kind="secondary" href={href(links.poster(code))}>
              {printing.sizes.a4}
            </ButtonLink>
            <ButtonLink kind="secondary" href={href(links.flyer(code))}>
              {printing.sizes.a5}
            </ButtonLink>
          </>
        )}
        <form method="post" action={href(links.signInSheetPrint(code))}>
          <Button kind="secondary">{printing.sheetTitle}</Button>
        </form>
        <ButtonLink kind="secondary" href={speakerUrl ?? `${href(links.paper(code))}#intervenant`}>
          {printing.speaker.linkTitle}
        </ButtonLink>
        {surveys.map(({ moment }) => (
          <ButtonLink
            kind="secondary"
            href={href(links.surveyPart(code, momentSlugs[moment], 'papier'))}
          >
            {text.questionnaire(t.surveys.moments[moment])}
          </ButtonLink>
        ))}
        {surveys.length === 0 && (
          <ButtonLink kind="secondary" href={href(links.surveys(code))}>
            {text.openQuestionnaire}
          </ButtonLink>
        )}
      </Buttons>
    </section>
  );
}

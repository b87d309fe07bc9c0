/** One signature, and what its end and its erasure change, before they do. */
import { mostCounted, type Signature } from '../../../domain/printing/read-signatures';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { SignaturePictures } from './signature-pictures';

export function SignaturePage({
  shell,
  signature,
  bearing,
}: {
  shell: Shell;
  signature: Signature;
  /** How many certificates bear it. */
  bearing: number;
}) {
  const { t, href } = shell.reader;
  const text = t.signatures;
  const { id, name, role, organisation, endedAt } = signature;
  const borne = bearing < mostCounted ? text.borne(bearing) : text.borneByMany(mostCounted);
  return (
    <OrganiserLayout shell={shell} title={text.oneTitle(name)}>
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <div class="narrow">
        <h1>{text.oneTitle(name)}</h1>
        <p>
          {role}, {organisation}
        </p>
        <div class="logos">
          <SignaturePictures t={t} signature={signature} />
        </div>
        <p>{borne}</p>
        {endedAt === null && (
          <>
            <h2>{text.endTitle}</h2>
            <p>{text.endText}</p>
            <form method="post" action={href(links.signatureEnd(id))}>
              <Button kind="secondary">{text.end}</Button>
            </form>
          </>
        )}
        <h2>{text.eraseTitle}</h2>
        <p>{text.eraseText(bearing)}</p>
        <form method="post" action={href(links.signatureErasure(id))}>
          <Buttons>
            <Button kind="warning">{text.erase}</Button>
            <ButtonLink kind="link" href={href(links.signatures())}>
              {text.back}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </OrganiserLayout>
  );
}

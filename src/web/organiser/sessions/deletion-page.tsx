/** Deleting a draft: what goes, and that nobody is told. */
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { SessionFrame, type SessionPage } from './session-frame';

export function DeletionPage({ shell, view, now }: SessionPage) {
  const { t, href } = shell.reader;
  const { deletion: text } = t.sessions;
  const { code, version } = view.session;
  return (
    <SessionFrame {...{ shell, view, now }} title={text.title}>
      <div class="narrow">
        <h2>{text.title}</h2>
        <Notice tone="danger">
          <p>
            <strong>{text.unseen}</strong>
          </p>
          <p>{text.final}</p>
        </Notice>
        <form method="post" action={href(links.draftDeletion(code))}>
          <input type="hidden" name="version" value={String(version)} />
          <Buttons>
            <Button kind="warning">{text.confirm}</Button>
            <ButtonLink kind="link" href={href(links.organiserSession(code))}>
              {text.keep}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </SessionFrame>
  );
}

/** After a change or a cancellation: who was not told by any message, and the list to call them by. */
import { links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { SessionPage } from './session-frame';

export function UntoldNotice({
  shell,
  view,
  untold,
}: Pick<SessionPage, 'shell' | 'view'> & { untold: number }) {
  const { t, href } = shell.reader;
  const text = t.registrants.phones;
  return (
    <Notice tone={untold > 0 ? 'care' : 'info'}>
      <p>{untold > 0 ? text.untoldNotice(untold) : text.toldNotice}</p>
      <Buttons>
        <ButtonLink kind="secondary" href={href(links.phoneList(view.session.code))}>
          {t.registrants.phoneList}
        </ButtonLink>
      </Buttons>
    </Notice>
  );
}

/** What cancelling will do, said before the button that does it. */
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ChangeLayout } from './change-layout';
import type { OwnProps } from './load-own';
import { StandingPanel } from './standing-panel';

export function CancellationPage(own: OwnProps) {
  const { reader, token, registration, colleagues, standing, may } = own;
  const { t, href } = reader;
  const { cancelPage } = t.registration;
  if (!may.cancel)
    return (
      <ChangeLayout own={own} title={cancelPage.title}>
        {standing === 'past' ? (
          <Notice>
            <p>{cancelPage.past}</p>
          </Notice>
        ) : (
          <StandingPanel {...own} isNotice />
        )}
      </ChangeLayout>
    );
  return (
    <ChangeLayout own={own} title={cancelPage.title}>
      <p>{cancelPage.what}</p>
      <ul>
        <li>{standing === 'waitlisted' ? cancelPage.rank : cancelPage.seat(registration.seats)}</li>
        {registration.calendarDays > 0 && <li>{cancelPage.calendar}</li>}
        <li>{cancelPage.reminders}</li>
      </ul>
      {colleagues.some((c) => c.state !== 'cancelled') && <p>{cancelPage.colleagues}</p>}
      <form method="post" action={href(links.cancellation(token))}>
        <Buttons>
          <Button kind="warning">{cancelPage.submit}</Button>
          <ButtonLink href={href(links.registration(token))} kind="secondary">
            {cancelPage.keep}
          </ButtonLink>
        </Buttons>
      </form>
    </ChangeLayout>
  );
}

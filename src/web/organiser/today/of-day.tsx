/** What takes place today: where and when, and one press to who is there. */
import type { SessionOfDay } from '../../../domain/catalogue/list-sessions-of-day';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { sayHours } from '../../../lib/dates';
import { links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';

export function OfDay({ shell, sessions }: { shell: Shell; sessions: readonly SessionOfDay[] }) {
  if (!sessions.length) return null;
  const { t } = shell.reader;
  return (
    <>
      <h2>{t.organiser.today.ofDay}</h2>
      {sessions.map((session) => (
        <SessionCard {...{ shell, session }} />
      ))}
    </>
  );
}

function SessionCard({ shell, session }: { shell: Shell; session: SessionOfDay }) {
  const { t, locale, timeZone, href } = shell.reader;
  const works = mayOrganise(shell.account);
  const { code, title } = session;
  return (
    <Notice>
      <p>
        <a href={href(works ? links.organiserSession(code) : links.session(code))}>{title}</a>
        <br />
        {[
          session.timed && sayHours(session, locale, timeZone),
          session.venue ?? (session.mode === 'online' && t.programme.modes.online),
          t.organiser.today.seats(session.seatsTaken, session.capacity),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {works && (
        <Buttons>
          <ButtonLink href={href(links.attendance(code))} kind="secondary">
            {t.organiser.today.attendance}
            <span class="unseen"> {title}</span>
          </ButtonLink>
          {session.mode !== 'online' && (
            <ButtonLink href={href(links.door(code))} kind="secondary">
              {t.attendance.tabs.door}
              <span class="unseen"> {title}</span>
            </ButtonLink>
          )}
        </Buttons>
      )}
    </Notice>
  );
}

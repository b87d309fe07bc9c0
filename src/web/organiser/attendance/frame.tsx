/**
 * What all attendance pages share: the session's name and hours, and the ways to take attendance. From
 * one to the other the page opens below these: on a phone they fill the screen.
 */
import type { PropsWithChildren } from 'hono/jsx';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { saySlot } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { SessionFrame } from '../sessions/session-frame';
import type { AttendanceShell } from './open-session';

const tabs = [
  ['list', links.attendance],
  ['door', links.door],
  ['sheet', links.signInSheet],
  ['headcount', links.headcount],
  ['video', links.connections],
  ['checkIn', links.checkInPoster],
  ['certificates', links.certificates],
] as const;

export type AttendanceTab = (typeof tabs)[number][0];

/** « jeudi 12 mars 2026, de 20 h à 22 h », or what is known instead. */
export function sayWhen({ session, slots }: SessionView, reader: Reader): string {
  const [first] = slots;
  if (!first || session.startsAt === null) return reader.t.attendance.noDate;
  const days = slots.map((slot) => saySlot(slot, reader.locale, reader.timeZone));
  return days.join(' ; ');
}

export function AttendanceFrame({
  shell,
  view,
  title,
  here,
  hasErrors,
  children,
}: PropsWithChildren<{
  shell: AttendanceShell;
  view: SessionView;
  title: string;
  here: AttendanceTab;
  hasErrors?: boolean;
}>) {
  const { t, href } = shell.reader;
  const error = hasErrors === undefined ? {} : { hasErrors };
  return (
    <SessionFrame {...{ shell, view, now: shell.now, title, ...error }} tab="attendance">
      <link rel="stylesheet" href={links.attendanceStylesheet()} />
      <nav class="tabs ways" aria-label={t.attendance.tabs.label}>
        <ul>
          {tabs
            .filter(([tab]) => tab !== 'video' || view.session.mode !== 'in_person')
            .map(([tab, link]) => (
              <li>
                <a
                  href={`${href(link(view.session.code))}#ici`}
                  aria-current={tab === here ? 'page' : undefined}
                >
                  {t.attendance.tabs[tab]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <h2 id="ici">{title}</h2>
      {children}
    </SessionFrame>
  );
}

/** The meetings of a year; the table is also the one on an action's page. */
import type { ListedMeeting } from '../../../domain/meetings/list-meetings';
import type { Meeting } from '../../../domain/meetings/schema';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { sayLocalDay } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { ButtonLink, Buttons } from '../../ui/button';
import { Table } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export function MeetingsPage({
  shell,
  meetings,
  year,
  years,
}: {
  shell: Shell;
  meetings: ListedMeeting[];
  year: number;
  years: number[];
}) {
  const { t, href } = shell.reader;
  const text = t.meetings;
  const total = meetings.reduce((sum, { meeting }) => sum + meeting.occurrences, 0);
  return (
    <OrganiserLayout shell={shell} title={`${text.title} ${year}`} here="meetings">
      <h1>
        {text.title} {year}
      </h1>
      <p>{text.intro}</p>
      {mayOrganise(shell.account) && (
        <Buttons>
          <ButtonLink href={href(links.newMeeting())}>{text.add}</ButtonLink>
        </Buttons>
      )}
      <Tabs
        label={text.years}
        items={years.map((one) => ({
          href: href(links.meetings(one)),
          label: one,
          here: one === year,
        }))}
      />
      {meetings.length > 0 && <p>{text.total(total)}</p>}
      <MeetingsTable shell={shell} meetings={meetings} withActions />
    </OrganiserLayout>
  );
}

/** « mardi 7 mars 2023 », or the year when the day was not noted. */
export function sayMeetingDate(meeting: Meeting, { t, locale }: Reader): string {
  if (meeting.heldOn === null) return t.meetings.noDate(meeting.year);
  return sayLocalDay(meeting.heldOn, locale);
}

export function MeetingsTable({
  shell,
  meetings,
  withActions = false,
}: {
  shell: Shell;
  meetings: ListedMeeting[];
  withActions?: boolean;
}) {
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.meetings;
  const date = (meeting: Meeting) => sayMeetingDate(meeting, reader);
  if (!meetings.length) return <p>{text.none}</p>;
  return (
    <Table
      stacks
      caption={text.title}
      captionUnseen
      rows={meetings}
      columns={[
        {
          head: text.date,
          cell: ({ meeting }) =>
            mayOrganise(shell.account) ? (
              <a href={href(links.meeting(meeting.id))}>{date(meeting)}</a>
            ) : (
              date(meeting)
            ),
        },
        {
          head: text.kind,
          cell: ({ meeting }) =>
            `${text.kinds[meeting.kind]}${meeting.occurrences > 1 ? ` × ${meeting.occurrences}` : ''}`,
        },
        { head: text.subject, cell: ({ meeting }) => meeting.subject },
        ...(withActions
          ? [
              {
                head: text.actions,
                cell: ({ actions }: ListedMeeting) =>
                  actions.map(({ title }) => <div>{title}</div>),
              },
            ]
          : []),
        {
          head: text.length,
          named: true,
          cell: ({ meeting }) =>
            meeting.durationMinutes !== null &&
            t.programme.duration(
              Math.floor(meeting.durationMinutes / 60),
              meeting.durationMinutes % 60,
            ),
        },
        { head: text.present, number: true, cell: ({ meeting }) => meeting.present },
        { head: text.excused, number: true, cell: ({ meeting }) => meeting.excused },
        {
          head: text.minutes,
          named: true,
          cell: ({ meeting }) => (meeting.hasMinutes ? text.minutesYes : text.minutesNo),
        },
      ]}
    />
  );
}

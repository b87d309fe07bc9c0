/** Meetings count once in the year, however many actions they served. */
import { type About, figure, type Line, measured } from './figure';
import type { Facts } from './load-facts';
import type { MeetingFact } from './meeting-facts';

const aboutMeeting = ({ id }: MeetingFact): About => ({ of: 'meeting', id });

export function meetingFigures(facts: Facts) {
  const { meetings } = facts;
  const noted = notedParticipations(facts);
  const covered = new Set(noted.flatMap(({ meetingIds }) => meetingIds));
  const counted = measured('meeting_participations', meetings, aboutMeeting, (meeting) =>
    meeting.present === null && covered.has(meeting.id) ? undefined : meeting.present,
  );
  const lines = noted.map(({ ids, value }): Line => ({ about: { of: 'actions', ids }, value }));
  return {
    meetings: measured('meetings', meetings, aboutMeeting, (m) => m.occurrences),
    meeting_minutes: measured('meeting_minutes', meetings, aboutMeeting, (m) =>
      m.minutes === null ? null : m.minutes * m.occurrences,
    ),
    meeting_participations: figure(
      'meeting_participations',
      [...counted.lines, ...lines],
      counted.unknown,
    ),
    minutes_written: measured('minutes_written', meetings, aboutMeeting, (m) =>
      m.hasMinutes ? 1 : undefined,
    ),
  };
}

/**
 * Participations that were noted for an action and not meeting by meeting. Actions that share the very
 * same meetings count once: the two of 30 May and 7 July 2023 served four. They are used only where
 * none of these meetings has a count of its own.
 */
function notedParticipations({ meetings, reported }: Facts) {
  const groups = new Map<string, { ids: number[]; value: number; meetingIds: number[] }>();
  for (const { actionId, key, number } of reported) {
    if (key !== 'meeting_participations' || actionId === null || number === null) continue;
    const own = meetings.filter((meeting) => meeting.actionIds.includes(actionId));
    if (own.some((meeting) => meeting.present !== null)) continue;
    const meetingIds = own.map((meeting) => meeting.id);
    const shared = meetingIds.length ? meetingIds.join(' ') : `action ${actionId}`;
    const group = groups.get(shared) ?? { ids: [], value: 0, meetingIds };
    group.ids.push(actionId);
    group.value = Math.max(group.value, number);
    groups.set(shared, group);
  }
  return [...groups.values()];
}

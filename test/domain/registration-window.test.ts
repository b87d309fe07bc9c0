import { expect, it } from 'vitest';
import { registrationStatus } from '../../src/domain/catalogue/registration-window';
import { hour, minute } from '../../src/lib/dates';
import { evening, now } from '../support/fixtures';

const session = {
  state: 'published',
  dateState: 'set',
  ...evening,
  publishedAt: now - hour,
  registrationOpensAt: null,
  registrationClosesAt: null,
} as const;
const statusAt = (at: number, values: Partial<Parameters<typeof registrationStatus>[0]> = {}) =>
  registrationStatus({ ...session, ...values }, at).status;

it('opens when it is published and closes when the first slot starts', () => {
  expect(registrationStatus(session, now)).toEqual({
    status: 'open',
    opensAt: now - hour,
    closesAt: evening.startsAt,
  });
  expect(statusAt(evening.startsAt - 1)).toBe('open');
  expect(statusAt(evening.startsAt)).toBe('closed');
  expect(statusAt(evening.endsAt - 1)).toBe('closed');
  expect(statusAt(evening.endsAt)).toBe('past');
});

it('keeps to the opening and the closing that the organiser set', () => {
  const set = { registrationOpensAt: now + hour, registrationClosesAt: now + 2 * hour };
  expect(statusAt(now + hour - 1, set)).toBe('not_yet');
  expect(statusAt(now + hour, set)).toBe('open');
  expect(statusAt(now + 2 * hour, set)).toBe('closed');
  expect(statusAt(evening.startsAt + minute, { registrationClosesAt: evening.endsAt })).toBe(
    'open',
  );
});

it('is never open for a session that is cancelled, without a date, over or not published', () => {
  expect(statusAt(now, { state: 'cancelled' })).toBe('cancelled');
  const undated = { startsAt: null, endsAt: null };
  expect(statusAt(now, { ...undated, dateState: 'to_be_determined' })).toBe('undated');
  expect(statusAt(now, { ...undated, dateState: 'unrecorded' })).toBe('past');
  expect(statusAt(now, { state: 'draft', publishedAt: null })).toBe('not_yet');
});

/**
 * What a report costs beside what it reads: a year of 300 sessions and 6,000 registrations, and one of a
 * quarter of it. Measured as the time of the processor, which other work on the machine does not lengthen.
 */
import { expect, it } from 'vitest';
import type { Facts, SessionFact } from '../../src/domain/reports/load-facts';
import { reportOf } from '../../src/domain/reports/year-report';
import { texts } from '../../src/i18n';
import { day } from '../../src/lib/dates';
import { toOdt } from '../../src/lib/odt';
import { workbookOf } from '../../src/web/organiser/reports/workbook';
import { yearDocument } from '../../src/web/organiser/reports/year-blocks';

const now = Date.UTC(2031, 11, 31);
const reader = {
  t: texts('fr'),
  locale: 'fr',
  timeZone: 'Europe/Paris',
  networkName: 'Réseau',
  baseUrl: '',
  href: (path: string) => path,
  chosen: false,
  path: '',
} as const;

function aYear(year: number, sessionCount: number, each: number): Facts {
  const sessions = Array.from({ length: sessionCount }, (_, n) => aSession(n + 1, year, each));
  return {
    scope: { year, timeZone: 'Europe/Paris' },
    now,
    sessions,
    actions: Array.from({ length: 30 }, (_, n) => ({
      id: n + 1,
      title: `Action ${n + 1}`,
      type: 'training' as const,
      audience: n % 2 ? ('public' as const) : ('professionals' as const),
      networks: ['CLS', 'PLAS'],
      carriers: [`Porteur ${n % 7}`],
      carrierIds: [n % 7],
    })),
    meetings: [],
    handouts: [],
    loans: [],
    people: sessions.flatMap(({ id }) =>
      Array.from({ length: each }, (_, n) => ({
        sessionId: id,
        seats: 1,
        person: `p${(id * each + n) % 2500}@exemple.fr`,
        profession: `Métier ${n % 56}`,
        organisation: `Structure ${(id + n) % 92}`,
      })),
    ),
    surveys: [],
    reported: [],
  };
}

const aSession = (id: number, year: number, each: number): SessionFact => ({
  id,
  code: `S${id}`,
  actionId: (id % 30) + 1,
  title: `Séance ${id}`,
  startsAt: Date.UTC(year, 0, 2) + id * day,
  occurrences: 1,
  capacity: 20,
  mode: 'in_person',
  venueId: id % 40,
  venue: `Lieu ${id % 40}`,
  town: `Commune ${id % 25}`,
  territory: null,
  standing: 'held',
  moved: false,
  awaited: each,
  absent: 0,
  excused: 0,
  unnoted: 0,
  waiting: 1,
  present: {
    sessionId: id,
    named: each,
    walkIns: 0,
    counted: 0,
    participations: each,
    beneficiaries: null,
    unspecified: 0,
    headcounts: [],
    minutes: 120 * each,
    minutesHeld: 120,
    taken: true,
  },
});

/** The least of some runs, in ms of the processor. */
function cost(work: () => unknown): number {
  const runs = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

it('works out a year of 300 sessions and 6,000 registrations in bounded time, and writes it', () => {
  const [year, before] = [aYear(2031, 300, 20), aYear(2030, 300, 20)];
  const [report, last] = [reportOf(year, before), reportOf(before, null)];
  expect(report.figures.find(({ key }) => key === 'participations')?.value).toBe(6000);
  const telling = { reader, place: { year: 2031 }, report, before: last };
  const title = { title: '', author: '', language: 'fr', at: now, of: 'sur' };
  // Five times what a small machine takes.
  expect(cost(() => reportOf(year, before))).toBeLessThan(40);
  expect(cost(() => yearDocument(telling, []))).toBeLessThan(45);
  expect(cost(() => workbookOf(report, last, reader))).toBeLessThan(50);
  expect(cost(() => toOdt({ ...title, blocks: yearDocument(telling, []) }))).toBeLessThan(50);
  // A copy of it stays far from what a row may hold.
  expect(JSON.stringify(report).length).toBeLessThan(1_000_000);
});

it('takes four times as long for four times as much, and not sixteen', () => {
  const [large, small] = [aYear(2031, 300, 20), aYear(2031, 75, 20)];
  expect(cost(() => reportOf(large, null))).toBeLessThan(8 * cost(() => reportOf(small, null)));
});

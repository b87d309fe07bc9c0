import { expect, it } from 'vitest';
import { byDay, saySlot, toInstant, toLocal } from '../../src/lib/dates';

const paris = 'Europe/Paris';

it('says dates as people do', () => {
  const span = {
    startsAt: toInstant('2023-05-25T20:00', paris),
    endsAt: toInstant('2023-05-25T22:00', paris),
  };
  expect(saySlot(span, 'fr', paris)).toBe('jeudi 25 mai 2023, de 20 h à 22 h');
  expect(saySlot(span, 'en', paris)).toBe('Thursday 25 May 2023, from 8 pm to 10 pm');
  expect(
    saySlot(
      {
        startsAt: toInstant('2024-06-01T09:30', paris),
        endsAt: toInstant('2024-06-01T12:05', paris),
      },
      'fr',
      paris,
      toInstant('2024-01-01T00:00', paris),
    ),
  ).toBe('samedi 1er juin, de 9 h 30 à 12 h 05');
});

it('keeps the hour that people typed, on both sides of a daylight-saving change', () => {
  for (const local of [
    '2026-03-28T20:00',
    '2026-03-29T20:00',
    '2026-10-24T20:00',
    '2026-10-25T20:00',
  ])
    for (const zone of [paris, 'America/Toronto'])
      expect(toLocal(toInstant(local, zone), zone)).toBe(local);
  // 02:30 does not exist on 29 March 2026 in Paris, and comes twice on 25 October.
  expect(toLocal(toInstant('2026-03-29T02:30', paris), paris)).toBe('2026-03-29T03:30');
  expect(toInstant('2026-10-25T02:30', paris)).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

it('gathers the slots of a two-day training by day', () => {
  const slot = (from: string, to: string) => ({
    startsAt: toInstant(from, paris),
    endsAt: toInstant(to, paris),
  });
  const days = byDay(
    [
      slot('2023-12-06T09:00', '2023-12-06T12:30'),
      slot('2023-12-06T13:30', '2023-12-06T17:00'),
      slot('2023-12-07T09:00', '2023-12-07T12:30'),
    ],
    paris,
  );
  expect(days.map((d) => [d.date, toLocal(d.endsAt, paris), d.slots.length])).toEqual([
    ['2023-12-06', '2023-12-06T17:00', 2],
    ['2023-12-07', '2023-12-07T12:30', 1],
  ]);
});

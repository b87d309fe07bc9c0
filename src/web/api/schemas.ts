/**
 * What the JSON API takes and gives. The routes check with these schemas and the OpenAPI document is
 * made from them, so neither can say what the other does not.
 */
import * as v from 'valibot';
import { listStatuses, maxPage } from '../../domain/catalogue/list-sessions';
import { actionTypes, audiences, modes } from '../../domain/catalogue/schema';
import { readInstant } from './instants';

const described = <S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

const Instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.description('An instant in UTC (RFC 3339).'),
  v.examples(['2026-03-12T19:00:00.000Z']),
);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const sessionStatuses = ['upcoming', 'past', 'undated', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const Session = v.object({
  code: described(v.string(), 'Names the session for good; can be dictated.'),
  title: v.string(),
  action: described(
    v.object({
      title: v.string(),
      type: v.picklist(actionTypes),
      target: v.string(),
      topics: v.array(v.string()),
      carriers: described(v.array(v.string()), 'The organisations that carry the action.'),
    }),
    'The project of the network that the session belongs to.',
  ),
  status: described(
    v.picklist(sessionStatuses),
    'upcoming until the last slot ends, then past; undated while the date is to be determined.',
  ),
  audience: v.picklist(audiences),
  mode: v.nullable(v.picklist(modes)),
  venue: v.nullable(
    v.object({
      name: v.string(),
      address: v.nullable(v.string()),
      town: v.nullable(v.string()),
    }),
  ),
  slots: described(
    v.array(v.object({ startsAt: Instant, endsAt: Instant })),
    'In order of time; empty while undated.',
  ),
  timeZone: described(v.string(), 'The IANA zone in which people read the instants.'),
  capacity: described(v.nullable(Count), 'null when the session is open to all.'),
  seatsTaken: Count,
  seatsLeft: described(v.nullable(Count), 'null when the session is open to all.'),
  waiting: described(Count, 'Registrations on the waiting list.'),
  registration: v.object({
    opensAt: v.nullable(Instant),
    closesAt: v.nullable(Instant),
    open: described(
      v.boolean(),
      'Whether people can register now. A full session stays open: they join its waiting list.',
    ),
  }),
  url: v.pipe(v.string(), v.url(), v.description('The page where people read and register.')),
});

export const SessionList = v.object({
  sessions: v.array(Session),
  nextCursor: described(v.nullable(v.string()), 'Asks for the next page; null on the last.'),
});

export const Problem = v.pipe(
  v.object({
    type: v.literal('about:blank'),
    title: v.string(),
    status: v.pipe(v.number(), v.integer()),
    detail: v.optional(v.string()),
    errors: v.optional(v.array(v.object({ parameter: v.string(), detail: v.string() }))),
  }),
  v.description('Problem details (RFC 9457).'),
);

const Moment = (text: string) =>
  v.pipe(
    v.string(),
    v.check((value) => readInstant(value, 'UTC') !== null, 'is neither a day nor an instant'),
    v.description(text),
    v.examples(['2026-03-12', '2026-03-12T19:00:00Z']),
  );

export const ListQuery = v.object({
  from: v.optional(
    Moment('Sessions that are not over at this instant, or at the start of this local day.'),
  ),
  to: v.optional(
    Moment('Sessions that have begun before this instant, or by the end of this local day.'),
  ),
  audience: v.optional(v.picklist(audiences, `is none of ${audiences.join(', ')}`)),
  status: v.optional(
    v.pipe(
      v.picklist(listStatuses, `is none of ${listStatuses.join(', ')}`),
      v.description(
        'coming: not over yet, cancelled ones included, which is also what is listed without status, from and to. upcoming: those of them that take place. past and cancelled: newest first. undated: to be determined.',
      ),
    ),
  ),
  cursor: v.optional(
    v.pipe(v.string(), v.description('nextCursor of the page before, with the same filters.')),
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, `is not a number from 1 to ${maxPage}`),
      v.toNumber(),
      v.number(),
      v.integer(),
      v.minValue(1, `is not a number from 1 to ${maxPage}`),
      v.maxValue(maxPage, `is not a number from 1 to ${maxPage}`),
    ),
  ),
});

export type SessionJson = v.InferOutput<typeof Session>;
export type ProblemJson = v.InferOutput<typeof Problem>;

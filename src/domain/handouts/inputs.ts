/** What an organiser says of a publication handed out or of a loan. */
import * as v from 'valibot';
import { isDay, isOurTime } from '../../lib/dates';
import { nameKey } from '../../lib/text';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const named = v.pipe(
  line(200),
  v.check((name) => nameKey(name) !== ''),
);
const id = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null);
const day = v.pipe(v.string(), v.check(isDay), v.check(isOurTime));
const note = v.optional(line(1000), '');

export const HandoutInput = v.object({
  title: named,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  givenOn: day,
  actionId: id,
  sessionId: id,
  note,
});
export type HandoutInput = v.InferOutput<typeof HandoutInput>;
export type HandoutDraft = v.InferInput<typeof HandoutInput>;

export const LoanInput = v.pipe(
  v.object({
    item: named,
    borrowerOrganisation: v.optional(line(200), ''),
    borrowerPerson: v.optional(line(200), ''),
    lentOn: day,
    dueOn: day,
    returnedOn: v.optional(v.nullable(day), null),
    actionId: id,
    note,
  }),
  v.forward(
    v.partialCheck(
      [['borrowerOrganisation'], ['borrowerPerson']],
      ({ borrowerOrganisation, borrowerPerson }) => borrowerOrganisation + borrowerPerson !== '',
    ),
    ['borrowerOrganisation'],
  ),
  v.forward(
    v.partialCheck([['lentOn'], ['dueOn']], ({ lentOn, dueOn }) => dueOn >= lentOn),
    ['dueOn'],
  ),
  v.forward(
    v.partialCheck(
      [['lentOn'], ['returnedOn']],
      ({ lentOn, returnedOn }) => returnedOn === null || returnedOn >= lentOn,
    ),
    ['returnedOn'],
  ),
);
export type LoanInput = v.InferOutput<typeof LoanInput>;
export type LoanDraft = v.InferInput<typeof LoanInput>;

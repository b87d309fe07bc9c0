/** Someone without a registration, as the two forms send them: when added, and when corrected. */
import { WalkInInput } from '../../../domain/attendance/walk-in-inputs';
import type { Texts } from '../../../i18n';
import { readInput, type Values } from '../form';

export const readWalkIn = (values: Values, { problems }: Texts['attendance']) =>
  readInput(WalkInInput, values, {
    ...problems,
    ...((values.name?.length ?? 0) > 160 && { name: problems.tooLong }),
    profession: problems.tooLong,
    organisation: problems.tooLong,
  });

/** Whether somebody was typed at all, in a form that sends more than that. */
export const isWalkInTyped = (values: Values): boolean =>
  Object.keys(WalkInInput.entries).some((field) => values[field]?.trim());

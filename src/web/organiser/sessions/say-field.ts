/** A field of a stored session in words, beside what someone else has typed meanwhile. */
import { toInstant } from '../../../lib/dates';
import type { Reader } from '../../context';
import { sayInstant, sayWhen } from '../../public/catalogue/say';
import type { Sibling } from './part';
import { storedSlot } from './read-session';
import type { differing, SessionForm } from './session-form';

type Field = ReturnType<typeof differing>[number];

export function sayField(
  form: SessionForm,
  name: Field,
  { reader, now, siblings }: { reader: Reader; now: number; siblings: readonly Sibling[] },
): [string, string | string[]] {
  const { t } = reader;
  const { fields } = t.sessions;
  if (name === 'slots') {
    const slots = form.slots.flatMap((row) => storedSlot(row) ?? []);
    return [fields.slots, slots.length ? sayWhen(slots, reader, now) : '–'];
  }
  if (name === 'linkedSessionId') {
    const half = siblings.find(({ id }) => String(id) === form[name]);
    return [fields[name], half?.label ?? t.sessions.notHybrid];
  }
  if (name === 'registrationOpensAt' || name === 'registrationClosesAt') {
    const at = form[name] && toInstant(form[name], reader.timeZone);
    return [fields[name], at === '' ? '–' : sayInstant(at, reader, now)];
  }
  if (name === 'speakers')
    return [
      fields.speakers,
      form.speakers.map((one) => [one.name, one.role].filter(Boolean).join(', ')),
    ];
  const choices: Partial<Record<string, Partial<Record<string, string>>>> = {
    dateState: t.sessions.dateStates,
    mode: t.programme.modes,
    visibility: t.sessions.visibilities,
    ...Object.fromEntries(
      ['phone', 'profession', 'organisation', 'town', 'note'].map((ask) => [
        ask,
        t.sessions.asking,
      ]),
    ),
  };
  const value = form[name];
  const plain: Partial<Record<string, string>> = {
    '': '–',
    '1': name.startsWith('accepts') || name.startsWith('checks') ? t.common.yes : '1',
    yes: t.common.yes,
    no: t.common.no,
  };
  return [fields[name], choices[name]?.[value] ?? plain[value] ?? value];
}

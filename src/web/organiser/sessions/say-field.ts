/** A field of a stored session in words, beside what someone else has typed meanwhile. */
import type { Texts } from '../../../i18n';
import type { differing, SessionForm } from './session-form';

type Field = ReturnType<typeof differing>[number];

export function sayField(form: SessionForm, name: Field, t: Texts): [string, string | string[]] {
  const { fields } = t.sessions;
  if (name === 'slots')
    return [fields.slots, form.slots.map(({ date, from, to }) => `${date}, ${from} – ${to}`)];
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

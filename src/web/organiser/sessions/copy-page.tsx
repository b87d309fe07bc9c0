/** New dates for a session like this one; then, where there are several, the dates before they are made. */

import type { Clash } from '../../../domain/catalogue/find-clashes';
import type { SlotInput } from '../../../domain/catalogue/inputs';
import { type Rhythm, rhythms } from '../../../domain/catalogue/repeat-dates';
import { links } from '../../../links';
import { sayWhen } from '../../public/catalogue/say';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import {
  CheckboxField,
  ErrorSummary,
  type FieldErrors,
  RadioGroup,
  TextField,
} from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { FormKey } from '../form-key';
import { type CopyForm, copyFields } from './copy-form';
import { Clashes } from './review-page';
import { SessionFrame, type SessionPage } from './session-frame';

export function CopyPage({
  shell,
  view,
  now,
  form,
  errors,
}: SessionPage & { form: CopyForm; errors?: FieldErrors }) {
  const { t, href } = shell.reader;
  const text = t.sessions.copying;
  const further = view.slots.length - 1;
  const hints: Partial<Record<Rhythm, string>> = text.rhythmHints;
  const field = (name: 'date' | 'from' | 'to' | 'times') => ({
    t,
    name,
    value: form[name],
    error: errors?.[name],
    autocomplete: 'off',
  });
  return (
    <SessionFrame {...{ shell, view, now }} title={text.title} hasErrors={!!errors}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h2>{text.title}</h2>
        <p>{text.intro}</p>
        <form method="post" action={href(links.sessionCopy(view.session.code))} novalidate>
          <FormKey shell={shell} />
          <div class="row-fields">
            <TextField
              {...field('date')}
              type="date"
              label={further > 0 ? text.dateOfFirst : text.date}
            />
            <TextField {...field('from')} type="time" label={text.from} />
            <TextField {...field('to')} type="time" label={text.to} />
          </div>
          {further > 0 && <p class="hint">{text.further(further)}</p>}
          <CheckboxField
            t={t}
            name="undated"
            optional
            label={text.undated}
            checked={form.undated !== ''}
          />
          <RadioGroup
            t={t}
            name="every"
            label={text.every}
            value={form.every}
            error={errors?.every}
            options={rhythms.map((value) => ({
              value,
              label: text.rhythms[value],
              ...(hints[value] && { hint: hints[value] }),
            }))}
          />
          <TextField
            {...field('times')}
            short
            inputmode="numeric"
            optional="unmarked"
            label={text.times}
            hint={text.timesHint}
          />
          <Buttons>
            <Button>{text.see}</Button>
            <ButtonLink kind="link" href={href(links.organiserSession(view.session.code))}>
              {t.actions.cancel}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </SessionFrame>
  );
}

export type PlannedCopy = { slots: SlotInput[]; clashes: Clash[]; isPast: boolean };

export function CopyPreviewPage({
  shell,
  view,
  now,
  form,
  planned,
}: SessionPage & { form: CopyForm; planned: PlannedCopy[] }) {
  const { t, href } = shell.reader;
  const text = t.sessions.copying;
  const title = text.previewTitle(planned.length);
  return (
    <SessionFrame {...{ shell, view, now }} title={title}>
      <div class="narrow">
        <h2>{title}</h2>
        {planned.length > 1 && <p>{text.previewText}</p>}
        <ol>
          {planned.map(({ slots, clashes, isPast }) => (
            <li>
              {slots.length
                ? sayWhen(slots, shell.reader, now).map((line) => <div>{line}</div>)
                : t.programme.dateToCome}
              {isPast && (
                <Notice tone="care">
                  <p>{t.sessions.review.pastTitle}</p>
                </Notice>
              )}
              <Clashes shell={shell} clashes={clashes} />
            </li>
          ))}
        </ol>
        <form method="post" action={href(links.sessionCopy(view.session.code))}>
          <FormKey shell={shell} />
          {copyFields.map((name) => (
            <input type="hidden" name={name} value={form[name]} />
          ))}
          <Buttons>
            <Button name="etape" value="confirme">
              {text.confirm(planned.length)}
            </Button>
            <Button kind="link" name="etape" value="retour">
              {text.back}
            </Button>
          </Buttons>
        </form>
      </div>
    </SessionFrame>
  );
}

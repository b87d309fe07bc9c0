/** When and where: the slots with their breaks, the room or the video link, the other half. */
import { Button } from '../../ui/button';
import { DatalistField, RadioGroup, SelectField, TextArea, TextField } from '../../ui/fields';
import type { Part, Sibling } from './part';

export function When({ shell, form, errors, target }: Part & { target: string }) {
  const { t } = shell.reader;
  const text = t.sessions;
  const { unrecorded, ...usual } = text.dateStates;
  const states = form.dateState === 'unrecorded' ? { ...usual, unrecorded } : usual;
  const rows = form.slots.length ? form.slots : [{ date: '', from: '', to: '', stored: '' }];
  return (
    <>
      <h2>{text.whenTitle}</h2>
      <RadioGroup
        t={t}
        name="dateState"
        label={text.fields.dateState}
        value={form.dateState}
        error={errors.dateState}
        options={Object.entries(states).map(([value, label]) => ({ value, label }))}
      />
      <p class="hint">{text.hints.slots}</p>
      {rows.map((row, index) => (
        <SlotFields {...{ shell, row, index, errors }} />
      ))}
      <p>
        <Button
          kind="secondary"
          name="etape"
          value="creneau"
          formnovalidate
          formaction={`${target}#slotDate-${rows.length}`}
        >
          {text.addSlot}
        </Button>
      </p>
    </>
  );
}

type SlotProps = Pick<Part, 'shell' | 'errors'> & {
  row: { date: string; from: string; to: string; stored: string };
  index: number;
};

function SlotFields({ shell, row, index, errors }: SlotProps) {
  const { t } = shell.reader;
  const text = t.sessions;
  const field = (name: 'slotDate' | 'slotFrom' | 'slotTo', value: string) => ({
    t,
    name,
    id: `${name}-${index}`,
    value,
    error: errors[`${name}-${index}`],
    optional: 'unmarked' as const,
    autocomplete: 'off',
  });
  return (
    <fieldset class="field row-fields">
      <legend>{text.slot(index + 1)}</legend>
      <input type="hidden" name="slotStored" value={row.stored} />
      <TextField {...field('slotDate', row.date)} type="date" label={text.slotDate} />
      <TextField {...field('slotFrom', row.from)} type="time" label={text.slotFrom} />
      <TextField {...field('slotTo', row.to)} type="time" label={text.slotTo} />
    </fieldset>
  );
}

type WhereProps = Part & { venues: readonly string[]; siblings: readonly Sibling[] };

export function Where({ shell, form, errors, venues, siblings }: WhereProps) {
  const { t } = shell.reader;
  const text = t.sessions;
  const field = (name: 'venueName' | 'venueAddress' | 'venueTown' | 'videoUrl') => ({
    t,
    name,
    label: text.fields[name],
    value: form[name],
    error: errors[name],
    optional: true,
    autocomplete: 'off',
  });
  return (
    <>
      <h2>{text.whereTitle}</h2>
      <RadioGroup
        t={t}
        name="mode"
        label={text.fields.mode}
        value={form.mode}
        error={errors.mode}
        options={[
          { value: 'in_person', label: t.programme.modes.in_person },
          { value: 'online', label: t.programme.modes.online },
          { value: '', label: text.modeUndecided },
        ]}
      />
      <DatalistField
        {...field('venueName')}
        maxlength={200}
        suggestions={venues}
        hint={text.hints.venue}
      />
      <TextField {...field('venueAddress')} maxlength={300} />
      <TextField {...field('venueTown')} maxlength={100} />
      <TextArea
        t={t}
        name="venueAccess"
        optional
        rows={2}
        label={text.fields.venueAccess}
        hint={text.hints.access}
        value={form.venueAccess}
        error={errors.venueAccess}
      />
      <TextField {...field('videoUrl')} type="url" inputmode="url" hint={text.hints.video} />
      {siblings.length > 0 && (
        <SelectField
          t={t}
          name="linkedSessionId"
          optional
          empty={text.notHybrid}
          label={text.fields.linkedSessionId}
          hint={text.hints.hybrid}
          value={form.linkedSessionId}
          error={errors.linkedSessionId}
          options={siblings.map(({ id, label }) => ({ value: String(id), label }))}
        />
      )}
    </>
  );
}

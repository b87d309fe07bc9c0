/** A session by video: the list of connections pasted, then looked through before it is recorded. */
import {
  type Connection,
  findConnected,
  type ReadConnections,
} from '../../../domain/attendance/connections';
import { slotOf } from '../../../domain/attendance/half-days';
import type { Roll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { Slot } from '../../../domain/catalogue/schema';
import { saySlot } from '../../../lib/dates';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import {
  CheckboxField,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/fields';
import { FileField } from '../../ui/file-field';
import { Notice } from '../../ui/notice';
import type { Values } from '../form';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';
import { sayEntry, tellApart } from './say-entry';
import { withinSession } from './video-form';

type Props = { shell: AttendanceShell; view: SessionView };

export function VideoPage({
  shell,
  view,
  values,
  errors,
}: Props & { values?: Values; errors?: FieldErrors }) {
  const { t, href, locale, timeZone } = shell.reader;
  const text = t.attendance.video;
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="video" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p class="lede">{text.intro}</p>
      <form
        method="post"
        action={href(links.connections(view.session.code))}
        enctype="multipart/form-data"
        novalidate
      >
        {view.slots.length > 1 && (
          <SelectField
            t={t}
            name="slot"
            label={t.attendance.halfDays}
            value={values?.slot ?? '1'}
            options={view.slots.map((slot) => ({
              value: String(slot.number + 1),
              label: saySlot(slot, locale, timeZone),
            }))}
          />
        )}
        <FileField
          t={t}
          name="file"
          label={text.file}
          hint={text.fileHint}
          accept=".csv,.txt,text/csv,text/plain"
          optional
        />
        <TextArea
          t={t}
          name="list"
          label={text.list}
          hint={text.listHint}
          optional
          rows={6}
          value={values?.list}
          error={errors?.list}
        />
        <TextField
          t={t}
          name="least"
          label={text.least}
          hint={text.leastHint}
          inputmode="numeric"
          short
          value={values?.least ?? '15'}
        />
        <Button>{text.check}</Button>
      </form>
    </AttendanceFrame>
  );
}

export function VideoCheckPage({
  shell,
  view,
  roll,
  read,
  slot,
  least,
}: Props & { roll: Roll; read: ReadConnections; slot: number; least: number }) {
  const { t, href } = shell.reader;
  const text = t.attendance.video;
  const span = slotOf(view.slots, slot);
  const apart = tellApart(roll.entries, shell.reader);
  return (
    <AttendanceFrame shell={shell} view={view} title={text.checkTitle} here="video">
      {read.unread.length > 0 && (
        <Notice tone="info">
          <p>{text.unread(read.unread.slice(0, 10))}</p>
        </Notice>
      )}
      <form method="post" action={href(links.connectionsRecord(view.session.code))} novalidate>
        <input type="hidden" name="key" value={shell.formKey} />
        <input type="hidden" name="slot" value={String(slot + 1)} />
        {read.connections.map((connection, i) => (
          <ConnectionRow {...{ shell, roll, span, apart, connection, i, least }} />
        ))}
        <CheckboxField
          t={t}
          name="absent"
          label={text.othersAbsent}
          checked={read.connections.some(
            (one) => one.minutes >= least && findConnected(roll.entries, one) !== null,
          )}
          optional
        />
        <Button>{text.record}</Button>
      </form>
    </AttendanceFrame>
  );
}

function ConnectionRow({
  shell,
  roll,
  span,
  apart,
  connection,
  i,
  least,
}: {
  shell: AttendanceShell;
  roll: Roll;
  span: Slot | undefined;
  apart: ReadonlyMap<string, string>;
  connection: Connection;
  i: number;
  least: number;
}) {
  const { t } = shell.reader;
  const text = t.attendance.video;
  const match = findConnected(roll.entries, connection);
  const isShort = connection.minutes < least;
  const counted = withinSession(connection.minutes, span);
  const hints = [
    counted < connection.minutes && text.longer(counted),
    isShort ? text.tooShort : match ? text.matched : text.unmatched,
  ];
  const said = `${connection.name} – ${t.attendance.connectedMinutes(connection.minutes)}`;
  return (
    <fieldset class="field">
      <input type="hidden" name={`name-${i}`} value={connection.name} />
      <input type="hidden" name={`email-${i}`} value={connection.email ?? ''} />
      <input type="hidden" name={`minutes-${i}`} value={String(connection.minutes)} />
      <SelectField
        t={t}
        name={`who-${i}`}
        label={said}
        hint={hints.filter(Boolean).join(' ')}
        value={isShort ? 'nobody' : (match?.attendee ?? 'new')}
        options={[
          { value: 'nobody', label: text.ignore },
          { value: 'new', label: text.addAsWalkIn },
          ...roll.entries.map((entry) => ({
            value: entry.attendee,
            label: [sayEntry(entry), apart.get(entry.attendee)].filter(Boolean).join(', '),
          })),
        ]}
      />
    </fieldset>
  );
}

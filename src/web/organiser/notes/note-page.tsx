/** One message: as it will be read, the trial, the sending; then how far it has come. */
import { type Progress, type Reach, reachOf } from '../../../domain/notes/find-notes';
import type { Note } from '../../../domain/notes/schema';
import { toLocal } from '../../../lib/dates';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, RadioGroup, TextField } from '../../ui/fields';
import { Facts } from '../../ui/table';
import { FormKey } from '../form-key';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { sayAudience, sayNoteState } from './say-note';

export type NotePageProps = SessionPage & {
  note: Note;
  reach: Reach;
  progress: Progress;
  /** The subject as the mail has it. */
  subject: string;
  typed?: { when: string; sendAt: string } | undefined;
  errors?: FieldErrors | undefined;
};

export function NotePage(props: NotePageProps) {
  const { note, reach, progress, subject, errors, shell, view, now } = props;
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.outreach.notes;
  const { code } = view.session;
  return (
    <SessionFrame {...{ shell, view, now }} tab="notes" title={note.subject} hasErrors={!!errors}>
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <ErrorSummary t={t} errors={errors} />
      <p>
        <a href={href(links.notes(code))}>{text.back}</a>
      </p>
      <h2>{note.subject}</h2>
      <Facts
        items={[
          [text.audience, sayAudience(note, reader)],
          [
            text.columns.state,
            [
              sayNoteState(note, { reader, reach, now }),
              progress.waiting > 0 && text.waiting(progress.waiting),
              progress.failed > 0 && text.failed(progress.failed),
            ],
          ],
        ]}
      />
      <Reached {...props} />
      <h3>{text.previewTitle}</h3>
      <p>
        <strong>{text.previewSubject}</strong> {subject}
      </p>
      <iframe
        class="mail"
        src={href(links.notePreview(code, note.id))}
        title={text.previewFrame}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
      {note.state === 'draft' && <Sending {...props} />}
      {note.state === 'scheduled' && <Stopping {...props} />}
    </SessionFrame>
  );
}

function Reached({ note, reach, shell, view }: NotePageProps) {
  const { t, href } = shell.reader;
  const text = t.outreach.notes;
  if (note.state !== 'draft' && note.state !== 'scheduled') return null;
  const { withAddress, without } = reachOf(reach, note.audience);
  return (
    <>
      <p>{text.willReach(withAddress)}</p>
      {without > 0 && (
        <p>
          {text.phones(without)}{' '}
          <a href={href(links.phoneList(view.session.code))}>{text.toPhones}</a>
        </p>
      )}
    </>
  );
}

function Sending({ note, shell, view, now, typed, errors }: NotePageProps) {
  const { reader, account } = shell;
  const { t, href, timeZone } = reader;
  const text = t.outreach.notes;
  const { code } = view.session;
  return (
    <>
      <h3>{text.trialTitle}</h3>
      <form method="post" action={href(links.noteTrial(code, note.id))}>
        <FormKey shell={shell} />
        <p>{text.trialText(account.email)}</p>
        <Button kind="secondary">{text.trial}</Button>
      </form>
      <form method="post" action={href(links.noteSending(code, note.id))} novalidate>
        <h3>{text.sendTitle}</h3>
        <input type="hidden" name="version" value={note.version} />
        <RadioGroup
          t={t}
          name="when"
          label={text.when}
          value={typed?.when ?? 'now'}
          options={[
            { value: 'now', label: text.now, hint: text.nowHint },
            { value: 'later', label: text.later, hint: text.laterHint },
          ]}
        />
        <TextField
          t={t}
          type="datetime-local"
          name="sendAt"
          label={text.sendAt}
          hint={text.sendAtHint}
          optional
          min={toLocal(now, timeZone)}
          value={typed?.sendAt}
          error={errors?.sendAt}
          autocomplete="off"
        />
        <Button>{text.send}</Button>
      </form>
      <form method="post" action={href(links.noteRemoval(code, note.id))}>
        <input type="hidden" name="version" value={note.version} />
        <Buttons>
          <ButtonLink kind="secondary" href={href(links.noteEdit(code, note.id))}>
            {text.edit}
          </ButtonLink>
          <Button kind="secondary">{text.discard}</Button>
        </Buttons>
      </form>
    </>
  );
}

function Stopping({ note, shell, view, now }: NotePageProps) {
  const { t, href } = shell.reader;
  const text = t.outreach.notes;
  const { code } = view.session;
  const begun = note.sendAt !== null && note.sendAt <= now;
  return (
    <form method="post" action={href(links.noteStop(code, note.id))}>
      <p>{begun ? text.stopText : text.cancelText}</p>
      <Buttons>
        <ButtonLink kind="secondary" href={href(links.note(code, note.id))}>
          {text.refresh}
        </ButtonLink>
        <Button kind="warning">{begun ? text.stop : text.cancel}</Button>
      </Buttons>
    </form>
  );
}

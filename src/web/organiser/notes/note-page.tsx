/** One message: as it will be read, the trial, the sending; then how far it has come. */
import type { Unsent } from '../../../domain/drafts/mails';
import type { Reached } from '../../../domain/notes/find-notes';
import type { Recipient } from '../../../domain/notes/recipients';
import { isForChosen, type Note } from '../../../domain/notes/schema';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Facts } from '../../ui/table';
import type { TypedOrder } from '../drafts/read-order';
import { MailFrame, Sending, Stopping, Trial } from '../drafts/sending';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { sayAudience, sayNames, sayNoteState } from './say-note';

export type NotePageProps = SessionPage & {
  note: Note;
  reached: Reached;
  /** The first page of the people who were chosen; none where it is for those of a state. */
  people: readonly Recipient[];
  progress: Unsent;
  /** The subject as the mail has it. */
  subject: string;
  typed?: TypedOrder | undefined;
  errors?: FieldErrors | undefined;
};

export function NotePage(props: NotePageProps) {
  const { note, reached, progress, subject, errors, shell, view, now } = props;
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
          [t.drafts.audience, sayAudience(note, reader, reached)],
          [
            text.columns.state,
            [
              sayNoteState(note, { reader, reached, now }),
              progress.waiting > 0 && text.waiting(progress.waiting),
              progress.failed > 0 && text.failed(progress.failed),
            ],
          ],
        ]}
      />
      <ReachedPeople {...props} />
      <h3>{text.previewTitle}</h3>
      <p>
        <strong>{text.previewSubject}</strong> {subject}
      </p>
      <MailFrame src={href(links.notePreview(code, note.id))} title={text.previewFrame} />
      {note.state === 'draft' && <Draft {...props} />}
      {note.state === 'scheduled' && (
        <Stopping
          shell={shell}
          here={links.note(code, note.id)}
          action={links.noteStop(code, note.id)}
          hasBegun={note.sendAt !== null && note.sendAt <= now}
          stopText={text.stopText}
        />
      )}
    </SessionFrame>
  );
}

/** How many, and who exactly where they were chosen; and whom it will not reach. */
function ReachedPeople({ note, reached, people, shell, view }: NotePageProps) {
  const { t, href } = shell.reader;
  const text = t.outreach.notes;
  const { code } = view.session;
  const isToCome = note.state === 'draft' || note.state === 'scheduled';
  const { withAddress, without, gone } = reached;
  const of = (standing: Recipient['standing']) => people.filter((one) => one.standing === standing);
  return (
    <>
      {isToCome && (
        <p>
          {text.willReach(withAddress)} {sayNames(of('reached'), withAddress, t)}
        </p>
      )}
      {isToCome && without > 0 && (
        <p>
          {text.phones(without)} {sayNames(of('no_address'), without, t)}{' '}
          <a href={href(links.phoneList(code))}>{text.toPhones}</a>
        </p>
      )}
      {isToCome && gone > 0 && <p>{text.gone(gone)}</p>}
      {isForChosen(note) && (
        <p>
          <a href={href(links.notePeople(code, note.id))}>{text.seePeople}</a>
        </p>
      )}
    </>
  );
}

function Draft({ note, shell, view, now, typed, errors }: NotePageProps) {
  const { t, href } = shell.reader;
  const text = t.outreach.notes;
  const { code } = view.session;
  const laterHint = isForChosen(note) ? text.laterChosen : text.laterHint;
  return (
    <>
      <Trial
        shell={shell}
        action={links.noteTrial(code, note.id)}
        text={text.trialText(shell.account.email)}
      />
      <Sending
        {...{ shell, now, typed, errors }}
        action={links.noteSending(code, note.id)}
        version={note.version}
        text={{ laterHint, send: text.send }}
      />
      <form method="post" action={href(links.noteRemoval(code, note.id))}>
        <input type="hidden" name="version" value={note.version} />
        <Buttons>
          <ButtonLink kind="secondary" href={href(links.noteEdit(code, note.id))}>
            {text.edit}
          </ButtonLink>
          <Button kind="secondary">{t.drafts.discard}</Button>
        </Buttons>
      </form>
    </>
  );
}

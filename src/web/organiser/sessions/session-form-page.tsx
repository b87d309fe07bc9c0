/** Creating and editing a session, in the order in which one thinks of it. */
import { links } from '../../../links';
import { type FieldErrors, TextArea, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import { FormPage } from '../form-page';
import type { Part, Sibling } from './part';
import { sayField } from './say-field';
import { differing, type SessionForm } from './session-form';
import { Audience, Places, Publication } from './session-form-people';
import { Practical, Speakers } from './session-form-practical';
import { When, Where } from './session-form-when';

export type SessionFormProps = {
  shell: Shell;
  now: number;
  /** What the session belongs to; its title stands for the session's own. */
  action: { id: number; title: string };
  /** Null while the session does not exist. */
  code: string | null;
  form: SessionForm;
  venues: readonly string[];
  /** The sessions of the action that can be its other half. */
  siblings: readonly Sibling[];
  errors?: FieldErrors;
  /** What someone else saved while this form was open. */
  meanwhile?: SessionForm;
};

export function SessionFormPage(props: SessionFormProps) {
  const { shell, action, code, form, errors = {}, meanwhile } = props;
  const { t, href } = shell.reader;
  const text = t.sessions;
  const isNew = code === null;
  const target = isNew ? links.organiserSessions() : links.organiserSession(code);
  const part = { shell, form, errors };
  return (
    <FormPage
      shell={shell}
      here="sessions"
      title={isNew ? text.newTitle : text.editTitle}
      target={target}
      back={isNew ? links.action(action.id) : target}
      version={(meanwhile ?? form).version}
      seen={(meanwhile ?? form).seen}
      save={isNew ? text.create : text.save}
      errors={props.errors}
      above={
        <>
          <p class="muted">
            {text.ofAction} <a href={href(links.action(action.id))}>{action.title}</a>
          </p>
          {meanwhile && <Meanwhile {...props} stored={meanwhile} />}
        </>
      }
    >
      {/* The Enter key presses the first button of a form: it must be the one that saves. */}
      <button type="submit" hidden>
        {text.save}
      </button>
      <input type="hidden" name="occurrences" value={form.occurrences} />
      {isNew && <input type="hidden" name="action" value={String(action.id)} />}
      <Identity {...part} actionTitle={action.title} />
      <When {...part} target={href(target)} />
      <Where {...part} venues={props.venues} siblings={props.siblings} />
      <Places {...part} />
      <Audience {...part} />
      <Speakers {...part} target={href(target)} />
      <Practical {...part} />
      <Publication {...part} />
    </FormPage>
  );
}

function Identity({ shell, form, errors, actionTitle }: Part & { actionTitle: string }) {
  const { t } = shell.reader;
  const text = t.sessions;
  return (
    <>
      <TextField
        t={t}
        name="title"
        optional
        maxlength={300}
        autocomplete="off"
        label={text.name}
        hint={text.hints.title(actionTitle)}
        value={form.title}
        error={errors.title}
      />
      <TextArea
        t={t}
        name="summary"
        optional
        rows={5}
        label={text.summary}
        hint={text.hints.summary}
        value={form.summary}
        error={errors.summary}
      />
    </>
  );
}

/** What the other person saved, field by field, so that nothing is lost on either side. */
function Meanwhile({
  shell: { reader },
  now,
  form,
  siblings,
  stored,
}: SessionFormProps & { stored: SessionForm }) {
  const names = differing(form, stored);
  if (!names.length) return null;
  return (
    <Notice tone="care" title={reader.t.actions.staleTitle}>
      <Facts items={names.map((name) => sayField(stored, name, { reader, now, siblings }))} />
    </Notice>
  );
}

/** « Je suis là »: for someone in the room who read the code on the wall. It says nothing of anyone else. */
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';

type Props = { reader: Reader; title: string; when: string };

export function CheckInPage({
  reader,
  title,
  when,
  formKey,
  values,
  errors,
}: Props & { formKey: string; values?: Partial<Record<string, string>>; errors?: FieldErrors }) {
  const { t } = reader;
  const text = t.attendance;
  const field = (name: 'name' | 'email') => ({
    t,
    name,
    value: values?.[name],
    error: errors?.[name],
  });
  return (
    <Layout
      reader={reader}
      head={{ title: text.checkIn.publicTitle, noIndex: true, hasErrors: Boolean(errors) }}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{text.checkIn.publicTitle}</h1>
        <p>
          <strong>{title}</strong>
          <br />
          {when}
        </p>
        <p>{text.checkIn.publicIntro}</p>
        <form method="post" novalidate>
          <input type="hidden" name="key" value={values?.key ?? formKey} />
          <TextField {...field('name')} label={text.name} autocomplete="name" maxlength={160} />
          <TextField
            {...field('email')}
            label={text.email}
            hint={text.checkIn.publicEmailHint}
            optional
            type="email"
            inputmode="email"
            autocomplete="email"
          />
          <Button>{text.checkIn.send}</Button>
        </form>
      </div>
    </Layout>
  );
}

/** The answer, the same for everyone; or that the code does not work now. */
export function CheckInAnswer({
  reader,
  title,
  isOpen,
}: Omit<Props, 'when'> & { isOpen: boolean }) {
  const text = reader.t.attendance.checkIn;
  return (
    <Layout reader={reader} head={{ title: isOpen ? text.thanks : text.notNow, noIndex: true }}>
      <Panel tone={isOpen ? 'success' : 'info'} title={isOpen ? text.thanks : text.notNow}>
        <p>{title}</p>
        <p>{isOpen ? text.thanksText : text.notNowText}</p>
      </Panel>
    </Layout>
  );
}

export function CheckInUnknown({ reader }: { reader: Reader }) {
  const text = reader.t.attendance.checkIn;
  return (
    <Layout reader={reader} head={{ title: text.unknown, noIndex: true }}>
      <Panel tone="info" title={text.unknown}>
        <p>{text.unknownText}</p>
      </Panel>
    </Layout>
  );
}

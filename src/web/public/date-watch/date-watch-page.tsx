/** Asking to be told of a date, what becomes of the request, and withdrawing it. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { CheckboxField, ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';
import { sayTitle } from '../catalogue/say';

type Titled = Pick<SessionView, 'action'> & {
  session: Pick<SessionView['session'], 'code' | 'title'>;
};
type Values = Partial<Record<string, string>>;

export function DateWatchPage({
  reader,
  view,
  values,
  errors,
}: {
  reader: Reader;
  view: Titled;
  values: Values;
  errors?: FieldErrors;
}) {
  const { t, href, locale } = reader;
  const text = t.dateWatch;
  const { code } = view.session;
  const field = (name: 'firstName' | 'email') => ({
    t,
    name,
    label: text[name],
    value: values[name],
    error: errors?.[name],
  });
  return (
    <Layout reader={reader} head={{ title: text.title, hasErrors: !!errors, noIndex: true }}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <p class="kind">
          <a href={href(links.session(code))}>{sayTitle(view)}</a>
        </p>
        <h1>{text.title}</h1>
        <p class="lede">{text.text}</p>
        <p>{text.noSeat}</p>
        <form method="post" action={href(links.dateWatchForm(code))} novalidate>
          <TextField {...field('firstName')} autocomplete="given-name" maxlength={80} />
          <TextField
            {...field('email')}
            type="email"
            inputmode="email"
            autocomplete="email"
            maxlength={254}
          />
          <CheckboxField
            t={t}
            name="consent"
            label={text.consent}
            error={errors?.consent}
            checked={values.consent === '1'}
          />
          <input type="hidden" name="lang" value={locale} />
          <Buttons>
            <Button>{text.submit}</Button>
          </Buttons>
        </form>
      </div>
    </Layout>
  );
}

/** The same answer whoever has that address, and whether they had asked before. */
export function DateWatchNotedPage({ reader }: { reader: Reader }) {
  const { t, href } = reader;
  const text = t.dateWatch;
  return (
    <Layout reader={reader} head={{ title: text.notedTitle, noIndex: true }}>
      <Panel tone="info" title={text.notedTitle}>
        <p>{text.notedText}</p>
      </Panel>
      <p>
        <ButtonLink href={href(links.programme())} kind="secondary">
          {text.backToProgramme}
        </ButtonLink>
      </p>
    </Layout>
  );
}

/** A link in a mail only shows this page; its button withdraws. */
export function DateWatchOwnPage({
  reader,
  view,
  token,
}: {
  reader: Reader;
  view: Titled;
  token: string;
}) {
  const { t, href } = reader;
  const text = t.dateWatch;
  return (
    <Layout reader={reader} head={{ title: text.ownTitle, noIndex: true }}>
      <h1>{text.ownTitle}</h1>
      <p class="lede">
        <a href={href(links.session(view.session.code))}>{sayTitle(view)}</a>
      </p>
      <p>{text.ownText}</p>
      <form method="post" action={href(links.dateWatch(token))}>
        <Button kind="warning">{text.withdraw}</Button>
      </form>
    </Layout>
  );
}

export function DateWatchWithdrawnPage({ reader }: { reader: Reader }) {
  const { t, href } = reader;
  const text = t.dateWatch;
  return (
    <Layout reader={reader} head={{ title: text.withdrawnTitle, noIndex: true }}>
      <Panel title={text.withdrawnTitle}>
        <p>{text.withdrawnText}</p>
      </Panel>
      <p>
        <ButtonLink href={href(links.programme())} kind="secondary">
          {text.backToProgramme}
        </ButtonLink>
      </p>
    </Layout>
  );
}

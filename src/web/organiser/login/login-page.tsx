/** The pages of signing in: the address, the neutral answer, the button, and the link that has ended. */
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';
import { PasskeyButton } from '../passkeys/passkey-button';

export function LoginPage({
  reader,
  email,
  back,
  errors,
}: {
  reader: Reader;
  email?: string;
  back?: string;
  errors?: FieldErrors;
}) {
  const { t } = reader;
  const text = t.organiser.login;
  return (
    <Layout
      reader={reader}
      head={{ title: text.title, noIndex: true, hasErrors: errors !== undefined }}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <form method="post" action={reader.href(links.login())} novalidate>
          <TextField
            t={t}
            name="email"
            type="email"
            autocomplete="email"
            inputmode="email"
            label={text.email}
            value={email}
            error={errors?.email}
          />
          {back && <input type="hidden" name="retour" value={back} />}
          <Buttons>
            <Button>{text.send}</Button>
          </Buttons>
        </form>
        <PasskeyButton
          t={t}
          ceremony="get"
          options={reader.href(links.passkeyLoginOptions())}
          answer={reader.href(links.passkeyLogin())}
          back={back}
          label={t.passkeys.signIn}
          hint={t.passkeys.signInHint}
        />
        <p class="muted">{text.noAccount}</p>
      </div>
    </Layout>
  );
}

export function LinkSentPage({ reader }: { reader: Reader }) {
  const text = reader.t.organiser.login;
  return (
    <Layout reader={reader} head={{ title: text.sentTitle, noIndex: true }}>
      <div class="narrow">
        <Panel tone="info" title={text.sentTitle}>
          <p>{text.sentText}</p>
        </Panel>
        <p>{text.sentHint}</p>
        <p>
          <a href={reader.href(links.login())}>{text.again}</a>
        </p>
      </div>
    </Layout>
  );
}

/** Opening the link shows this page; only its button signs in, since mail scanners open links. */
export function LinkPage({ reader, token }: { reader: Reader; token: string }) {
  const text = reader.t.organiser.login;
  return (
    <Layout reader={reader} head={{ title: text.confirmTitle, noIndex: true }}>
      <div class="narrow">
        <h1>{text.confirmTitle}</h1>
        <p>{text.confirmText}</p>
        <form method="post" action={reader.href(links.loginLink(token))}>
          <Buttons>
            <Button>{text.confirm}</Button>
          </Buttons>
        </form>
        <p class="muted">{text.confirmHint}</p>
      </div>
    </Layout>
  );
}

export function DeadLinkPage({ reader }: { reader: Reader }) {
  const text = reader.t.organiser.login;
  return (
    <Layout reader={reader} head={{ title: text.deadTitle, noIndex: true }}>
      <div class="narrow">
        <h1>{text.deadTitle}</h1>
        <p>{text.deadText}</p>
        <ButtonLink href={reader.href(links.login())}>{text.askAgain}</ButtonLink>
      </div>
    </Layout>
  );
}

/** One invitation: as it will be read, the trial, the sending; then how far it has come. */
import type { TagCount } from '../../../domain/invitations/contacts';
import type { MailingProgress } from '../../../domain/invitations/find-mailings';
import type { Mailing } from '../../../domain/invitations/schema';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Facts } from '../../ui/table';
import { FormKey } from '../form-key';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type InvitationForm, InvitationFormFields } from './invitation-form';
import { sayMailingState, sayTags } from './say-mailing';

export type InvitationProps = SessionPage & {
  mailing: Mailing;
  progress: MailingProgress;
  recipients: number;
  tags: readonly TagCount[];
  form: InvitationForm;
  errors?: FieldErrors | undefined;
};

export function InvitationPage(props: InvitationProps) {
  const { mailing, recipients, errors, shell, view, now } = props;
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.contacts.invitations;
  const { code } = view.session;
  return (
    <SessionFrame
      {...{ shell, view, now }}
      tab="invitations"
      title={mailing.subject}
      hasErrors={!!errors}
    >
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <ErrorSummary t={t} errors={errors} />
      <p>
        <a href={href(links.invitations(code))}>{text.back}</a>
      </p>
      <h2>{mailing.subject}</h2>
      <Facts
        items={[
          [text.columns.audience, sayTags(mailing, reader)],
          [text.columns.state, sayMailingState(mailing, reader, now)],
        ]}
      />
      {mailing.state === 'draft' ? <p>{text.reach(recipients)}</p> : <Counts {...props} />}
      <h3>{text.previewTitle}</h3>
      <iframe
        class="mail"
        src={href(links.invitationPart(code, mailing.id, 'apercu'))}
        title={text.previewFrame}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
      {mailing.state === 'draft' && <Draft {...props} />}
      {mailing.state === 'sending' && <Stopping {...props} />}
    </SessionFrame>
  );
}

function Counts({ progress, shell }: InvitationProps) {
  const text = shell.reader.t.contacts.invitations;
  const kinds = ['sent', 'waiting', 'failed', 'withdrawn', 'unsubscribed'] as const;
  return (
    <>
      <h3>{text.progressTitle}</h3>
      <Facts items={kinds.map((kind) => [text.counts[kind], String(progress[kind])] as const)} />
    </>
  );
}

function Draft({ mailing, tags, form, errors, shell, view }: InvitationProps) {
  const { reader, account } = shell;
  const { t, href } = reader;
  const text = t.contacts.invitations;
  const { code } = view.session;
  const part = (name: 'essai' | 'envoi' | 'suppression') =>
    href(links.invitationPart(code, mailing.id, name));
  const version = <input type="hidden" name="version" value={mailing.version} />;
  return (
    <>
      <form method="post" action={part('essai')}>
        <FormKey shell={shell} />
        <p>{text.trialText(account.email)}</p>
        <Button kind="secondary">{text.trial}</Button>
      </form>
      <form method="post" action={part('envoi')}>
        <h3>{text.sendTitle}</h3>
        <p>{text.sendText}</p>
        {version}
        <Button>{text.send}</Button>
      </form>
      <h3>{text.editTitle}</h3>
      <InvitationFormFields
        {...{ shell, form, tags, errors }}
        action={links.invitation(code, mailing.id)}
        version={mailing.version}
      />
      <form method="post" action={part('suppression')}>
        {version}
        <Button kind="secondary">{text.discard}</Button>
      </form>
    </>
  );
}

function Stopping({ mailing, shell, view }: InvitationProps) {
  const { t, href } = shell.reader;
  const text = t.contacts.invitations;
  const { code } = view.session;
  return (
    <form method="post" action={href(links.invitationPart(code, mailing.id, 'arret'))}>
      <p>{text.stopText}</p>
      <Buttons>
        <ButtonLink kind="secondary" href={href(links.invitation(code, mailing.id))}>
          {text.refresh}
        </ButtonLink>
        <Button kind="warning">{text.stop}</Button>
      </Buttons>
    </form>
  );
}

/** One invitation: as it will be read, the trial, the sending; then how far it has come. */
import type { TagCount } from '../../../domain/invitations/contacts';
import type { MailingProgress } from '../../../domain/invitations/find-mailings';
import type { Mailing } from '../../../domain/invitations/schema';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Facts } from '../../ui/table';
import type { TypedOrder } from '../drafts/read-order';
import { MailFrame, Sending, Stopping, Trial } from '../drafts/sending';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type InvitationForm, InvitationFormFields } from './invitation-form';
import { sayMailingState, sayTags } from './say-mailing';

export type InvitationProps = SessionPage & {
  mailing: Mailing;
  progress: MailingProgress;
  recipients: number;
  tags: readonly TagCount[];
  form: InvitationForm;
  typed?: TypedOrder | undefined;
  errors?: FieldErrors | undefined;
};

export function InvitationPage(props: InvitationProps) {
  const { mailing, recipients, errors, shell, view, now } = props;
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.contacts.invitations;
  const { code } = view.session;
  const isToCome =
    mailing.state === 'draft' || (mailing.state === 'sending' && (mailing.sentAt ?? 0) > now);
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
      {isToCome ? <p>{text.reach(recipients)}</p> : <Counts {...props} />}
      <h3>{text.previewTitle}</h3>
      <MailFrame
        src={href(links.invitationPart(code, mailing.id, 'apercu'))}
        title={text.previewFrame}
      />
      {mailing.state === 'draft' && <Draft {...props} />}
      {mailing.state === 'sending' && (
        <Stopping
          shell={shell}
          here={links.invitation(code, mailing.id)}
          action={links.invitationPart(code, mailing.id, 'arret')}
          hasBegun={mailing.sentAt !== null && mailing.sentAt <= now}
          stopText={text.stopText}
        />
      )}
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

function Draft({ mailing, tags, form, typed, errors, shell, view, now }: InvitationProps) {
  const { t, href } = shell.reader;
  const text = t.contacts.invitations;
  const { code } = view.session;
  const part = (name: 'essai' | 'envoi' | 'suppression') =>
    links.invitationPart(code, mailing.id, name);
  return (
    <>
      <Trial shell={shell} action={part('essai')} text={text.trialText(shell.account.email)} />
      <Sending
        {...{ shell, now, typed, errors, text }}
        action={part('envoi')}
        version={mailing.version}
      />
      <h3>{text.editTitle}</h3>
      <InvitationFormFields
        {...{ shell, form, tags, errors }}
        action={links.invitation(code, mailing.id)}
        version={mailing.version}
      />
      <form method="post" action={href(part('suppression'))}>
        <input type="hidden" name="version" value={mailing.version} />
        <Button kind="secondary">{t.drafts.discard}</Button>
      </form>
    </>
  );
}

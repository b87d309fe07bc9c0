/** Who signs the certificates: those in force, the ended ones that certificates bear, and the form. */
import { mayAdminister } from '../../../domain/organisers/permissions';
import type { Signature } from '../../../domain/printing/read-signatures';
import { sayDay } from '../../../lib/dates';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { DatalistField, ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';
import { PictureField } from './picture-field';
import type { SignatureForm } from './signature-form';
import { SignaturePictures } from './signature-pictures';

export type SignaturesPageProps = {
  shell: Shell;
  signatures: readonly Signature[];
  organisations: readonly string[];
  /** The organisation that the reader works for. */
  own: string | null;
  form?: SignatureForm | undefined;
  errors?: FieldErrors | undefined;
};

export function SignaturesPage(props: SignaturesPageProps) {
  const { shell, signatures, errors } = props;
  const { t, href } = shell.reader;
  const text = t.signatures;
  const inForce = signatures.filter(({ endedAt }) => endedAt === null);
  const ended = signatures.filter(({ endedAt }) => endedAt !== null);
  return (
    <OrganiserLayout shell={shell} title={text.title} hasErrors={!!errors}>
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <ErrorSummary t={t} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lede">{text.intro}</p>
      <p>
        <a href={href(links.logos())}>{text.toLogos}</a>
      </p>
      {inForce.length === 0 && <p>{text.none}</p>}
      <ul class="logo-list">
        {inForce.map((signature) => (
          <Line shell={shell} signature={signature} />
        ))}
      </ul>
      <NewSignature {...props} />
      {ended.length > 0 && (
        <>
          <h2>{text.endedTitle}</h2>
          <p>{text.endedText}</p>
          <ul class="logo-list">
            {ended.map((signature) => (
              <Line shell={shell} signature={signature} />
            ))}
          </ul>
        </>
      )}
    </OrganiserLayout>
  );
}

function Line({ shell, signature }: { shell: Shell; signature: Signature }) {
  const { t, locale, timeZone, href } = shell.reader;
  const text = t.signatures;
  const { id, name, role, organisation, createdAt, endedAt } = signature;
  const from = sayDay(createdAt, locale, timeZone);
  return (
    <li>
      <SignaturePictures t={t} signature={signature} />
      <span>
        <strong>{name}</strong>, {role}
        <br />
        {organisation}
        <br />
        <span class="muted">
          {endedAt === null
            ? text.since(from)
            : text.until(from, sayDay(endedAt, locale, timeZone))}
        </span>
      </span>
      <a href={href(links.signature(id))}>
        {text.change}
        <span class="unseen"> {text.changeWhich(name)}</span>
      </a>
    </li>
  );
}

function NewSignature({ shell, organisations, own, form, errors }: SignaturesPageProps) {
  const { t, href } = shell.reader;
  const text = t.signatures;
  const every = mayAdminister(shell.account);
  if (!every && own === null) return <p>{text.noOrganisation}</p>;
  return (
    <form method="post" action={href(links.signatures())} enctype="multipart/form-data" novalidate>
      <FormKey shell={shell} />
      <h2>{text.addTitle}</h2>
      <p>{text.addText}</p>
      {every ? (
        <DatalistField
          t={t}
          name="organisation"
          label={text.organisation}
          value={form?.organisation}
          error={errors?.organisation}
          suggestions={organisations}
          maxlength={160}
        />
      ) : (
        <p>{text.ownOnly(own ?? '')}</p>
      )}
      <TextField
        t={t}
        name="name"
        label={text.name}
        value={form?.name}
        error={errors?.name}
        maxlength={100}
        autocomplete="off"
      />
      <TextField
        t={t}
        name="role"
        label={text.role}
        hint={text.roleHint}
        value={form?.role}
        error={errors?.role}
        maxlength={160}
        autocomplete="off"
      />
      <PictureField
        t={t}
        name="signature"
        label={text.signature}
        hint={text.signatureHint}
        error={errors?.signature}
        optional
      />
      <PictureField t={t} name="stamp" label={text.stamp} error={errors?.stamp} optional />
      <Button>{text.add}</Button>
    </form>
  );
}

/** The logos of the network's papers: those that there are, and the form for one more. */
import { mayAdminister, mayOrganise } from '../../../domain/organisers/permissions';
import { mayChangeLogo } from '../../../domain/printing/logos';
import type { Logo } from '../../../domain/printing/schema';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { DatalistField, ErrorSummary, type FieldErrors, RadioGroup } from '../../ui/fields';
import type { Shell } from '../context';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';
import type { LogoForm } from './logo-form';
import { PictureField } from './picture-field';

export type LogosPageProps = {
  shell: Shell;
  logos: readonly Logo[];
  organisations: readonly string[];
  /** The organisation that the reader works for. */
  own: string | null;
  form?: LogoForm | undefined;
  errors?: FieldErrors | undefined;
};

export function LogosPage(props: LogosPageProps) {
  const { shell, logos, errors } = props;
  const { t, href } = shell.reader;
  const text = t.outreach.printing.logos;
  return (
    <OrganiserLayout shell={shell} title={text.title} hasErrors={!!errors}>
      <link rel="stylesheet" href={links.outreachStylesheet()} />
      <ErrorSummary t={t} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lede">{text.intro}</p>
      {mayOrganise(shell.account) && (
        <p>
          <a href={href(links.signatures())}>{text.toSignatures}</a>
        </p>
      )}
      {logos.length === 0 && <p>{text.none}</p>}
      <ul class="logo-list">
        {logos.map((logo) => (
          <LogoLine shell={shell} logo={logo} />
        ))}
      </ul>
      {mayOrganise(shell.account) && <NewLogo {...props} />}
    </OrganiserLayout>
  );
}

function LogoLine({ shell, logo }: { shell: Shell; logo: Logo }) {
  const { t, href } = shell.reader;
  const text = t.outreach.printing.logos;
  return (
    <li>
      <span class="picture">
        <img src={links.logo(logo.key)} alt="" width={logo.width} height={logo.height} />
      </span>
      <span>
        <strong>{logo.name}</strong>
        <br />
        <span class="muted">{text.kinds[logo.kind]}</span>
      </span>
      {mayChangeLogo(shell.account, logo) && (
        <form method="post" action={href(links.logoRemoval(logo.id))}>
          <Button kind="secondary">
            {text.remove}
            <span class="unseen"> {text.removeWhich(logo.name)}</span>
          </Button>
        </form>
      )}
    </li>
  );
}

function NewLogo({ shell, organisations, own, form, errors }: LogosPageProps) {
  const { t, href } = shell.reader;
  const text = t.outreach.printing.logos;
  return (
    <form method="post" action={href(links.logos())} enctype="multipart/form-data" novalidate>
      <FormKey shell={shell} />
      <h2>{text.addTitle}</h2>
      {mayAdminister(shell.account) ? (
        <>
          <RadioGroup
            t={t}
            name="kind"
            label={text.kind}
            value={form?.kind ?? 'carrier'}
            error={errors?.kind}
            options={[
              { value: 'carrier', label: text.kinds.carrier, hint: text.kindHints.carrier },
              { value: 'funder', label: text.kinds.funder, hint: text.kindHints.funder },
            ]}
          />
          <DatalistField
            t={t}
            name="name"
            label={text.name}
            hint={text.nameHint}
            value={form?.name}
            error={errors?.name}
            suggestions={organisations}
            maxlength={160}
          />
        </>
      ) : (
        <p>{text.ownOnly(own ?? '')}</p>
      )}
      <PictureField t={t} name="file" label={text.file} error={errors?.file} />
      <Button>{text.add}</Button>
    </form>
  );
}

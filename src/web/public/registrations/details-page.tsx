/** Correcting what is held of oneself: the name, and what the session asks. */
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { TextArea, TextField } from '../../ui/fields';
import { AskedFields } from './asked-fields';
import { ChangeLayout } from './change-layout';
import type { FormProps } from './form-props';
import type { OwnProps } from './load-own';

/** `form.session.asks` is what may be corrected. */
export function DetailsPage({ own, form }: { own: OwnProps; form: FormProps }) {
  const { reader, token, registration, view } = own;
  const { values, errors, session } = form;
  const { t, href, locale } = reader;
  const text = t.correctDetails.own;
  const field = (name: 'firstName' | 'lastName' | 'note') => ({
    t,
    name,
    label: t.registration.form[name],
    value: values[name],
    error: errors[name],
  });
  const isFixed = view.session.seatsPerOrganisation !== null && registration.organisation !== null;
  return (
    <ChangeLayout
      own={own}
      title={text.title}
      errors={Object.keys(errors).length > 0 ? errors : undefined}
    >
      <p>{text.intro}</p>
      {isFixed && <p>{text.organisationFixed}</p>}
      <form method="post" action={href(links.ownDetails(token))} novalidate>
        <input type="hidden" name="version" value={String(registration.version)} />
        <TextField {...field('firstName')} autocomplete="given-name" maxlength={80} />
        <TextField {...field('lastName')} autocomplete="family-name" maxlength={80} />
        <AskedFields {...form} />
        {session.asks.note && (
          <TextArea
            {...field('note')}
            hint={t.registration.form.noteHint}
            optional={session.asks.note === 'optional'}
            maxlength={1000}
          />
        )}
        <input type="hidden" name="lang" value={locale} />
        <Buttons>
          <Button>{text.save}</Button>
        </Buttons>
      </form>
    </ChangeLayout>
  );
}

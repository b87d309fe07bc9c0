/** « J'ai perdu mon lien » : an address to type, and nothing said of it. */
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { Layout } from '../../ui/layout';

export function LostLinkPage({
  reader,
  email,
  errors,
}: {
  reader: Reader;
  email?: string;
  errors?: FieldErrors;
}) {
  const { t, href, locale } = reader;
  const { lost, form } = t.registration;
  return (
    <Layout reader={reader} head={{ title: lost.title, hasErrors: Boolean(errors) }}>
      <ErrorSummary t={t} errors={errors} />
      <h1>{lost.title}</h1>
      <p class="lede">{lost.text}</p>
      <form method="post" action={href(links.lostLink())} novalidate>
        <TextField
          t={t}
          name="email"
          label={form.email}
          value={email}
          error={errors?.email}
          type="email"
          inputmode="email"
          autocomplete="email"
          maxlength={254}
        />
        <input type="hidden" name="lang" value={locale} />
        <Buttons>
          <Button>{lost.submit}</Button>
        </Buttons>
      </form>
    </Layout>
  );
}

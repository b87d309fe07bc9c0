/** The page of a session with its form, empty or as it came back. */
import type { Context } from 'hono';
import { takesRegistrations } from '../../../domain/catalogue/registration-window';
import { isInvited } from '../../../domain/registrations/invited';
import type { AppEnv } from '../../context';
import { SessionPage, type SessionPageProps } from '../catalogue/session-page';
import { RegistrationForm } from './form';
import { loadForm, type Typed } from './load-form';

export async function sessionWithForm(
  c: Context<AppEnv>,
  page: SessionPageProps,
  typed: Typed = {},
) {
  const { db, reader, now, settings } = c.var;
  const { session } = page.view;
  const invited =
    session.visibility === 'invitation' &&
    (await isInvited(settings.signingSecret, session, typed.invitation));
  const takes = takesRegistrations(session, now, invited);
  const form = takes ? await loadForm(db, reader, page.view, typed) : null;
  return (
    <SessionPage
      {...page}
      invited={invited}
      errors={typed.errors}
      form={form ? <RegistrationForm {...form} /> : undefined}
    />
  );
}

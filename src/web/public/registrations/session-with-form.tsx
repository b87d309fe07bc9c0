/** The page of a session with its form, empty or as it came back. */
import type { Context } from 'hono';
import { registrationStatus } from '../../../domain/catalogue/registration-window';
import type { AppEnv } from '../../context';
import { SessionPage, type SessionPageProps } from '../catalogue/session-page';
import { RegistrationForm } from './form';
import { loadForm, type Typed } from './load-form';

export async function sessionWithForm(
  c: Context<AppEnv>,
  page: SessionPageProps,
  typed: Typed = {},
) {
  const { db, reader, now } = c.var;
  const isOpen = registrationStatus(page.view.session, now).status === 'open';
  const form = isOpen ? await loadForm(db, reader, page.view, typed) : null;
  return (
    <SessionPage
      {...page}
      errors={typed.errors}
      form={form ? <RegistrationForm {...form} /> : undefined}
    />
  );
}

/** What changes who holds a registration: handing the seat over, and correcting the address. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { handOver } from '../../../domain/attendance/hand-over';
import { correctAddress } from '../../../domain/registrations/hand-over';
import { emailField, type FormFields, nameField } from '../../../domain/registrations/inputs';
import { registrationToken } from '../../../domain/registrations/tokens';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { AddressPage, HandedOverPage, HandoverPage } from './holder-pages';
import { loadOwn } from './load-own';
import { type OwnEnv, ownLink, unlessDone } from './own-link';
import { localeOf, momentOf, readFields } from './read-fields';
import { sayCorrectionRefusal, sayHandoverRefusal } from './refusals';

const Address = v.object({ email: emailField });
const Holder = v.object({
  firstName: nameField,
  lastName: nameField,
  email: emailField,
  profession: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120, 'too_long')), ''),
});

export const holderRoutes = new Hono<OwnEnv>()
  .get('/i/:token/remplacement', ownLink, async (c) =>
    c.html(<HandoverPage {...(await loadOwn(c.var.db, c.var))} />),
  )
  .post('/i/:token/remplacement', unlessDone(links.handedOver()), ownLink, async (c) => {
    const { db, own, reader } = c.var;
    const t = reader.t.registration;
    const values = await readFields(c);
    const again = async (status: 409 | 422, errors: FieldErrors) =>
      c.html(<HandoverPage {...(await loadOwn(db, c.var))} {...{ values, errors }} />, status);
    const parsed = v.safeParse(Holder, { ...blank, ...values });
    if (!parsed.success) return again(422, sayIssues(t, parsed.issues));
    const holder = { ...parsed.output, locale: localeOf(values, reader) };
    const outcome = await handOver(db, own, holder, momentOf(c.var));
    deliverSoon(c);
    if (outcome.ok) return c.redirect(reader.href(links.handedOver()), 303);
    const field = outcome.reason === 'already_registered' ? 'email' : 'form';
    return again(409, { [field]: sayHandoverRefusal(t.handOverPage, outcome.reason) });
  })
  .get(links.handedOver(), (c) => c.html(<HandedOverPage reader={c.var.reader} />))
  .get('/i/:token/adresse', ownLink, async (c) =>
    c.html(<AddressPage {...(await loadOwn(c.var.db, c.var))} />),
  )
  .post('/i/:token/adresse', unlessDone(links.messageSent()), ownLink, async (c) => {
    const { db, own, reader, settings } = c.var;
    const t = reader.t.registration;
    const values = await readFields(c);
    const again = async (status: 409 | 422, errors: FieldErrors) =>
      c.html(<AddressPage {...(await loadOwn(db, c.var))} {...{ values, errors }} />, status);
    const parsed = v.safeParse(Address, { ...blank, ...values });
    if (!parsed.success) return again(422, sayIssues(t, parsed.issues));
    const outcome = await correctAddress(db, own, parsed.output.email, momentOf(c.var));
    deliverSoon(c);
    if (!outcome.ok) {
      const ofAddress = ['already_registered', 'same_address'].includes(outcome.reason);
      const field = ofAddress ? 'email' : 'form';
      return again(409, { [field]: sayCorrectionRefusal(t.addressPage, outcome.reason) });
    }
    const link = { id: own.id, holderVersion: outcome.holderVersion };
    const token = await registrationToken(settings.signingSecret, link);
    return c.redirect(reader.href(`${links.registration(token)}?fait=adresse`), 303);
  });

const blank: FormFields = { firstName: '', lastName: '', email: '' };

function sayIssues(
  { required, invalid }: Texts['registration'],
  issues: readonly v.BaseIssue<unknown>[],
): FieldErrors {
  const texts: Record<string, string> = required;
  const errors: FieldErrors = {};
  for (const issue of issues) {
    const field = String(issue.path?.[0]?.key ?? 'form');
    errors[field] ??=
      issue.message === 'required'
        ? (texts[field] ?? required.other)
        : issue.message === 'email'
          ? invalid.email
          : invalid.tooLong;
  }
  return errors;
}

/** Naming who takes the seat, and correcting the address: both make a new link and end this one. */
import type { FormFields } from '../../../domain/registrations/inputs';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { type FieldErrors, TextField } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Notice, Panel } from '../../ui/notice';
import { ChangeLayout } from './change-layout';
import type { OwnProps } from './load-own';

type Again = { values?: FormFields; errors?: FieldErrors };

export function HandoverPage({ values = {}, errors, ...own }: OwnProps & Again) {
  const { reader, token, view } = own;
  const { t, href, locale } = reader;
  const { handOverPage } = t.registration;
  const field = (name: 'firstName' | 'lastName' | 'email' | 'profession') => ({
    t,
    name,
    label: handOverPage[name],
    value: values[name],
    error: errors?.[name],
  });
  return (
    <ChangeLayout own={own} title={handOverPage.title} errors={errors}>
      {own.may.handOver ? (
        <>
          <p>{handOverPage.text}</p>
          {view.session.checksEligibility && <p>{handOverPage.checked}</p>}
          <form method="post" action={href(links.handover(token))} novalidate>
            <TextField {...field('firstName')} autocomplete="off" maxlength={80} />
            <TextField {...field('lastName')} autocomplete="off" maxlength={80} />
            <TextField
              {...field('email')}
              hint={handOverPage.tell}
              type="email"
              inputmode="email"
              autocomplete="off"
              maxlength={254}
            />
            {view.session.asks.profession && (
              <TextField {...field('profession')} maxlength={120} optional />
            )}
            <input type="hidden" name="lang" value={locale} />
            <Buttons>
              <Button>{handOverPage.submit}</Button>
            </Buttons>
          </form>
        </>
      ) : (
        <Notice tone="care">
          <p>{handOverPage.notLive}</p>
        </Notice>
      )}
    </ChangeLayout>
  );
}

/** The link that led here has ended: this page is anybody's. */
export function HandedOverPage({ reader }: { reader: Reader }) {
  const { handOverPage, own } = reader.t.registration;
  return (
    <Layout reader={reader} head={{ title: handOverPage.doneTitle, noIndex: true }}>
      <Panel title={handOverPage.doneTitle}>
        <p>{handOverPage.doneText}</p>
      </Panel>
      <p>
        <ButtonLink href={reader.href(links.programme())} kind="secondary">
          {own.otherDates}
        </ButtonLink>
      </p>
    </Layout>
  );
}

export function AddressPage({ values = {}, errors, ...own }: OwnProps & Again) {
  const { reader, token, registration, may } = own;
  const { t, href } = reader;
  const { addressPage } = t.registration;
  return (
    <ChangeLayout own={own} title={addressPage.title} errors={errors}>
      {may.correctAddress ? (
        <form method="post" action={href(links.addressCorrection(token))} novalidate>
          {registration.email !== null && <p>{addressPage.now(registration.email)}</p>}
          <TextField
            t={t}
            name="email"
            label={addressPage.email}
            hint={addressPage.hint}
            value={values.email}
            error={errors?.email}
            type="email"
            inputmode="email"
            autocomplete="email"
            maxlength={254}
          />
          <Buttons>
            <Button>{addressPage.submit}</Button>
          </Buttons>
        </form>
      ) : (
        <Notice tone="care">
          <p>{addressPage.tooLate}</p>
        </Notice>
      )}
    </ChangeLayout>
  );
}

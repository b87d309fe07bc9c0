/**
 * Certificates for those who hold them and those who are handed them: verification by code, all of an
 * address by a mailed link, those of a registration by its own link. Unknown, forged and ended links
 * give one identical page; a GET changes nothing.
 */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { mailCertificatesLink } from '../../../domain/attendance/certificate-mail';
import {
  byPerson,
  findAddressByToken,
  findCertificate,
  findReplacement,
  listOwnCertificates,
  listRegistrationCertificates,
} from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import { emailField } from '../../../domain/registrations/inputs';
import { findByToken } from '../../../domain/registrations/tokens';
import { localDay } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { absolute, links } from '../../../links';
import type { AppEnv } from '../../context';
import { deliverSoon } from '../../deliver-soon';
import { limited } from '../../middleware/rate-limit';
import { readForm } from '../../read-form';
import { oneCertificate, printPage, severalCertificates } from './answers';
import { OwnCertificatesPage } from './own-certificates-page';
import { CertificatesRequestedPage, CertificatesRequestPage } from './request-page';
import { UnknownCertificatePage, VerificationPage } from './verification-page';

type Values = Partial<Record<string, string>>;

export const certificateRoutes = new Hono<AppEnv>()
  .get(links.certificateVerification(':code'), async (c) => {
    const { db, reader } = c.var;
    const code = readCode(c.req.param('code') ?? '');
    const certificate = code && (await findCertificate(db, code));
    if (!certificate) return c.html(<UnknownCertificatePage reader={reader} />, 404);
    const replacement = await findReplacement(db, certificate.id);
    return c.html(<VerificationPage {...{ reader, certificate, replacement }} />);
  })

  .get(links.certificatesRequest(), (c) =>
    c.html(<CertificatesRequestPage reader={c.var.reader} />),
  )

  .post(links.certificatesRequest(), async (c) => {
    const { db, now, reader } = c.var;
    const { email: typed = '' }: Values = Object.fromEntries(await readForm(c));
    const read = v.safeParse(emailField, typed);
    if (!read.success) {
      const error = reader.t.certificates.request.problem;
      return c.html(<CertificatesRequestPage {...{ reader, email: typed, error }} />, 422);
    }
    await limited(c, `certificates:${read.output.toLowerCase()}`);
    await mailCertificatesLink(db, { email: read.output, locale: reader.locale }, now);
    deliverSoon(c);
    return c.redirect(reader.href(links.certificatesRequested()), 303);
  })

  .get(links.certificatesRequested(), (c) =>
    c.html(<CertificatesRequestedPage reader={c.var.reader} />),
  )

  .get(links.ownCertificates(':token'), async (c) => showOwn(c, await ofAddress(c)))
  .get(`${links.ownCertificates(':token')}/:file`, async (c) => showFile(c, await ofAddress(c)))
  .get(links.registrationCertificates(':token'), async (c) => showOwn(c, await ofRegistration(c)))
  .get(`${links.registrationCertificates(':token')}/:file`, async (c) =>
    showFile(c, await ofRegistration(c)),
  );

type Own = { certificates: Certificate[]; base: string; gathered: boolean };

async function ofAddress(c: Context<AppEnv>): Promise<Own> {
  const { db, settings } = c.var;
  const token = c.req.param('token') ?? '';
  const address = await findAddressByToken(db, settings.signingSecret, token);
  if (!address) throw new NotFound();
  const certificates = await listOwnCertificates(db, address);
  return { certificates, base: links.ownCertificates(token), gathered: true };
}

async function ofRegistration(c: Context<AppEnv>): Promise<Own> {
  const { db, settings } = c.var;
  const token = c.req.param('token') ?? '';
  const registration = await findByToken(db, settings.signingSecret, token);
  if (!registration) throw new NotFound();
  const certificates = await listRegistrationCertificates(db, registration.id);
  return { certificates, base: links.registrationCertificates(token), gathered: false };
}

const peopleOf = (c: Context<AppEnv>, certificates: readonly Certificate[]) =>
  byPerson(certificates, (at) => Number(localDay(at, c.var.settings.timeZone).slice(0, 4)));

function showOwn(c: Context<AppEnv>, { certificates, base, gathered }: Own) {
  const { reader, settings } = c.var;
  const { own } = reader.t.certificates;
  const title = gathered ? own.title : own.ofRegistration;
  const pdf = settings.pdf === 'on';
  const people = peopleOf(c, certificates);
  return c.html(<OwnCertificatesPage {...{ reader, title, people, base, pdf, gathered }} />);
}

/** `CODE`, `CODE.pdf`, `toutes`, `toutes.pdf`: a page that prints, or its PDF. */
async function showFile(c: Context<AppEnv>, { certificates, base, gathered }: Own) {
  const [, name = '', pdf] = /^([\w-]+)(\.pdf)?$/.exec(c.req.param('file') ?? '') ?? [];
  if (name === 'toutes' && gathered && pdf) return summary(c, certificates, base);
  const code = readCode(name);
  const chosen =
    name === 'toutes' && gathered
      ? certificates
      : certificates.filter((certificate) => certificate.code === code);
  const [first] = chosen;
  if (!first) throw new NotFound();
  return pdf ? oneCertificate(c, first, base) : printPage(c, chosen);
}

function summary(c: Context<AppEnv>, certificates: readonly Certificate[], base: string) {
  const { reader, settings } = c.var;
  const t = reader.t.certificates;
  const { networkName: author, timeZone, baseUrl } = settings;
  const people = peopleOf(c, certificates);
  const verifyAt = absolute(baseUrl, links.certificateVerification('')).replace(/^https?:\/\//, '');
  return severalCertificates(
    c,
    people.flatMap(({ years }) => years.flatMap((year) => year.certificates)),
    { file: 'attestations', page: `${base}/toutes` },
    {
      title: t.own.allTitle(people.map(({ name }) => name)),
      author,
      language: reader.locale,
      summary: { people, verifyAt, timeZone, t },
    },
  );
}

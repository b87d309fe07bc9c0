/** The certificates of a session: issued in steps, sent with the thanks, printed, taken back. */
import { type Context, Hono } from 'hono';
import { mailCertificates } from '../../../domain/attendance/certificate-mail';
import { findCertificateWork } from '../../../domain/attendance/certificate-work';
import { findCertificate, listSessionCertificates } from '../../../domain/attendance/certificates';
import {
  correctCertificates,
  type IssueOutcome,
  issueCertificates,
} from '../../../domain/attendance/certify';
import { TakeBackInput, takeBackCertificate } from '../../../domain/attendance/take-back';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { findSigning } from '../../../domain/printing/read-signatures';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { oneCertificate, printPage, severalCertificates } from '../../public/certificates/answers';
import type { OrganiserEnv } from '../context';
import { readInput, readValues } from '../form';
import { CertificatesPage, perFile, sayMoment } from './certificates-page';
import { actorOf, attendanceShell, done, openSession } from './open-session';
import { TakeBackPage } from './take-back-page';

export const certificatesRoutes = new Hono<OrganiserEnv>()
  .get(links.certificates(':code'), async (c) => showCertificates(c, await openSession(c)))

  .post(links.certificates(':code'), async (c) => {
    const view = await openSession(c);
    const { session } = view;
    const { db, now, settings } = c.var;
    const { again, correct } = await readValues(c);
    const issuer = { network: settings.networkName, timeZone: settings.timeZone };
    const by = { now, actor: actorOf(c) };
    if (correct) {
      await correctCertificates(db, session.id, by);
      return done(c, links.certificates(session.code), 'corrigees');
    }
    const outcome = await issueCertificates(db, session.id, issuer, by, again ? { again } : {});
    if (!outcome.ok) return showCertificates(c, view, outcome);
    return done(c, links.certificates(session.code), outcome.left ? 'suite' : 'etablies');
  })

  .post(links.certificatesMailing(':code'), async (c) => {
    const { session } = await openSession(c);
    await mailCertificates(c.var.db, session.id, { now: c.var.now, actor: actorOf(c) });
    deliverSoon(c);
    return done(c, links.certificates(session.code), 'envoyees');
  })

  .get(links.certificatesPrint(':code'), async (c) => {
    const { session } = await openSession(c);
    return printPage(c, await listValid(c, session));
  })

  .get(links.certificateFile(':code', ':file'), async (c) => {
    const { session } = await openSession(c);
    const [, part] = /^toutes-(\d{1,3})\.pdf$/.exec(c.req.param('file') ?? '') ?? [];
    if (part) return showPart(c, session, Number(part));
    const [, name = '', pdf] = /^(\w+)(\.pdf)?$/.exec(c.req.param('file') ?? '') ?? [];
    const certificate = await requireCertificate(c, session, name);
    return pdf
      ? oneCertificate(c, certificate, links.certificates(session.code))
      : printPage(c, [certificate]);
  })

  .get(links.certificateRevocation(':code', ':certificate'), async (c) => {
    const { page, certificate, view } = await takingBack(c);
    if (certificate.revokedAt !== null)
      return c.redirect(c.var.reader.href(links.certificates(view.session.code)), 303);
    return c.html(<TakeBackPage {...page} />);
  })

  .post(links.certificateRevocation(':code', ':certificate'), async (c) => {
    const { page, certificate, view } = await takingBack(c);
    const { db, now, reader } = c.var;
    const values = await readValues(c);
    const { problems } = reader.t.certificates.organiser.takeBack;
    const read = readInput(TakeBackInput, values, problems);
    if (!read.ok)
      return c.html(<TakeBackPage {...page} values={values} errors={read.errors} />, 422);
    const by = { now, actor: actorOf(c) };
    const { told } = await takeBackCertificate(db, certificate, read.input, by);
    deliverSoon(c);
    return done(c, links.certificates(view.session.code), told ? 'annulee-prevenue' : 'annulee');
  });

async function takingBack(c: Context<OrganiserEnv>) {
  const view = await openSession(c);
  const typed = c.req.param('certificate') ?? '';
  const certificate = await requireCertificate(c, view.session, typed);
  return { view, certificate, page: { shell: attendanceShell(c), view, certificate } };
}

async function listValid(c: Context<OrganiserEnv>, { id }: SessionView['session']) {
  const all = await listSessionCertificates(c.var.db, id);
  return all.filter(({ revokedAt }) => revokedAt === null);
}

/** Those of a session as PDF, in files of `perFile`. */
async function showPart(c: Context<OrganiserEnv>, session: SessionView['session'], part: number) {
  const { reader, settings } = c.var;
  const valid = (await listValid(c, session)).slice((part - 1) * perFile, part * perFile);
  if (!valid.length) throw new NotFound();
  const file = `attestations-${session.code}-${part}`;
  const title = reader.t.certificates.organiser.title;
  const about = { title, author: settings.networkName, language: reader.locale };
  return severalCertificates(
    c,
    valid,
    { file, page: links.certificatesPrint(session.code) },
    about,
  );
}

type Refused = Extract<IssueOutcome, { ok: false }>;

async function showCertificates(c: Context<OrganiserEnv>, view: SessionView, refused?: Refused) {
  const { db, now, settings, reader } = c.var;
  const [work, signing] = await Promise.all([
    findCertificateWork(db, view, now),
    findSigning(db, view.action.id),
  ]);
  const shell = certificatesShell(c);
  const page = { shell, view, work, signing, pdf: settings.pdf === 'on' };
  if (!refused) return c.html(<CertificatesPage {...page} />);
  const { refusals } = reader.t.certificates.organiser;
  const when = sayMoment(refused.endsAt, reader);
  return c.html(<CertificatesPage {...page} refusal={refusals[refused.reason](when)} />, 409);
}

/** @throws {NotFound} for a certificate of another session too */
async function requireCertificate(
  c: Context<OrganiserEnv>,
  session: SessionView['session'],
  typed: string,
) {
  const code = readCode(typed);
  const certificate = code && (await findCertificate(c.var.db, code));
  if (!certificate || certificate.sessionId !== session.id) throw new NotFound();
  return certificate;
}

function certificatesShell(c: Context<OrganiserEnv>) {
  const texts: Record<string, string> = c.var.reader.t.certificates.organiser.done;
  const code = c.req.query('fait') ?? '';
  const said = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return { ...attendanceShell(c), ...(said && { done: said }) };
}

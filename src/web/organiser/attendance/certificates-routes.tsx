/** The certificates of a session: issued in steps, sent with the thanks, printed, taken back. */
import { type Context, Hono } from 'hono';
import { mailCertificates } from '../../../domain/attendance/certificate-mail';
import { findCertificateWork } from '../../../domain/attendance/certificate-work';
import { findCertificate, listSessionCertificates } from '../../../domain/attendance/certificates';
import { issueCertificates, revokeCertificate } from '../../../domain/attendance/certify';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { oneCertificate, printPage } from '../../public/certificates/routes';
import type { OrganiserEnv } from '../context';
import { readValues } from '../form';
import { CertificatesPage } from './certificates-page';
import { actorOf, attendanceShell, done, openSession } from './open-session';

export const certificatesRoutes = new Hono<OrganiserEnv>()
  .get(links.certificates(':code'), async (c) => {
    const view = await openSession(c);
    const work = await findCertificateWork(c.var.db, view);
    const pdf = c.var.settings.pdf === 'on';
    return c.html(<CertificatesPage {...{ shell: certificatesShell(c), view, work, pdf }} />);
  })

  .post(links.certificates(':code'), async (c) => {
    const { session } = await openSession(c);
    const { db, now, settings } = c.var;
    const { again } = await readValues(c);
    const issuer = { network: settings.networkName, timeZone: settings.timeZone };
    const by = { now, actor: actorOf(c) };
    const { left } = await issueCertificates(db, session.id, issuer, by, again ? { again } : {});
    return done(c, links.certificates(session.code), left ? 'suite' : 'etablies');
  })

  .post(links.certificatesMailing(':code'), async (c) => {
    const { session } = await openSession(c);
    await mailCertificates(c.var.db, session.id, { now: c.var.now, actor: actorOf(c) });
    deliverSoon(c);
    return done(c, links.certificates(session.code), 'envoyees');
  })

  .get(links.certificatesPrint(':code'), async (c) => {
    const { session } = await openSession(c);
    const all = await listSessionCertificates(c.var.db, session.id);
    return printPage(
      c,
      all.filter(({ revokedAt }) => revokedAt === null),
    );
  })

  .get(links.certificateFile(':code', ':file'), async (c) => {
    const { session } = await openSession(c);
    const [, name = '', pdf] = /^(\w+)(\.pdf)?$/.exec(c.req.param('file') ?? '') ?? [];
    const certificate = await requireCertificate(c, session, name);
    return pdf
      ? oneCertificate(c, certificate, links.certificates(session.code))
      : printPage(c, [certificate]);
  })

  .post(links.certificateRevocation(':code', ':certificate'), async (c) => {
    const { session } = await openSession(c);
    const { id } = await requireCertificate(c, session, c.req.param('certificate') ?? '');
    await revokeCertificate(c.var.db, id, { now: c.var.now, actor: actorOf(c) });
    return done(c, links.certificates(session.code), 'annulee');
  });

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

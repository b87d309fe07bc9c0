/**
 * Who signs: an organiser sees and changes their organisation's, an administrator any. The pictures are
 * shown to them alone, and to no one who is not signed in.
 */
import { type Context, Hono } from 'hono';
import { listOrganisationNames } from '../../../domain/catalogue/list-names';
import { findOrganisationName } from '../../../domain/organisers/access';
import { mayAdminister, mayOrganise } from '../../../domain/organisers/permissions';
import { mayChangeLogo } from '../../../domain/printing/logos';
import {
  countBearing,
  findSignature,
  findSignaturePicture,
  listSignatures,
  type Signature,
} from '../../../domain/printing/read-signatures';
import { addSignature, endSignature, eraseSignature } from '../../../domain/printing/signatures';
import { Forbidden, NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, byOf, type OrganiserEnv, shellOf } from '../context';
import { readId } from '../form';
import { requireRole } from '../signed-in';
import { readSignatureForm, type SignatureForm } from './signature-form';
import { SignaturePage } from './signature-page';
import { SignaturesPage } from './signatures-page';

type C = Context<OrganiserEnv>;

export const signatureRoutes = new Hono<OrganiserEnv>()
  .get(links.signatures(), requireRole(mayOrganise), (c) => showSignatures(c))

  .post(links.signatures(), requireRole(mayOrganise), async (c) => {
    const { db, account, reader } = c.var;
    const { problems } = reader.t.signatures;
    const own = mayAdminister(account) ? null : ((await findOrganisationName(db, account)) ?? '');
    const { form, input, errors } = await readSignatureForm(c, own, problems);
    if (errors) return showSignatures(c, form, errors);
    const outcome = await addSignature(db, input, await byFormOf(c));
    if (outcome.ok) return done(c, 'signature');
    const refused = Object.entries(outcome.refused).map(([kind, reason]) => [
      kind,
      reader.t.outreach.printing.logos.problems[reason],
    ]);
    return showSignatures(c, form, Object.fromEntries(refused));
  })

  .get(links.signature(':id'), async (c) => {
    const signature = await requireSignature(c);
    const bearing = await countBearing(c.var.db, signature.id);
    return c.html(<SignaturePage {...{ shell: shellOf(c), signature, bearing }} />);
  })

  .get(links.signaturePicture(':id', ':picture'), async (c) => {
    const { id } = await requireSignature(c);
    const name = c.req.param('picture');
    const kind = name === 'cachet' ? 'stamp' : name === 'signature' ? 'signature' : null;
    const picture = kind && (await findSignaturePicture(c.var.db, id, kind));
    if (!picture) throw new NotFound();
    c.set('contentPolicy', "default-src 'none'; sandbox");
    return c.body(picture.bytes, 200, {
      'Content-Type': picture.type,
      'Cache-Control': 'private, no-store',
    });
  })

  .post(links.signatureEnd(':id'), async (c) => {
    const { id } = await requireSignature(c);
    await endSignature(c.var.db, id, byOf(c));
    return done(c, 'signature-fin');
  })

  .post(links.signatureErasure(':id'), async (c) => {
    const { id } = await requireSignature(c);
    await eraseSignature(c.var.db, id, byOf(c));
    return done(c, 'signature-effacee');
  });

const done = (c: C, what: string) =>
  c.redirect(c.var.reader.href(`${links.signatures()}?fait=${what}`), 303);

/** @throws {NotFound} @throws {Forbidden} for another organisation's */
async function requireSignature(c: C): Promise<Signature> {
  const { db, account } = c.var;
  const id = readId(c.req.param('id'));
  const signature = id === null ? null : await findSignature(db, id);
  if (!signature) throw new NotFound();
  const { organisationId } = signature;
  if (!mayChangeLogo(account, { kind: 'carrier', organisationId })) throw new Forbidden();
  return signature;
}

async function showSignatures(c: C, form?: SignatureForm, errors?: FieldErrors) {
  const { db, account } = c.var;
  const every = mayAdminister(account);
  const [signatures, organisations, own] = await Promise.all([
    listSignatures(db, every ? 'all' : (account.organisationId ?? 0)),
    every ? listOrganisationNames(db) : [],
    findOrganisationName(db, account),
  ]);
  const page = { shell: shellOf(c), signatures, organisations, own, form, errors };
  return c.html(<SignaturesPage {...page} />, errors ? 422 : 200);
}

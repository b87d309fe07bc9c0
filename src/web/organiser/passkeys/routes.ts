/** One's own passkeys: added by the script, renamed and removed by forms. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { Attestation } from '../../../domain/organisers/passkey-ceremony';
import {
  addPasskey,
  offerPasskey,
  PasskeyName,
  removePasskey,
  renamePasskey,
} from '../../../domain/organisers/passkeys';
import { links } from '../../../links';
import { limited } from '../../middleware/rate-limit';
import { byOf, type OrganiserEnv } from '../context';
import { readInput, readValues, requireId } from '../form';
import { browserName } from '../login/browser-name';
import { showLogins } from '../login/logins-routes';
import { readBody, refusal, siteOf } from './json';

export const passkeyRoutes = new Hono<OrganiserEnv>()
  .post(links.passkeyOptions(), async (c) => {
    const { db, account } = c.var;
    await limited(c, `passkeys:${account.id}`);
    const outcome = await offerPasskey(db, account, siteOf(c));
    return outcome.ok ? c.json(outcome.options) : refusal(c, outcome.reason);
  })
  .post(links.passkeys(), async (c) => {
    const { db, account, reader } = c.var;
    const body = await readBody(c, v.object({ response: Attestation }));
    if (!body) return refusal(c, 'body_not_valid');
    await limited(c, `passkeys:${account.id}`);
    const name = browserName(c.req.header('User-Agent')) || reader.t.passkeys.unnamed;
    const made = { response: body.response, name };
    const outcome = await addPasskey(db, account.id, made, { ...siteOf(c), ...byOf(c) });
    if (!outcome.ok) return refusal(c, outcome.reason);
    return c.json({ next: reader.href(`${links.logins()}?fait=cle-ajoutee`) });
  })
  .post(links.passkey(':id'), async (c) => {
    const { db, account, reader } = c.var;
    const id = requireId(c);
    const { name = '' } = await readValues(c);
    const read = readInput(PasskeyName, { name }, reader.t.passkeys.problems);
    if (!read.ok) return showLogins(c, { id, typed: name, error: reader.t.passkeys.problems.name });
    await renamePasskey(db, account.id, id, read.input);
    return c.redirect(reader.href(`${links.logins()}?fait=enregistre`), 303);
  })
  .post(links.passkeyRemoval(':id'), async (c) => {
    const { db, account, reader } = c.var;
    const id = requireId(c);
    await removePasskey(db, account.id, id, byOf(c));
    return c.redirect(reader.href(`${links.logins()}?fait=cle-supprimee`), 303);
  });

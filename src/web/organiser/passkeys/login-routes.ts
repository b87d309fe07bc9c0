/** Signing in with a passkey: open to all, beside the mailed link. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { Assertion } from '../../../domain/organisers/passkey-ceremony';
import { offerLogin, signInByPasskey } from '../../../domain/organisers/passkeys';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { limited, limitedByAddress } from '../../middleware/rate-limit';
import { browserName } from '../login/browser-name';
import { setLoginCookie } from '../login-cookie';
import { returnPath } from '../return-path';
import { readBody, refusal, siteOf } from './json';

const Proof = v.object({ response: Assertion, back: v.optional(v.string(), '') });

export const passkeyLoginRoutes = new Hono<AppEnv>()
  .post(links.passkeyLoginOptions(), async (c) => {
    await limitedByAddress(c);
    return c.json(await offerLogin(siteOf(c)));
  })
  .post(links.passkeyLogin(), async (c) => {
    const { db, reader } = c.var;
    const body = await readBody(c, Proof);
    if (!body) return refusal(c, 'body_not_valid');
    await limited(c, `passkey:${body.response.id}`);
    const proof = { response: body.response, browser: browserName(c.req.header('User-Agent')) };
    const outcome = await signInByPasskey(db, proof, siteOf(c));
    if (!outcome.ok) return refusal(c, outcome.reason);
    setLoginCookie(c, outcome.token);
    return c.json({ next: reader.href(returnPath(body.back)) });
  });

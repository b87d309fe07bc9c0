/** When a draft is to leave, as its form says it; and the policy of the frame in which it is shown. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { localInstant } from '../../../domain/catalogue/inputs';
import type { SendOrder } from '../../../domain/drafts/draft';
import type { OrganiserEnv } from '../context';
import { readValues, versionOf } from '../form';

export type TypedOrder = { when: string; sendAt: string };

/** `order` is null where the time is none that a clock of the network shows. */
export async function readOrder(
  c: Context<OrganiserEnv>,
): Promise<{ typed: TypedOrder; order: SendOrder | null }> {
  const values = await readValues(c);
  const { when = 'now', sendAt = '' } = values;
  const typed = { when, sendAt };
  const version = versionOf(values);
  if (when !== 'later') return { typed, order: { version, sendAt: null } };
  const at = v.safeParse(localInstant(c.var.reader.timeZone), sendAt);
  return { typed, order: at.success ? { version, sendAt: at.output } : null };
}

/** A mail in a frame, without scripts, and under a policy of its own: a mail's styles are inline. */
export function framed(c: Context<OrganiserEnv>, { html }: { html: string }) {
  c.set('contentPolicy', framedMail);
  return c.html(html.replace('<head>', '<head><base target="_blank">'));
}

const framedMail =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

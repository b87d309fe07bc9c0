/** The mail log by keyboard, on a phone without JavaScript: what failed, sent again, and where it went. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailbox } from '../../src/domain/mail/schema';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { day, hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { keepsNobodyOut, openWorld, tabsTo, type World } from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { insertSession } from '../support/rows';

const recipient = 'zoe.oeillet-dupre.de-la-creche-des-petits-pas@exemple.fr';
let token = '';
let world: World;

beforeAll(async () => {
  world = await openWorld();
  token = await administratorToken(world);
  const now = Date.now();
  const slots = [{ startsAt: now + day, endsAt: now + day + 2 * hour }];
  const session = await insertSession(world.db, { title: 'La chambre de bébé', slots });
  const registrant = {
    firstName: 'Zoé',
    lastName: 'Œillet-Dupré',
    email: recipient,
    locale: 'fr' as const,
    seats: 1,
  };
  await registerByHand(
    world.db,
    { sessionId: session.id, registrant, submissionKey: newToken() },
    'system',
    { now, timeZone: 'Europe/Paris' },
  );
  await world.db.run(
    sql`UPDATE outbox SET state = 'failed', attempts = 8, last_error = '451 4.7.1 try again later'`,
  );
});
afterAll(() => world?.stop());

it('sends again what failed, once, by the keyboard', async () => {
  const page = await openSignedIn(world, token, '/organisation/courriels');
  await keepsNobodyOut(page, 'mail-log-failed');
  const resend = page.getByRole('button', { name: `Renvoyer ${recipient}` });
  expect(await tabsTo(page, `button:has-text("${recipient}")`)).toBeGreaterThan(0);
  await resend.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/fait=renvoi/);
  expect(await resend.count()).toBe(0);
  await keepsNobodyOut(page, 'mail-log-resent');
  await world.tick();
  const sent = await openSignedIn(world, token, '/organisation/courriels?etat=sent');
  expect(await sent.locator('tbody tr', { hasText: recipient }).count()).toBe(1);
  await keepsNobodyOut(sent, 'mail-log-sent');
  // The page that still shows the button: the same answer, and no second mail.
  await page.goBack();
  await resend.click();
  await page.waitForURL(/fait=renvoi/);
  await world.tick();
  const received = await world.db.select().from(mailbox);
  expect(received.map((mail) => mail.recipient)).toEqual([recipient]);
});

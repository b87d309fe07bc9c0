/** Signing in on a site that runs: by the mail, as people do, or by a row, where a test is about something else. */
import { desc, eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { mailbox } from '../../src/domain/mail/schema';
import { loginLifetime, loginMac } from '../../src/domain/organisers/login-link';
import { accounts, logins } from '../../src/domain/organisers/schema';
import { newToken } from '../../src/lib/tokens';
import type { Visit, World } from './browser';
import { readMail } from './mails';
import { signingSecret } from './site';

export const admin = 'admin@farandole.example';

/** The link in the last mail to this address; delivered after the answer, so it may take a moment. */
export async function mailedLink(world: World, recipient = admin): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const [mail] = await world.db
      .select()
      .from(mailbox)
      .where(eq(mailbox.recipient, recipient))
      .orderBy(desc(mailbox.id))
      .limit(1);
    const text = mail ? (await readMail(mail.raw)).email.text : '';
    const link = /https?:\S+\/organisation\/connexion\/\S+/.exec(text ?? '');
    if (link) return link[0];
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no sign-in mail to ${recipient}`);
}

/** Asks for a page of the organisers' side and signs in by mail on the way to it. */
export async function signInByMail(world: World, page: Page, path: string): Promise<void> {
  await page.goto(world.baseUrl + path);
  await page.getByLabel('Adresse électronique').fill(admin);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await page.goto(await mailedLink(world));
  await page.getByRole('button', { name: 'Me connecter', exact: true }).click();
}

/** The token of an administrator's sign-in that lasts. */
export async function administratorToken({ db }: World): Promise<string> {
  const now = Date.now();
  const email = 'camille@exemple.fr';
  const [account] = await db
    .insert(accounts)
    .values({
      name: 'Camille Martin',
      email,
      emailKey: email,
      role: 'administrator',
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  const token = newToken();
  await db.insert(logins).values({
    tokenMac: await loginMac(signingSecret, token),
    accountId: account?.id ?? 0,
    browser: 'Firefox, Linux',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + loginLifetime,
  });
  return token;
}

/** A page of the organisers' side in a window of its own, signed in. */
export async function openSignedIn(
  world: World,
  token: string,
  path: string,
  visit: Visit = {},
): Promise<Page> {
  const { page } = await world.window(visit);
  const cookie = { name: 'farandole', value: token, url: world.baseUrl, httpOnly: true };
  await page.context().addCookies([cookie]);
  await page.goto(world.baseUrl + path);
  return page;
}

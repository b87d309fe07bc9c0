import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { organisations, professions, sessions } from '../../src/domain/catalogue/schema';
import { outbox } from '../../src/domain/mail/schema';
import { registrations } from '../../src/domain/registrations/schema';
import { registrationToken } from '../../src/domain/registrations/tokens';
import { hour } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { registered } from '../support/people';

let clock = now;
const app = createApp({ clock: () => clock });

async function send(path: string, init?: RequestInit) {
  const context = createExecutionContext();
  const response = await app.request(path, init, bindings, context);
  await waitOnExecutionContext(context);
  return response;
}
const get = (path: string) => send(path);
const post = (path: string, fields: Record<string, string> | URLSearchParams | FormData) =>
  send(path, {
    method: 'POST',
    headers: { Origin: 'http://localhost' },
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  });

let count = 0;
/** What a person who fills everything in sends. */
const filled = (values: Record<string, string> = {}) => {
  count += 1;
  return {
    firstName: 'Nadia',
    lastName: 'Benali',
    email: `nadia.${count}@exemple.fr`,
    consent: '1',
    submissionKey: `key-of-a-page-view-${count}`,
    lang: 'fr',
    ...values,
  };
};
const inscriptions = ({ code }: { code: string }) => `/s/${code}/inscriptions`;

/** The fields of the page's form, as any client that reads the page finds them. */
function formFields(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<form method="post"'));
  const found = [...form.slice(0, form.indexOf('</form>')).matchAll(/<(?:input|textarea)[^>]*>/g)];
  return Object.fromEntries(
    found.map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      /type="(?:checkbox|radio)"/.test(tag) ? '' : (/value="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  );
}

const _linkOf = async (registration: { id: number; holderVersion: number }) =>
  `/i/${await registrationToken(bindings.SIGNING_SECRET ?? '', registration)}`;

const people = () => db.select().from(registrations).orderBy(registrations.id);
/** The page's words, without its tags. */
const words = async (response: Response) =>
  (await response.text())
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ');

beforeEach(() => {
  clock = now;
});

describe('the form', () => {
  it('registers whoever reads the page and sends its fields back', async () => {
    const session = await aSession({ asks: { profession: 'required', phone: 'optional' } });
    const page = await get(`/s/${session.code}`);
    const fields = formFields(await page.text());
    expect(Object.keys(fields).sort()).toEqual(
      ['consent', 'email', 'firstName', 'lang', 'lastName', 'phone', 'profession']
        .concat('submissionKey', 'website')
        .sort(),
    );
    const response = await post(inscriptions(session), {
      ...fields,
      ...{ firstName: 'Şeyma', lastName: 'Łuczak', email: 'Seyma@Exemple.fr' },
      ...{ profession: 'Sage-femme', consent: '1' },
    });
    expect(response.status).toBe(303);
    const location = response.headers.get('Location') ?? '';
    expect(location).toMatch(/^\/i\/[\w-]+$/);
    const own = await get(location);
    expect(own.status).toBe(200);
    expect(await words(own)).toContain('Votre inscription est confirmée');
    const [row] = await db
      .select()
      .from(registrations)
      .where(eq(registrations.sessionId, session.id));
    expect(row).toMatchObject({
      firstName: 'Şeyma',
      lastName: 'Łuczak',
      email: 'Seyma@Exemple.fr',
      emailKey: 'seyma@exemple.fr',
      profession: 'Sage-femme',
      phone: null,
      consentAt: now,
      state: 'confirmed',
    });
    // Delivered right after the response.
    const mails = await db.select().from(outbox).where(eq(outbox.sessionId, session.id));
    expect(mails.map((mail) => [mail.kind, mail.state])).toEqual([['registered', 'sent']]);
  });

  it('gives each page view a key of its own, and may be kept by the browser only', async () => {
    const session = await aSession();
    const first = await get(`/s/${session.code}`);
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    const keys = [first, await get(`/s/${session.code}`)].map(
      async (page) => formFields(await page.text()).submissionKey,
    );
    const [a, b] = await Promise.all(keys);
    expect(a).toMatch(/^[\w-]{22}$/);
    expect(a).not.toBe(b);
  });

  it('repeats the same answer to the same key and address, at once or later', async () => {
    const session = await aSession();
    const fields = filled();
    const answers = await Promise.all([1, 2, 3].map(() => post(inscriptions(session), fields)));
    answers.push(await post(inscriptions(session), fields));
    expect(answers.map((r) => r.status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map((r) => r.headers.get('Location'))).size).toBe(1);
    expect(
      await db.select().from(registrations).where(eq(registrations.sessionId, session.id)),
    ).toHaveLength(1);
  });

  it('shows any other second attempt one neutral page, whatever became of the first', async () => {
    const confirmed = await aSession();
    const waiting = await aSession({ capacity: 0, maxCapacity: 0 });
    await db
      .update(sessions)
      .set({ capacity: 1, maxCapacity: 1 })
      .where(eq(sessions.id, waiting.id));
    await registered(waiting);
    const pages: string[] = [];
    for (const session of [confirmed, waiting]) {
      const email = `second.${session.id}@exemple.fr`;
      await post(inscriptions(session), filled({ email }));
      const again = await post(inscriptions(session), filled({ email, firstName: 'Autre' }));
      expect(again.status).toBe(303);
      expect(again.headers.get('Location')).toBe('/message-envoye');
      pages.push(await (await get('/message-envoye')).text());
      const mails = await db.select().from(outbox).where(eq(outbox.recipient, email));
      expect(mails.map((mail) => mail.kind)).toContain('already_registered');
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).not.toMatch(/second\.|\/i\/|Nadia|Autre/);
  });

  it('sends a faulty form back with what was typed, one error a field, and stores nothing', async () => {
    const session = await aSession({ asks: { organisation: 'required', note: 'optional' } });
    const before = (await people()).length;
    const response = await post(
      inscriptions(session),
      filled({
        email: 'pas une adresse',
        firstName: '',
        note: 'Le "sommeil" & <lui>',
        consent: '',
      }),
    );
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toMatch(/<title>Erreur\u00a0: /);
    const summary = html.slice(html.indexOf('class="error-summary"'), html.indexOf('</ul>'));
    expect([...summary.matchAll(/href="#(\w+)"/g)].map((m) => m[1])).toEqual([
      'firstName',
      'email',
      'organisation',
      'consent',
    ]);
    for (const id of ['firstName', 'email', 'organisation', 'consent'])
      expect(html).toContain(`id="${id}-error"`);
    const kept = formFields(html);
    expect(kept).toMatchObject({ email: 'pas une adresse', lastName: 'Benali' });
    expect(html).toContain('Le &quot;sommeil&quot; &amp; &lt;lui&gt;</textarea>');
    expect(await people()).toHaveLength(before);
  });

  it('tells a human whose browser filled the trap, and lets them through the next time', async () => {
    const session = await aSession();
    const refused = await post(inscriptions(session), filled({ website: 'https://exemple.fr' }));
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('un champ caché');
    const fields = formFields(html);
    expect(fields).toMatchObject({ firstName: 'Nadia', website: '' });
    expect((await post(inscriptions(session), { ...fields, consent: '1' })).status).toBe(303);
  });

  it('asks only what the session asks, and drops the rest', async () => {
    const session = await aSession();
    await post(inscriptions(session), filled({ phone: '06 12 34 56 78', note: 'indiscret' }));
    const [row] = await db
      .select()
      .from(registrations)
      .where(eq(registrations.sessionId, session.id));
    expect(row).toMatchObject({ phone: null, note: null });
  });

  it('suggests the professions and organisations of the directories', async () => {
    await db.insert(professions).values({ name: 'Puéricultrice', nameKey: 'pue', createdAt: now });
    await db.insert(organisations).values({ name: 'PMI d’Alès', nameKey: 'pmi', createdAt: now });
    const session = await aSession({ asks: { profession: 'optional', organisation: 'optional' } });
    const html = await (await get(`/s/${session.code}`)).text();
    expect(html).toContain('<option value="Puéricultrice">');
    expect(html).toContain('<option value="PMI d’Alès">');
    const bare = await (await get(`/s/${(await aSession()).code}`)).text();
    expect(bare).not.toContain('<datalist');
  });

  it('says plainly that a full session means the waiting list, and its rule', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    await registered(session);
    const page = await words(await get(`/s/${session.code}`));
    expect(page).toContain('Vous vous inscrivez sur la liste d’attente');
    expect(page).toContain('M’inscrire sur la liste d’attente');
    const response = await post(inscriptions(session), filled());
    expect(await words(await get(response.headers.get('Location') ?? ''))).toContain(
      'Vous êtes en tête de la liste.',
    );
  });

  it('registers a couple as two seats, and refuses more than the session allows', async () => {
    const session = await aSession({ seatsPerRegistration: 2 });
    const couple = filled({ seats: '2', companions: 'Karim Benali' });
    const response = await post(inscriptions(session), couple);
    expect(await words(await get(response.headers.get('Location') ?? ''))).toContain(
      '2 places vous attendent',
    );
    for (const seats of ['3', '0', '-1', '1.5', 'deux', '1e9', '9'.repeat(40)]) {
      const refused = await post(inscriptions(session), filled({ seats }));
      expect([seats, refused.status]).toEqual([seats, 422]);
      expect(await refused.text()).toContain('id="seats-error"');
    }
  });

  it('opens rows for colleagues by a link, and registers them all, each on their own', async () => {
    const session = await aSession({ acceptsColleagues: true });
    expect(await (await get(`/s/${session.code}`)).text()).toContain(
      `href="/s/${session.code}?collegues=3#inscription"`,
    );
    const fields = formFields(await (await get(`/s/${session.code}?collegues=3`)).text());
    expect(Object.keys(fields).filter((name) => name.startsWith('colleague'))).toHaveLength(9);
    const response = await post(inscriptions(session), {
      ...fields,
      ...filled(),
      ...{ colleagueFirstName1: 'Léa', colleagueLastName1: 'Roux', together: 'no' },
      colleagueEmail1: `lea.${count}@exemple.fr`,
    });
    expect(response.status).toBe(303);
    expect(await words(await get(response.headers.get('Location') ?? ''))).toContain(
      'Léa Roux place confirmée',
    );
    const wrong = await post(
      inscriptions(session),
      filled({ colleagueFirstName2: 'Zoé', colleagueEmail2: 'zoe' }),
    );
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain('href="#colleagueLastName2"');
    expect(html).toContain('(collègue 2)');
    expect(formFields(html)).toMatchObject({ colleagueFirstName2: 'Zoé' });
  });

  it('registers a group by headcount', async () => {
    const session = await aSession({ acceptsGroups: true, capacity: 60, maxCapacity: 60 });
    const group = { groupLabel: 'Grande section', children: '24', adults: '2' };
    const response = await post(inscriptions(session), filled(group));
    expect(await words(await get(response.headers.get('Location') ?? ''))).toContain(
      'Grande section : 24 enfants, 2 adultes',
    );
    const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
    expect(row?.seatsTaken).toBe(26);
  });

  it('refuses when it is not open, and says why on the page of the session', async () => {
    const closed = await aSession({ registrationClosesAt: now - hour });
    const later = await aSession({ registrationOpensAt: now + hour });
    const cancelled = await aSession({ state: 'cancelled' });
    const undated = await aSession({ slots: [] });
    const invited = await aSession({ visibility: 'invitation' });
    for (const [session, text] of [
      [closed, 'Les inscriptions sont closes'],
      [later, 'Les inscriptions ne sont pas encore ouvertes'],
      [cancelled, 'vient d’être annulée'],
      [undated, 'La date n’est pas encore fixée'],
      [invited, 'sur invitation'],
    ] as const) {
      const response = await post(inscriptions(session), filled());
      expect(response.status).toBe(409);
      expect(await words(response)).toContain(text);
    }
    const draft = await aSession({ state: 'draft' });
    expect((await post(inscriptions(draft), filled())).status).toBe(404);
    expect((await post('/s/ZZZZZZ/inscriptions', filled())).status).toBe(404);
  });

  it('speaks the reader’s language, errors and all', async () => {
    const session = await aSession();
    const page = await (await get(`/s/${session.code}?lang=en`)).text();
    expect(page).toContain(`action="/s/${session.code}/inscriptions?lang=en"`);
    const refused = await post(`${inscriptions(session)}?lang=en`, filled({ email: 'x' }));
    expect(await refused.text()).toContain('Enter a complete e-mail address');
    await post(inscriptions(session), filled({ lang: 'en' }));
    const [row] = await db
      .select()
      .from(registrations)
      .where(eq(registrations.sessionId, session.id));
    expect(row?.locale).toBe('en');
  });
});

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import {
  actionCarriers,
  organisations,
  professions,
  sessions,
} from '../../src/domain/catalogue/schema';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { registrations } from '../../src/domain/registrations/schema';
import { registrationToken } from '../../src/domain/registrations/tokens';
import { lapseOffers } from '../../src/domain/registrations/waiting-list';
import { hour, minute, toInstant } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { kindsOf, registered, reload, tryToRegister } from '../support/people';

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

const linkOf = async (registration: { id: number; holderVersion: number }) =>
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

  it('refuses an address that no mail could reach, for want of a dot', async () => {
    const session = await aSession();
    const before = (await people()).length;
    const response = await post(inscriptions(session), filled({ email: 'zoe.arnaud@exmaple' }));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('id="email-error"');
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

  it('says who uses the answers, before the consent that nobody has ticked for them', async () => {
    const session = await aSession();
    const { actionId } = session;
    for (const [position, name] of ['Reseda', 'RPE Alès'].entries()) {
      const [carrier] = await db
        .insert(organisations)
        .values({ name, nameKey: `carrier ${position}`, createdAt: now })
        .returning();
      const organisationId = carrier?.id ?? 0;
      await db.insert(actionCarriers).values({ actionId, organisationId, position });
    }
    const page = await get(`/s/${session.code}`);
    const html = await page.clone().text();
    expect(await words(page)).toContain('Reseda et RPE Alès utilisent ces réponses');
    expect(html).toContain('href="/confidentialite"');
    expect(/<input[^>]*name="consent"[^>]*>/.exec(html)?.[0]).not.toContain('checked');
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

describe('hostile input', () => {
  const hostile = {
    'lone surrogates': '\ud800é\udfff',
    NUL: 'a\0b',
    'ten kilobytes': 'é'.repeat(10_000),
    markup: '"><script>alert(1)</script>',
    SQL: "'; DROP TABLE registrations; --",
    'line breaks': 'Bcc: a@b.fr\r\nSubject: x',
    'right to left': '\u202eevil\u202c',
    nothing: ' \u00a0\u200b ',
  };

  it('never fails on any field, keeps what was typed, and shows it as text', async () => {
    const session = await aSession({
      ...{ acceptsColleagues: true, acceptsGroups: true, seatsPerRegistration: 3 },
      ...{ capacity: 1000, maxCapacity: 1000 },
      asks: {
        ...{ phone: 'optional', profession: 'optional', organisation: 'optional' },
        ...{ town: 'optional', note: 'optional' },
      },
    });
    const names = Object.keys(
      formFields(await (await get(`/s/${session.code}?collegues=1`)).text()),
    );
    expect(names.length).toBeGreaterThan(18);
    const texts = Object.values(hostile);
    const attempts = [
      ...texts
        // All at once, ten kilobytes would be more than a form may weigh.
        .filter((text) => text.length < 1000)
        .map((text) => Object.fromEntries(names.map((name) => [name, text]))),
      ...names.flatMap((name, i) => [
        { [name]: texts[i % texts.length] ?? '' },
        { [name]: texts[(i + 3) % texts.length] ?? '' },
      ]),
    ];
    const statuses = new Set<number>();
    for (const attempt of attempts) {
      const response = await post(inscriptions(session), filled(attempt));
      statuses.add(response.status);
      expect(await response.text()).not.toContain('<script>alert');
    }
    expect(statuses).toEqual(new Set([303, 422]));
    for (const row of await people())
      expect([row.firstName, row.lastName, row.email].join()).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it('takes a body that is no form for an empty one', async () => {
    const session = await aSession();
    const headers = { Origin: 'http://localhost' };
    for (const [type, body] of [
      ['application/json', JSON.stringify(filled())],
      ['application/json', '{"firstName":'],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; na'],
      ['application/x-www-form-urlencoded', '%ff%fe%zz&=&&a==b&%00=1'],
      ['text/plain', 'firstName=x'],
      ['application/octet-stream', '\u0000\u0001'],
      ['', ''],
    ] as const) {
      const response = await send(inscriptions(session), {
        method: 'POST',
        headers: { ...headers, ...(type && { 'Content-Type': type }) },
        body: body || null,
      });
      expect([type, response.status]).toEqual([type, 422]);
    }
    expect((await db.select().from(registrations)).some((r) => r.sessionId === session.id)).toBe(
      false,
    );
  });

  it('reads repeated fields, files and unknown names without harm', async () => {
    const session = await aSession();
    const form = new FormData();
    for (const [name, value] of Object.entries(filled())) form.append(name, value);
    form.append('firstName', 'Dernière');
    form.append('lastName', new File(['x'], 'x.txt'));
    form.append('__proto__', 'x');
    form.append('constructor', 'x');
    form.append('email[]', 'x');
    expect((await post(inscriptions(session), form)).status).toBe(303);
    const [row] = await db
      .select()
      .from(registrations)
      .where(eq(registrations.sessionId, session.id));
    expect(row).toMatchObject({ firstName: 'Dernière', lastName: 'Benali' });
  });

  it('never fails on an address of the site, known or not', async () => {
    const session = await aSession();
    const link = await linkOf(await registered(session));
    const odd = ['%00', '%0d%0aSet-Cookie:x', '%ff', '..%2f..', '%F0%9F%92%83', 'a'.repeat(3000)];
    for (const text of odd)
      for (const path of [
        `/s/${text}/inscriptions`,
        `/s/${session.code}?collegues=${text}`,
        `/i/${text}`,
        `/i/${text}/annulation`,
        `${link}?fait=${text}`,
        `${link}/${text}`,
      ]) {
        const status = (await get(path)).status;
        expect([path.slice(0, 60), status < 500]).toEqual([path.slice(0, 60), true]);
      }
  });
});

describe('mon inscription', () => {
  const at = async (registration: { id: number; holderVersion: number }) =>
    words(await get(await linkOf(registration)));

  it('is one identical page for unknown, forged and ended links, whatever is asked of them', async () => {
    const session = await aSession();
    const registration = await registered(session);
    const ended = await linkOf(registration);
    const handed = await post(`${ended}/remplacement`, {
      firstName: 'Inès',
      lastName: 'Morel',
      email: 'ines.morel@exemple.fr',
    });
    expect(handed.headers.get('Location')).toBe('/place-donnee');
    const forged = `${ended.slice(0, -1)}${ended.endsWith('A') ? 'B' : 'A'}`;
    const links = [ended, forged, '/i/zzzz-AAAAAAAAAAAAAAAAAAAAAAAA', '/i/x', '/i/%F0%9F%92%83'];
    const pages = [];
    for (const link of links)
      for (const path of [
        '',
        '/annulation',
        '/donnees.json',
        '/agenda.ics',
        '/adresse',
        '/coordonnees',
      ])
        pages.push(await get(`${link}${path}`));
    for (const link of links)
      for (const path of [
        '/annulation',
        '/offre',
        '/remplacement',
        '/changement',
        '/adresse',
        '/coordonnees',
      ])
        pages.push(await post(`${link}${path}`, { answer: 'accept', email: 'autre@exemple.fr' }));
    expect(new Set(pages.map((page) => page.status))).toEqual(new Set([404]));
    expect(new Set(await Promise.all(pages.map((page) => page.text()))).size).toBe(1);
  });

  it('changes nothing when it is only looked at', async () => {
    const session = await aSession();
    const link = await linkOf(await registered(session));
    const before = [await people(), await db.select().from(outbox)];
    for (const path of [
      '',
      '/annulation',
      '/offre',
      '/remplacement',
      '/changement',
      '/adresse',
      '/coordonnees',
    ])
      await get(`${link}${path}`);
    await get(`${link}/donnees.json`);
    await get(`${link}/agenda.ics`);
    expect([await people(), await db.select().from(outbox)]).toEqual(before);
  });

  it('gives the video link to people confirmed, and to nobody else', async () => {
    const videoUrl = 'https://visio.exemple.fr/salle-42';
    const session = await aSession({ mode: 'online', videoUrl, capacity: 1, maxCapacity: 1 });
    const [first, second] = [await registered(session), await registered(session)];
    expect(await (await get(await linkOf(first))).text()).toContain(videoUrl);
    const all = [
      await get(await linkOf(second)),
      await get(`/s/${session.code}`),
      await get(`${await linkOf(second)}/donnees.json`),
    ];
    await post(`${await linkOf(first)}/annulation`, {});
    all.push(await get(await linkOf(first)), await get(`${await linkOf(first)}/annulation`));
    for (const page of all) expect(await page.text()).not.toContain('visio.exemple.fr');
  });

  it('cancels by a button only, once however often it is pressed, and offers the seat on', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const [first, second] = [await registered(session), await registered(session)];
    const link = await linkOf(first);
    expect(await words(await get(`${link}/annulation`))).toContain(
      'votre place est rendue tout de suite',
    );
    for (let press = 0; press < 2; press++) {
      const response = await post(`${link}/annulation`, {});
      expect([response.status, response.headers.get('Location')]).toEqual([
        303,
        `${link}?fait=annulation`,
      ]);
    }
    expect(await words(await get(`${link}?fait=annulation`))).toMatch(
      /C’est fait : votre inscription est annulée.*Vous l’avez annulée/,
    );
    const mails = await db.select().from(outbox).where(eq(outbox.registrationId, first.id));
    expect(mails.filter((mail) => mail.kind === 'cancelled')).toHaveLength(1);
    const offer = `${await linkOf(second)}/offre`;
    const offered = await (await get(await linkOf(second))).text();
    expect(offered).toContain('Une place se libère pour vous');
    // Each button is a form of its own, which any client can send back as it stands.
    const forms = offered.match(
      /<form method="post" action="([^"]+)"><input type="hidden" name="answer" value="\w+"/g,
    );
    expect(forms).toEqual(
      ['accept', 'decline'].map(
        (answer) =>
          `<form method="post" action="${offer}"><input type="hidden" name="answer" value="${answer}"`,
      ),
    );
    const accepted = await post(offer, { answer: 'accept' });
    expect(accepted.headers.get('Location')).toBe(`${await linkOf(second)}?fait=acceptee`);
    expect(await at(second)).toContain('Votre inscription est confirmée');
    expect((await post(`${await linkOf(second)}/offre`, { answer: 'accept' })).status).toBe(303);
  });

  it('says rank and rule to those who wait, and why a party is too big', async () => {
    const session = await aSession({ capacity: 2, maxCapacity: 2, seatsPerRegistration: 2 });
    await registered(session);
    const couple = await registered(session, { seats: 2 });
    expect(await at(couple)).toMatch(
      /en tête de la liste\. Vous demandez 2 places et il n’en reste que 1 : vous gardez votre rang/,
    );
    await registered(session);
    const third = await registered(session);
    expect(await at(third)).toContain('Vous êtes à la 2e place de la liste. La liste suit');
    clock = (session.startsAt ?? 0) - 2 * hour;
    expect(await at(third)).toContain('À moins de trois heures du début');
  });

  it('lets whoever registered a party that comes together answer for all', async () => {
    const session = await aSession({ capacity: 2, maxCapacity: 2, acceptsColleagues: true });
    const couple = await registered(session, { seats: 1 });
    const other = await registered(session);
    const both = [1, 2].map((n) => ({
      ...{ firstName: `Collègue${n}`, lastName: 'Petit', locale: 'fr' as const, seats: 1 },
      email: `petit.${n}.${session.id}@exemple.fr`,
    }));
    const outcome = await tryToRegister(session, {}, { registrants: both, together: true });
    if (!outcome?.ok) throw new Error('refused');
    const [lead, colleague] = await Promise.all(outcome.registrations.map(reload));
    if (!lead || !colleague) throw new Error('two were registered');
    for (const one of [couple, other]) await post(`${await linkOf(one)}/annulation`, {});
    expect(await at(lead)).toMatch(/2 places se libèrent.*vaut aussi pour Collègue2 Petit/);
    expect(await at(colleague)).toContain('répond pour tout le groupe');
    const answered = await post(`${await linkOf(colleague)}/offre`, { answer: 'accept' });
    expect(answered.status).toBe(409);
    await post(`${await linkOf(lead)}/offre`, { answer: 'decline' });
    for (const one of [lead, colleague]) expect((await reload(one)).endedBy).toBe('offer_declined');
  });

  it('takes what is offered when the address is sent bare, and nothing else for a yes', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const [first, second] = [await registered(session), await registered(session)];
    await post(`${await linkOf(first)}/annulation`, {});
    const offer = `${await linkOf(second)}/offre`;
    const headers = { 'Content-Type': 'application/json' };
    const body = '{"answer":"decline"}';
    expect((await send(offer, { method: 'POST', headers, body })).status).toBe(422);
    expect((await reload(second)).state).toBe('offered');
    expect((await send(offer, { method: 'POST' })).status).toBe(303);
    expect((await reload(second)).state).toBe('confirmed');
  });

  it('says that an offer has lapsed, as soon as its time is over', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const [first, second] = [await registered(session), await registered(session)];
    await post(`${await linkOf(first)}/annulation`, {});
    clock = now + 25 * hour;
    expect(await at(second)).toContain('La proposition a expiré');
    const late = await post(`${await linkOf(second)}/offre`, { answer: 'accept' });
    expect([late.status, await words(late)]).toEqual([409, expect.stringContaining('Trop tard')]);
    await lapseOffers(db, { now: clock });
    expect(await at(second)).toContain('S’inscrire de nouveau');
    const unclear = await post(`${await linkOf(second)}/offre`, { answer: 'peut-être' });
    expect(unclear.status).toBe(422);
  });

  it('has a page for each other state', async () => {
    const checked = await registered(await aSession({ checksEligibility: true }));
    expect(await at(checked)).toContain('Votre place est gardée');
    const session = await aSession();
    const registration = await registered(session);
    clock = (session.endsAt ?? 0) + hour;
    expect(await at(registration)).toContain('Cette séance est passée');
    expect((await post(`${await linkOf(registration)}/annulation`, {})).status).toBe(409);
    clock = now;
    const cancelled = { state: 'cancelled', cancelReason: 'Neige' } as const;
    await db.update(sessions).set(cancelled).where(eq(sessions.id, session.id));
    expect(await at(registration)).toMatch(/Cette séance est annulée Raison : Neige/);
    for (const [endedBy, text] of [
      ['organiser', 'L’équipe l’a annulée'],
      ['not_eligible', 'réservée à d’autres personnes'],
      ['calendar', 'Vous avez refusé l’invitation'],
      ['offer_declined', 'Vous avez laissé la place'],
    ] as const) {
      const one = await registered(await aSession());
      await db
        .update(registrations)
        .set({ state: 'cancelled', endedBy })
        .where(eq(registrations.id, one.id));
      expect(await at(one)).toContain(text);
    }
  });

  it('says when a mail has not left yet, and when it could not be delivered', async () => {
    const registration = await registered(await aSession());
    const mail = (values: Partial<typeof outbox.$inferInsert>) =>
      db.update(outbox).set(values).where(eq(outbox.registrationId, registration.id));
    expect(await at(registration)).toContain('Un message part vers');
    await mail({ attempts: 2 });
    expect(await at(registration)).toContain('n’a pas encore pu partir');
    await mail({ state: 'failed' });
    expect(await at(registration)).toContain('n’a pas pu être remis');
    await mail({ state: 'sent' });
    expect(await at(registration)).toContain('Les messages vont à');
  });

  it('hands the seat to a colleague; a second click sees the same, and the link has ended', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const registration = await registered(session);
    const link = await linkOf(registration);
    const wrong = await post(`${link}/remplacement`, { firstName: 'Inès', email: 'ines' });
    expect(wrong.status).toBe(422);
    expect(formFields(await wrong.text())).toMatchObject({ firstName: 'Inès', email: 'ines' });
    const email = `ines.${session.id}@exemple.fr`;
    const holder = { firstName: 'Inès', lastName: 'Morel', email };
    for (let press = 0; press < 2; press++) {
      const response = await post(`${link}/remplacement`, holder);
      expect([response.status, response.headers.get('Location')]).toEqual([303, '/place-donnee']);
    }
    expect(await words(await get('/place-donnee'))).toContain('Votre place est donnée');
    expect((await get(link)).status).toBe(404);
    const now2 = await reload(registration);
    expect(now2).toMatchObject({ email, holderVersion: 2, state: 'confirmed' });
    const mails = await db.select().from(outbox).where(eq(outbox.recipient, email));
    expect(mails.map((mail) => mail.kind)).toEqual(['registered']);
  });

  it('corrects a mistyped address in the first half hour, and ends the link that went astray', async () => {
    const session = await aSession();
    const registration = await registered(session, { email: `nadai.${session.id}@exemple.fr` });
    const link = await linkOf(registration);
    const email = `nadia.${session.id}@exemple.fr`;
    const response = await post(`${link}/adresse`, { email });
    const next = await linkOf(await reload(registration));
    expect(response.headers.get('Location')).toBe(`${next}?fait=adresse`);
    // The stranger who got the first mail learns nothing from trying the same.
    const again = await post(`${link}/adresse`, { email });
    expect(again.headers.get('Location')).toBe('/message-envoye');
    expect((await get(link)).status).toBe(404);
    clock = now + 31 * minute;
    expect((await post(`${next}/adresse`, { email: 'trop@tard.fr' })).status).toBe(409);
  });

  it('moves to another date of the action without losing the seat', async () => {
    const span = (date: string) => ({
      startsAt: toInstant(`${date}T20:00`, 'Europe/Paris'),
      endsAt: toInstant(`${date}T22:00`, 'Europe/Paris'),
    });
    const session = await aSession();
    const same = { actionId: session.actionId };
    const target = await aSession({ ...same, slots: [span('2026-03-19')] });
    const full = await aSession({
      ...same,
      ...{ capacity: 1, maxCapacity: 1, slots: [span('2026-03-26')] },
    });
    await registered(full);
    const registration = await registered(session);
    const link = await linkOf(registration);
    const page = await (await get(`${link}/changement`)).text();
    expect([...page.matchAll(/type="radio"[^>]*value="(\w+)"/g)].map((m) => m[1])).toEqual([
      target.code,
    ]);
    expect((await post(`${link}/changement`, {})).status).toBe(422);
    const refused = await post(`${link}/changement`, { session: full.code });
    expect([refused.status, await words(refused)]).toEqual([
      409,
      expect.stringContaining('Vous gardez la place que vous avez'),
    ]);
    for (let press = 0; press < 2; press++) {
      const moved = await post(`${link}/changement`, { session: target.code.toLowerCase() });
      expect(moved.headers.get('Location')).toBe(`${link}?fait=changement`);
    }
    expect((await reload(registration)).sessionId).toBe(target.id);
    expect(await at(registration)).toContain('jeudi 19 mars');
  });

  it('gives a calendar file with the UID and the SEQUENCE of the invitation', async () => {
    const session = await aSession();
    const registration = await registered(session);
    const link = await linkOf(registration);
    const file = await get(`${link}/agenda.ics`);
    expect(file.headers.get('Content-Type')).toContain('text/calendar');
    const text = await file.text();
    expect(text).toContain(`UID:r${registration.id}-1-0@`);
    expect(text).toContain('SEQUENCE:0');
    expect(text).toContain('DTSTART:20260312T190000Z');
    await post(`${link}/annulation`, {});
    expect((await get(`${link}/agenda.ics`)).status).toBe(404);
  });

  it('shows and gives what is held, and nobody else’s', async () => {
    const session = await aSession({ asks: { note: 'optional' } });
    await registered(session, { firstName: 'Voisine' });
    const registration = await registered(session, { note: 'Le sommeil' });
    const file = await get(`${await linkOf(registration)}/donnees.json`);
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    const data = (await file.json()) as { registration: object; history: object[] };
    expect(data.registration).toMatchObject({ email: registration.email, note: 'Le sommeil' });
    expect(data.history).toEqual([
      { at: new Date(now).toISOString(), event: 'registered', by: 'person' },
    ]);
    expect(JSON.stringify(data)).not.toContain('Voisine');
  });

  it('is corrected by its holder: the name and what the session asks, once, and nothing is sent', async () => {
    const asks = { phone: 'required', organisation: 'optional' } as const;
    const session = await aSession({ asks, seatsPerOrganisation: 2 });
    const known = { phone: '04 66 00 00 00', town: 'Alès', organisation: 'Crèche Prairie' };
    const mine = await registered(session, known);
    const link = await linkOf(mine);
    expect(await (await get(link)).text()).toContain(`href="${link}/coordonnees"`);
    const form = await (await get(`${link}/coordonnees`)).text();
    const fields = formFields(form);
    // The organisation decides who passes where the session limits its seats.
    expect(Object.keys(fields).sort()).toEqual(
      ['firstName', 'lang', 'lastName', 'phone', 'town', 'version'].sort(),
    );
    const wrong = await post(`${link}/coordonnees`, { ...fields, phone: '', lastName: 'Ben <b>' });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('href="#phone"');
    expect(again).toContain('value="Ben &lt;b&gt;"');
    const typed = { ...fields, lastName: 'Benali', phone: '06 12 34 56 78' };
    const sent = { ...typed, organisation: 'Mairie', seats: '9', email: 'autre@exemple.fr' };
    for (let press = 0; press < 2; press++) {
      const done = await post(`${link}/coordonnees`, sent);
      expect(done.headers.get('Location')).toBe(`${link}?fait=donnees`);
    }
    expect(await reload(mine)).toMatchObject({
      ...known,
      lastName: 'Benali',
      phone: '06 12 34 56 78',
      seats: 1,
      email: mine.email,
      version: 2,
    });
    expect(await kindsOf(mine)).toEqual(['registered']);
    const stale = await post(`${link}/coordonnees`, { ...sent, phone: '01' });
    expect(stale.status).toBe(422);
    expect(await stale.text()).toContain('corrigées entre-temps');
    expect((await reload(mine)).phone).toBe('06 12 34 56 78');
  });

  it('ignores a notice that it does not know', async () => {
    const link = await linkOf(await registered(await aSession()));
    const html = await (await get(`${link}?fait=constructor`)).text();
    expect(html).not.toContain('notice success');
  });
});

describe('the lost link', () => {
  it('gives the same answer whether the address is known or not, and mails its links', async () => {
    const session = await aSession();
    const registration = await registered(session);
    const answers = [];
    for (const email of [registration.email ?? '', 'personne@exemple.fr']) {
      const response = await post('/lien-perdu', { email });
      answers.push([response.status, response.headers.get('Location'), await response.text()]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([303, '/lien-perdu/envoye', '']);
    const [mail] = await db
      .select()
      .from(mailbox)
      .where(eq(mailbox.recipient, registration.email ?? ''));
    expect(mail?.raw).toBeDefined();
    const faulty = await post('/lien-perdu', { email: 'x' });
    expect(faulty.status).toBe(422);
    expect(formFields(await faulty.text())).toMatchObject({ email: 'x' });
  });
});

describe('limits', () => {
  it('slows down one address that is asked for again and again, and says what to do', async () => {
    const session = await aSession();
    const email = 'insistante@exemple.fr';
    const strict = { ...bindings, RATE_LIMITS: 'on' };
    const answers: Response[] = [];
    for (let n = 0; n < 11; n++)
      answers.push(
        await app.request(
          inscriptions(session),
          { method: 'POST', body: new URLSearchParams(filled({ email })) },
          strict,
          createExecutionContext(),
        ),
      );
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.headers.get('Retry-After')).toBe('60');
    if (last) expect(await words(last)).toContain('Attendez une minute');
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(10);
  });
});

it('costs the same rows to look at, however many are registered beside', async () => {
  const session = await aSession({ capacity: 400, maxCapacity: 400 });
  const first = await registered(session);
  const cost = async () => {
    const { bill } = await metered((_, d1) =>
      linkOf(first).then((link) =>
        app.request(link, undefined, { ...bindings, DB: d1 }, createExecutionContext()),
      ),
    );
    return bill;
  };
  const alone = await cost();
  for (let n = 0; n < 60; n++) await registered(session);
  expect(await cost()).toEqual(alone);
});

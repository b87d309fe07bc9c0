/**
 * Every form of the organisers' side that makes something, pressed twice: as a double click sends it (both
 * at once), as a retry does (one after the other), and once more by who went back and changed a word. The
 * routes are read off the application, so that a new one without a line here fails.
 */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { draftMailing } from '../../src/domain/invitations/write-mailing';
import { draftNote } from '../../src/domain/notes/write-note';
import { hour } from '../../src/lib/dates';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { anAccount, anOrganisation, signedInCookie } from '../support/organisers';
import { aPdf } from '../support/pages';
import { registered } from '../support/people';
import { aPng } from '../support/pictures';
import { aSurvey } from '../support/surveys';
import { visit } from '../support/web';

const app = createApp({ clock: () => now });
const { get, send } = visit(app);

let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id);
});

type Fields = Record<string, string | Blob>;
type Case = {
  /** Where the form stands; the path itself when left out. */
  page?: string;
  path: string;
  fields: Fields;
  /** What is counted: rows of the table. */
  table: string;
  /** How many rows one press makes. */
  makes?: number;
  /** A word changed by who went back; left out where a changed form means the same. */
  changed?: Fields;
  /** A second press is no mistake to hide: the typist is told that this sheet is counted. */
  told?: true;
};

const by = { now, actor: 'system' } as const;
async function ownSession(values: Parameters<typeof aSession>[0] = {}) {
  const session = await aSession(values);
  return { ...session, path: `/organisation/seances/${session.code}` };
}

const cases: Record<string, () => Promise<Case>> = {
  'POST /organisation/seances/:code/feuille/imprimer': async () => {
    const { path } = await ownSession();
    const table = 'printed_sheets';
    return { page: `${path}/feuille`, path: `${path}/feuille/imprimer`, fields: {}, table };
  },
  'POST /organisation/seances/:code/feuille/pages': async () => {
    const { path } = await ownSession();
    return {
      page: `${path}/feuille`,
      path: `${path}/feuille/pages`,
      fields: { pages: new Blob([aPdf('matin')]) },
      table: 'sheet_scans',
      changed: { pages: new Blob([aPdf('après-midi')]) },
    };
  },
  'POST /organisation/actions': async () => {
    await anOrganisation('Reseda');
    return {
      page: '/organisation/actions/nouvelle',
      path: '/organisation/actions',
      fields: {
        title: 'Ateliers sommeil',
        type: 'conference',
        audience: 'public',
        carriers: 'Reseda',
      },
      table: 'actions',
      changed: { title: 'Ateliers écrans' },
    };
  },
  'POST /organisation/reunions': async () => ({
    page: '/organisation/reunions/nouvelle',
    path: '/organisation/reunions',
    fields: {
      heldOn: '2026-02-10',
      kind: 'review',
      subject: 'Bilan',
      actionIds: String(await anAction()),
      present: '4',
    },
    table: 'meetings',
    changed: { subject: 'Perspectives' },
  }),
  'POST /organisation/diffusions': async () => ({
    page: '/organisation/diffusions/nouvelle',
    path: '/organisation/diffusions',
    fields: { title: 'Livret', count: '10', givenOn: '2026-02-10' },
    table: 'handouts',
    changed: { count: '20' },
  }),
  'POST /organisation/prets': async () => ({
    page: '/organisation/prets/nouveau',
    path: '/organisation/prets',
    fields: {
      item: 'Mallette',
      borrowerOrganisation: 'PMI',
      lentOn: '2026-02-10',
      dueOn: '2026-03-10',
    },
    table: 'loans',
    changed: { item: 'Valise' },
  }),
  'POST /organisation/seances': async () => {
    const action = await anAction();
    return {
      page: `/organisation/seances/nouvelle?action=${action}`,
      path: '/organisation/seances',
      fields: {
        action: String(action),
        dateState: 'set',
        slotDate: '2026-05-20',
        slotFrom: '20:00',
        slotTo: '22:00',
        mode: 'in_person',
        venueName: 'Le Capitole',
        venueTown: 'Alès',
        visibility: 'public',
      },
      table: 'sessions',
      // It stands in the same room at the same time: that is asked about first.
    };
  },
  'POST /organisation/seances/:code/copie': async () => {
    const { path } = await ownSession({ slots: [evening] });
    return {
      page: `${path}/copie`,
      path: `${path}/copie`,
      fields: {
        date: '2026-09-10',
        from: '20:00',
        to: '22:00',
        every: 'week',
        times: '3',
        etape: 'confirme',
      },
      table: 'sessions',
      makes: 3,
      changed: { date: '2026-10-10' },
    };
  },
  'POST /organisation/seances/:code/inscriptions/nouvelle': async () => {
    const { path } = await ownSession();
    return {
      page: `${path}/inscriptions/nouvelle`,
      path: `${path}/inscriptions/nouvelle`,
      fields: { firstName: 'Maryse', lastName: 'Œillet', seats: '1', locale: 'fr' },
      table: 'registrations',
      changed: { firstName: 'Basile' },
    };
  },
  'POST /organisation/seances/:code/emargement/sans-inscription': async () => {
    const { path } = await ownSession({ slots: [{ startsAt: now, endsAt: now + hour }] });
    return {
      page: `${path}/emargement`,
      path: `${path}/emargement/sans-inscription`,
      fields: { name: 'Fatma Şahin' },
      table: 'walk_ins',
      changed: { name: 'Basile Brun' },
    };
  },
  'POST /organisation/seances/:code/message': async () => {
    const { path } = await ownSession();
    return {
      page: `${path}/message`,
      path: `${path}/message`,
      fields: { audience: 'confirmed', subject: 'Parking', body: 'Place des Martyrs' },
      table: 'notes',
      changed: { subject: 'Salle' },
    };
  },
  'POST /organisation/seances/:code/inscriptions/selection': async () => {
    const session = await ownSession();
    const { id } = await registered(session);
    return {
      page: `${session.path}/inscriptions`,
      path: `${session.path}/inscriptions/selection`,
      fields: { personnes: String(id), etape: 'ecrire' },
      table: 'notes',
    };
  },
  'POST /organisation/seances/:code/message/:id/essai': async () => {
    const { id: sessionId, path } = await ownSession();
    const words = { audience: ['confirmed' as const], subject: 'Parking', body: 'Place' };
    const { id } = await draftNote(db, sessionId, words, by);
    const page = `${path}/message/${id}`;
    return { page, path: `${page}/essai`, fields: {}, table: 'outbox' };
  },
  'POST /organisation/seances/:code/invitations': async () => {
    const { path } = await ownSession();
    return {
      page: `${path}/invitations`,
      path: `${path}/invitations`,
      fields: { subject: 'Invitation', body: 'Venez' },
      table: 'mailings',
      changed: { subject: 'Venez' },
    };
  },
  'POST /organisation/seances/:code/invitations/:id/essai': async () => {
    const { id: sessionId, path } = await ownSession();
    const words = { subject: 'Invitation', body: 'Venez', tags: [] };
    const { id } = await draftMailing(db, sessionId, words, {
      ...by,
      sender: 'Reseda',
      locale: 'fr',
    });
    const page = `${path}/invitations/${id}`;
    return { page, path: `${page}/essai`, fields: {}, table: 'outbox' };
  },
  'POST /organisation/contacts': async () => ({
    path: '/organisation/contacts',
    fields: { email: `${crypto.randomUUID()}@exemple.fr`, consentSource: 'forum' },
    table: 'contacts',
    changed: { email: `${crypto.randomUUID()}@exemple.fr` },
  }),
  'POST /organisation/contacts/import': async () => ({
    path: '/organisation/contacts/import',
    fields: {
      step: 'confirm',
      text: `${crypto.randomUUID()}@exemple.fr`,
      consentSource: 'forum',
    },
    table: 'contacts',
  }),
  'POST /organisation/logos': async () => ({
    path: '/organisation/logos',
    fields: { kind: 'funder', name: 'Caf du Gard', file: new Blob([aPng(8, 8)]) },
    table: 'logos',
    changed: { file: new Blob([aPng(9, 9)]) },
  }),
  'POST /organisation/signatures': async () => ({
    path: '/organisation/signatures',
    fields: {
      organisation: 'Reseda',
      name: 'Anne Petit',
      role: 'directrice',
      stamp: new Blob([aPng(8, 8)]),
    },
    table: 'signatures',
    // Another one takes its place: there is one still.
  }),
  'POST /organisation/personnes': async () => ({
    path: '/organisation/personnes',
    fields: { email: `${crypto.randomUUID()}@exemple.fr`, name: 'Zoé', role: 'reader' },
    table: 'accounts',
    changed: { email: `${crypto.randomUUID()}@exemple.fr` },
  }),
  'POST /organisation/personnes/:id/invitation': async () => {
    const page = `/organisation/personnes/${(await anAccount('reader')).id}`;
    return { page, path: `${page}/invitation`, fields: {}, table: 'outbox' };
  },
  'POST /organisation/personnes/:id/adresse': async () => {
    const page = `/organisation/personnes/${(await anAccount('reader')).id}`;
    const email = `${crypto.randomUUID()}@exemple.fr`;
    return { page, path: `${page}/adresse`, fields: { email }, table: 'outbox' };
  },
  'POST /organisation/seances/:code/questionnaires': async () => {
    const { path } = await ownSession();
    return {
      path: `${path}/questionnaires`,
      fields: { moment: 'after' },
      table: 'surveys',
      changed: { moment: 'later' },
    };
  },
  'POST /organisation/seances/:code/questionnaires/:moment/billets': async () => {
    const { id: sessionId, path } = await ownSession();
    await aSurvey({ sessionId });
    const survey = `${path}/questionnaires/fin`;
    return {
      page: `${survey}/acces`,
      path: `${survey}/billets`,
      fields: { count: '300' },
      table: 'ballots',
      makes: 300,
    };
  },
  'POST /organisation/seances/:code/questionnaires/:moment/saisie': async () => {
    const { id: sessionId, path } = await ownSession();
    await aSurvey({ sessionId });
    const page = `${path}/questionnaires/fin/saisie`;
    return { path: page, fields: { q_welcome: '1' }, table: 'ballots', told: true };
  },
  'POST /organisation/questions': async () => ({
    path: '/organisation/questions',
    fields: { kind: 'yes_no', label: 'Reviendrez-vous ?', short: 'retour' },
    table: 'survey_questions',
    changed: { short: 'encore' },
  }),
  'POST /organisation/bilans/:year/copies': async () => ({
    page: '/organisation/bilans/2026',
    path: '/organisation/bilans/2026/copies',
    fields: { label: 'Comité de pilotage' },
    table: 'report_snapshots',
    changed: { label: 'ARS' },
  }),
};

/** They act on what is there, by its version, its state or a key of its own: the second finds it done. */
const makesNothing = [
  'POST /organisation/actions/:id',
  'POST /organisation/actions/:id/bilan/:year',
  'POST /organisation/annuaires/:directory/:id',
  'POST /organisation/annuaires/:directory/:id/fusion',
  'POST /organisation/connexion',
  'POST /organisation/connexion/:token',
  'POST /organisation/connexion/cle',
  'POST /organisation/connexion/cle/options',
  'POST /organisation/connexions/:id/fin',
  'POST /organisation/connexions/cles',
  'POST /organisation/connexions/cles/:id',
  'POST /organisation/connexions/cles/:id/suppression',
  'POST /organisation/connexions/cles/options',
  'POST /organisation/contacts/:id',
  'POST /organisation/contacts/:id/suppression',
  'POST /organisation/courriels/:id/regle',
  'POST /organisation/courriels/:id/renvoi',
  'POST /organisation/courriels/essai',
  'POST /organisation/deconnexion',
  'POST /organisation/diffusions/:id',
  'POST /organisation/diffusions/:id/suppression',
  'POST /organisation/inscriptions/:id/adresse',
  'POST /organisation/inscriptions/:id/annulation',
  'POST /organisation/inscriptions/:id/appel',
  'POST /organisation/inscriptions/:id/changement',
  'POST /organisation/inscriptions/:id/confirmation',
  'POST /organisation/inscriptions/:id/coordonnees',
  'POST /organisation/inscriptions/:id/eligibilite',
  'POST /organisation/inscriptions/:id/renvoi',
  'POST /organisation/logos/:id/suppression',
  'POST /organisation/personnes/:id',
  'POST /organisation/personnes/:id/desactivation',
  'POST /organisation/personnes/:id/reactivation',
  'POST /organisation/prets/:id',
  'POST /organisation/prets/:id/retour',
  'POST /organisation/prets/:id/suppression',
  'POST /organisation/questions/:key',
  'POST /organisation/reunions/:id',
  'POST /organisation/reunions/:id/suppression',
  'POST /organisation/signatures/:id/effacement',
  'POST /organisation/signatures/:id/fin',
  'POST /organisation/seances/:code',
  'POST /organisation/seances/:code/annulation',
  'POST /organisation/seances/:code/non-tenue',
  'POST /organisation/seances/publication',
  'POST /organisation/seances/:code/suppression',
  'POST /organisation/seances/:code/qui-reste',
  'POST /organisation/sans-inscription/:id',
  'POST /organisation/sans-inscription/:id/retrait',
  'POST /organisation/seances/:code/attestations',
  'POST /organisation/seances/:code/attestations/:certificate/annulation',
  'POST /organisation/seances/:code/attestations/envoi',
  'POST /organisation/seances/:code/code',
  'POST /organisation/seances/:code/code/fermeture',
  'POST /organisation/seances/:code/comptage',
  'POST /organisation/seances/:code/connexions',
  'POST /organisation/seances/:code/connexions/presences',
  'POST /organisation/seances/:code/emargement',
  'POST /organisation/seances/:code/feuille',
  'POST /organisation/seances/:code/feuille/pages/:id/suppression',
  'POST /organisation/seances/:code/feuille/rangement',
  'POST /organisation/seances/:code/invitations/:id',
  'POST /organisation/seances/:code/invitations/:id/arret',
  'POST /organisation/seances/:code/invitations/:id/envoi',
  'POST /organisation/seances/:code/invitations/:id/suppression',
  'POST /organisation/seances/:code/maintien',
  'POST /organisation/seances/:code/message/:id',
  'POST /organisation/seances/:code/message/:id/arret',
  'POST /organisation/seances/:code/message/:id/envoi',
  'POST /organisation/seances/:code/message/:id/personnes',
  'POST /organisation/seances/:code/message/:id/suppression',
  'POST /organisation/seances/:code/papier/intervenant',
  'POST /organisation/seances/:code/papier/intervenant/fin',
  'POST /organisation/seances/:code/porte/presences',
  'POST /organisation/seances/:code/publication',
  'POST /organisation/seances/:code/questionnaires/:moment/cloture',
  'POST /organisation/seances/:code/questionnaires/:moment/commentaires',
  'POST /organisation/seances/:code/questionnaires/:moment/fonctions',
  'POST /organisation/seances/:code/questionnaires/:moment/liens',
  'POST /organisation/seances/:code/questionnaires/:moment/partage',
  'POST /organisation/seances/:code/questionnaires/:moment/rappel',
  'POST /organisation/seances/:code/questionnaires/:moment/salle',
  'POST /organisation/seances/:code/questionnaires/:moment/suppression',
  'POST /organisation/territoires',
];

it('knows each form of the organisers’ side, and none too many', () => {
  const mounted = app.routes
    .filter(({ method, path }) => method === 'POST' && /^\/organisation(\/|$)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  const known = [...Object.keys(cases), ...makesNothing];
  expect(known.sort()).toEqual([...new Set(mounted)].sort());
});

/** What a browser would send of the form with this action, as the page holds it before anything is chosen. */
async function formOf(page: string, action: string): Promise<FormData> {
  const html = await (await get(page, { cookie })).text();
  const forms = html.split('<form ').slice(1);
  const own = forms.filter((form) => new RegExp(`action="${action}[?"]`).test(form)).at(-1) ?? '';
  const body = new FormData();
  for (const [tag] of (own.split('</form>')[0] ?? '').matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name');
    const isBox = /radio|checkbox/.test(attribute('type') ?? '');
    if (name && attribute('type') !== 'file' && (!isBox || / checked/.test(tag)))
      body.append(name, attribute('value') ?? '');
  }
  return body;
}

const count = async ({ table }: Case) =>
  (await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.raw(table)}`))[0]?.n ?? 0;

it.each(Object.entries(cases))('%s', async (_, prepare) => {
  const form = await prepare();
  const { path, page = path, fields, makes = 1, changed, told } = form;
  const body = await formOf(page, path);
  const press = async () => {
    const answer = await send(path, { method: 'POST', body }, { cookie });
    const location = answer.headers.get('Location');
    if (!told) expect(answer.status, await answer.text()).toBe(303);
    return location;
  };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const before = await count(form);
  const [first, atOnce] = await Promise.all([press(), press()]);
  const later = await press();
  if (!told) expect([atOnce, later]).toEqual([first, first]);
  expect(await count(form)).toBe(before + makes);
  if (!changed) return;
  for (const [name, value] of Object.entries(changed)) body.set(name, value);
  await press();
  expect(await count(form)).toBe(before + 2 * makes);
});

it('makes again what was made and then deleted', async () => {
  const { path } = await ownSession();
  const body = await formOf(`${path}/message`, `${path}/message`);
  for (const [name, value] of [
    ['audience', 'confirmed'],
    ['subject', 'Parking'],
    ['body', 'Place des Martyrs'],
  ] as const)
    body.set(name, value);
  const press = async () => {
    const answer = await send(`${path}/message`, { method: 'POST', body }, { cookie });
    return answer.headers.get('Location')?.split('?')[0] ?? '';
  };
  const draft = await press();
  const discarded = await send(
    `${draft}/suppression`,
    { method: 'POST', body: new URLSearchParams({ version: '1' }) },
    { cookie },
  );
  expect(discarded.status).toBe(303);
  const again = await press();
  expect(again).not.toBe(draft);
  expect((await get(again, { cookie })).status).toBe(200);
});

/**
 * Who may do what: role × route × object of one's own or of another organisation. The routes are read
 * off the application, so that a new one without a line here fails.
 */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { walkIns } from '../../src/domain/attendance/schema';
import { addSheetScan } from '../../src/domain/attendance/sheet-scans';
import { findOrCreateProfession } from '../../src/domain/catalogue/directories';
import { findSession } from '../../src/domain/catalogue/find-session';
import { HandoutInput, LoanInput } from '../../src/domain/handouts/inputs';
import { recordHandout } from '../../src/domain/handouts/save-handout';
import { recordLoan } from '../../src/domain/handouts/save-loan';
import { addContact, ContactInput } from '../../src/domain/invitations/contacts';
import { draftMailing, MailingInput } from '../../src/domain/invitations/write-mailing';
import { MeetingInput } from '../../src/domain/meetings/inputs';
import { recordMeeting } from '../../src/domain/meetings/save-meeting';
import { draftNote, NoteInput } from '../../src/domain/notes/write-note';
import { addLogo } from '../../src/domain/printing/logos';
import { addSignature } from '../../src/domain/printing/signatures';
import { freezeReport } from '../../src/domain/reports/snapshots';
import { findYearReport } from '../../src/domain/reports/year-report';
import { standardQuestion } from '../../src/domain/surveys/bank';
import { importTallies } from '../../src/domain/surveys/import-tallies';
import { addQuestion, NewQuestion } from '../../src/domain/surveys/own-questions';
import { hour } from '../../src/lib/dates';
import { certified, present } from '../support/attendance';
import { bindings, db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { putMail } from '../support/outbox';
import { aPdf } from '../support/pages';
import { registered } from '../support/people';
import { aPng } from '../support/pictures';
import { aSurvey } from '../support/surveys';
import { visit } from '../support/web';

const app = createApp({ clock: () => now });
const { get, post } = visit(app);

/** `colleague` works for another organisation than the one that carries the objects. */
const who = ['nobody', 'reader', 'colleague', 'organiser', 'administrator'] as const;
type Who = (typeof who)[number];

/** A page, its form with errors or the redirect after a success; a refusal; and the rest. */
type Answer = 'passes' | 'forbidden' | 'absent' | 'to sign-in';
type Expected = Record<Exclude<Who, 'nobody' | 'administrator'>, Answer>;

const everyone: Expected = { reader: 'passes', colleague: 'passes', organiser: 'passes' };
const open = { everybody: 'passes' } as const;
const administrators: Expected = {
  reader: 'forbidden',
  colleague: 'forbidden',
  organiser: 'forbidden',
};

/** `params`: what stands in the path, made anew for each asker, so that each has one to spend. */
type Route = {
  expected: Expected | { everybody: Answer };
  params?: () => Promise<Record<string, string | number>>;
};

/** Those who organise, for whatever organisation. */
const organisers: Expected = { reader: 'forbidden', colleague: 'passes', organiser: 'passes' };
/** Those who work on the object: their organisation carries it. */
const carriers: Expected = { reader: 'forbidden', colleague: 'forbidden', organiser: 'passes' };

async function carriedAction() {
  const id = await anAction();
  await carries(own, id);
  return { id };
}
async function heldMeeting() {
  const { id: actionId } = await carriedAction();
  const draft = { kind: 'review', year: 2026, actionIds: [actionId] } as const;
  const by = { now, actor: 'system', organisationId: null } as const;
  return recordMeeting(db, v.parse(MeetingInput, draft), by);
}
/** Recorded by the organisation of `organiser`. */
const ownHandout = async () => {
  const input = v.parse(HandoutInput, { title: 'Livret', count: 1, givenOn: '2026-01-10' });
  return recordHandout(db, input, { now, actor: 'system', organisationId: own });
};
const ownLoan = async () => {
  const days = { lentOn: '2026-01-10', dueOn: '2026-02-10' };
  const input = v.parse(LoanInput, { item: 'Mallette', borrowerOrganisation: 'PMI', ...days });
  return recordLoan(db, input, { now, actor: 'system', organisationId: own });
};
const ownLogo = async () => {
  const logo = { kind: 'carrier', name: 'Reseda', bytes: aPng(8, 8) } as const;
  const added = await addLogo(db, logo, { now, actor: 'system' });
  return { id: added.ok ? added.id : 0 };
};
const ownSignature = async () => {
  const pictures = { signature: aPng(8, 8) };
  const who = { organisation: 'Reseda', name: 'Anne Petit', role: 'directrice', pictures };
  const added = await addSignature(db, who, { now, actor: 'system' });
  return { id: added.ok ? added.id : 0, picture: 'signature' };
};
const entry = async () => ({
  directory: 'professions',
  id: await findOrCreateProfession(db, 'Puéricultrice', now),
});
const someone = async () => ({ id: (await anAccount('reader')).id });
const noLink = async () => ({ token: 'A'.repeat(46) });

/** A session whose action the organiser's organisation carries. */
const session = async () => {
  const { code, actionId } = await aSession();
  await carries(own, actionId);
  return { code };
};
const failedMail = async () => {
  const { id: sessionId, actionId } = await aSession();
  await carries(own, actionId);
  return { id: (await putMail(db, { sessionId, state: 'failed' })).id };
};
const onSession = { expected: carriers, params: session };
const onNote = {
  expected: carriers,
  params: async () => {
    const { id: sessionId, code, actionId } = await aSession();
    await carries(own, actionId);
    const words = { audience: ['confirmed'], subject: 'Parking', body: 'Place des Martyrs' };
    const by = { now, actor: 'system' } as const;
    const { id } = await draftNote(db, sessionId, v.parse(NoteInput, words), by);
    return { code, id };
  },
};

/** A message for which people are being chosen. */
const onSelection = {
  expected: carriers,
  params: async () => {
    const { id: sessionId, code, actionId } = await aSession();
    await carries(own, actionId);
    const blank = { subject: '', body: '', people: [] };
    const { id } = await draftNote(db, sessionId, blank, { now, actor: 'system' });
    return { code, id };
  },
};

const onInvitation = {
  expected: carriers,
  params: async () => {
    const { id: sessionId, code, actionId } = await aSession();
    await carries(own, actionId);
    const words = v.parse(MailingInput, { subject: 'Invitation', body: 'Venez', tags: [] });
    const by = { now, actor: 'system', sender: 'Reseda', locale: 'fr' } as const;
    const { id } = await draftMailing(db, sessionId, words, by);
    return { code, id };
  },
};
/** A contact that the organiser's organisation recorded. */
const ownContact = async () => {
  const email = `${crypto.randomUUID()}@exemple.fr`;
  const typed = { email, name: '', organisation: '', tags: '', consentSource: 'forum' };
  const recording = { organisationId: own, now, secret: 'secret' };
  await addContact(db, v.parse(ContactInput, typed), recording);
  const row = await db.$client
    .prepare('SELECT id FROM contacts WHERE email = ?')
    .bind(email)
    .first<{ id: number }>();
  return { id: row?.id ?? 0 };
};

/** A page of its signed sheet. */
const onScan = {
  expected: carriers,
  params: async () => {
    const { id: sessionId, code, actionId } = await aSession();
    await carries(own, actionId);
    const store = bindings.SHEETS as R2Bucket;
    const added = await addSheetScan(db, store, sessionId, aPdf(), { now, actor: 'system' });
    return { code, id: added.ok ? added.id : 0 };
  },
};

/** A registration for such a session. */
const onRegistration = {
  expected: carriers,
  params: async () => {
    const held = await aSession();
    await carries(own, held.actionId);
    return { id: (await registered(held)).id };
  },
};

/** A survey of a session of one's own, that nobody has answered yet. */
const surveyOf = async () => {
  const { code, id, actionId } = await aSession();
  await carries(own, actionId);
  await aSurvey({ sessionId: id, slips: 1 });
  return { code, moment: 'fin' };
};
const ownQuestion = async () => {
  const question = { kind: 'yes_no', label: 'Reviendrez-vous ?', short: 'retour' };
  return { key: await addQuestion(db, v.parse(NewQuestion, question), { now }) };
};
const onSurvey = { expected: carriers, params: surveyOf };
/** Someone who came to it without a place. */
const onWalkIn = {
  expected: carriers,
  params: async () => {
    const { id: sessionId, actionId } = await aSession();
    await carries(own, actionId);
    await present({ id: sessionId }, 'Une voisine');
    const [row] = await db.select().from(walkIns).where(eq(walkIns.sessionId, sessionId));
    return { id: row?.id ?? 0 };
  },
};
/** One of its certificates. */
const certificate = async () => {
  const { code } = await session();
  const { session: of } = (await findSession(db, code)) ?? {};
  if (!of) throw new Error('no session');
  await present(of, 'Une voisine');
  const [made] = await certified(of);
  return { code, file: made?.code ?? '', certificate: made?.code ?? '' };
};
const onCertificate = { expected: carriers, params: certificate };
const aYear = async () => ({ year: 2026, key: 'participations' });
const reportedAction = async () => ({ ...(await carriedAction()), ...(await aYear()) });
/** A year with an action whose survey is closed, and where nobody noted who came. */
async function anAnsweredYear() {
  const { id: sessionId, actionId: id } = await aSession();
  const question = standardQuestion('content');
  if (!question) throw new Error('no question');
  const tallies = [{ question, n: 25, favourable: 24 }];
  await importTallies(
    db,
    { sessionId, moment: 'after', answers: 25, tallies },
    { now, actor: 'system' },
  );
  await aSession({ actionId: id, slots: [{ startsAt: now - 2 * hour, endsAt: now - hour }] });
  return { id, year: 2026, question: 'content', kind: 'attendance_not_taken' };
}
async function aCopy() {
  const { report } = await findYearReport(db, 2026, { now, timeZone: 'Europe/Paris' });
  const id = await freezeReport(db, report, '', { now, actor: 'system' });
  return { ...(await aYear()), id };
}
const anAnsweredCopy = async () => ({ ...(await anAnsweredYear()), ...(await aCopy()) });

const routes: Record<string, Route> = {
  'GET /organisation/connexion': { expected: open },
  'POST /organisation/connexion': { expected: open },
  'GET /organisation/connexion/message-envoye': { expected: open },
  'POST /organisation/connexion/cle/options': { expected: open },
  'POST /organisation/connexion/cle': { expected: open },
  'GET /organisation/connexion/:token': { expected: { everybody: 'absent' }, params: noLink },
  'POST /organisation/connexion/:token': { expected: { everybody: 'absent' }, params: noLink },
  'GET /organisation': { expected: everyone },
  'GET /organisation/connexions': { expected: everyone },
  'POST /organisation/connexions/:id/fin': { expected: everyone, params: async () => ({ id: 9 }) },
  'POST /organisation/connexions/cles/options': { expected: everyone },
  'POST /organisation/connexions/cles': { expected: everyone },
  'POST /organisation/connexions/cles/:id': { expected: everyone, params: async () => ({ id: 9 }) },
  'POST /organisation/connexions/cles/:id/suppression': {
    expected: everyone,
    params: async () => ({ id: 9 }),
  },
  'POST /organisation/deconnexion': { expected: everyone },
  'GET /organisation/actions': { expected: everyone },
  'POST /organisation/actions': { expected: organisers },
  'GET /organisation/actions/nouvelle': { expected: organisers },
  'GET /organisation/actions/:id': { expected: everyone, params: carriedAction },
  'POST /organisation/actions/:id': { expected: carriers, params: carriedAction },
  'GET /organisation/actions/:id/modification': { expected: carriers, params: carriedAction },
  'GET /organisation/reunions': { expected: everyone },
  'POST /organisation/reunions': { expected: organisers },
  'GET /organisation/reunions/nouvelle': { expected: organisers },
  'GET /organisation/reunions/:id': { expected: carriers, params: heldMeeting },
  'POST /organisation/reunions/:id': { expected: carriers, params: heldMeeting },
  'POST /organisation/reunions/:id/suppression': { expected: carriers, params: heldMeeting },
  'GET /organisation/diffusions': { expected: everyone },
  'GET /organisation/diffusions/publications.csv': { expected: everyone },
  'POST /organisation/diffusions': { expected: organisers },
  'GET /organisation/diffusions/nouvelle': { expected: organisers },
  'GET /organisation/diffusions/:id': { expected: carriers, params: ownHandout },
  'POST /organisation/diffusions/:id': { expected: carriers, params: ownHandout },
  'POST /organisation/diffusions/:id/suppression': { expected: carriers, params: ownHandout },
  'GET /organisation/prets': { expected: everyone },
  'GET /organisation/prets/prets.csv': { expected: everyone },
  'POST /organisation/prets': { expected: organisers },
  'GET /organisation/prets/nouveau': { expected: organisers },
  'GET /organisation/prets/:id': { expected: carriers, params: ownLoan },
  'POST /organisation/prets/:id': { expected: carriers, params: ownLoan },
  'POST /organisation/prets/:id/retour': { expected: carriers, params: ownLoan },
  'POST /organisation/prets/:id/suppression': { expected: carriers, params: ownLoan },
  'GET /organisation/courriels': { expected: organisers },
  'POST /organisation/courriels/:id/renvoi': {
    expected: { reader: 'forbidden', colleague: 'absent', organiser: 'passes' },
    params: failedMail,
  },
  'POST /organisation/courriels/:id/regle': {
    expected: { reader: 'forbidden', colleague: 'absent', organiser: 'passes' },
    params: failedMail,
  },
  'POST /organisation/courriels/essai': { expected: organisers },
  'GET /organisation/seances': { expected: everyone },
  'POST /organisation/seances': { expected: organisers },
  'GET /organisation/seances/nouvelle': { expected: organisers },
  'GET /organisation/seances/:code': onSession,
  'POST /organisation/seances/:code': onSession,
  'GET /organisation/seances/:code/modification': onSession,
  'POST /organisation/seances/:code/publication': onSession,
  'POST /organisation/seances/:code/maintien': onSession,
  'GET /organisation/seances/:code/qui-reste': onSession,
  'POST /organisation/seances/:code/qui-reste': onSession,
  'POST /organisation/seances/publication': { expected: organisers },
  'GET /organisation/seances/:code/historique': onSession,
  'GET /organisation/seances/:code/suppression': onSession,
  'POST /organisation/seances/:code/suppression': onSession,
  'GET /organisation/seances/:code/non-tenue': onSession,
  'POST /organisation/seances/:code/non-tenue': onSession,
  'GET /organisation/seances/:code/annulation': onSession,
  'POST /organisation/seances/:code/annulation': onSession,
  'GET /organisation/seances/:code/copie': onSession,
  'POST /organisation/seances/:code/copie': onSession,
  'GET /organisation/bilans': { expected: everyone },
  'GET /organisation/bilans/:year': { expected: everyone, params: aYear },
  'GET /organisation/bilans/:year/imprimer': { expected: everyone, params: aYear },
  'GET /organisation/bilans/:year/bilan.xlsx': { expected: everyone, params: aYear },
  'GET /organisation/bilans/:year/bilan.pdf': { expected: everyone, params: aYear },
  'GET /organisation/bilans/:year/bilan.odt': { expected: everyone, params: aYear },
  'GET /organisation/bilans/:year/chiffres/:key': { expected: everyone, params: aYear },
  'GET /organisation/bilans/:year/satisfaction/:question': {
    expected: everyone,
    params: anAnsweredYear,
  },
  'GET /organisation/bilans/:year/manques/:kind': { expected: everyone, params: anAnsweredYear },
  'POST /organisation/bilans/:year/copies': { expected: administrators, params: aYear },
  'GET /organisation/bilans/:year/copies/:id': { expected: everyone, params: aCopy },
  'GET /organisation/bilans/:year/copies/:id/bilan.pdf': { expected: everyone, params: aCopy },
  'GET /organisation/bilans/:year/copies/:id/bilan.odt': { expected: everyone, params: aCopy },
  'GET /organisation/bilans/:year/copies/:id/chiffres/:key': {
    expected: everyone,
    params: aCopy,
  },
  'GET /organisation/bilans/:year/copies/:id/satisfaction/:question': {
    expected: everyone,
    params: anAnsweredCopy,
  },
  'GET /organisation/bilans/:year/copies/:id/manques/:kind': {
    expected: everyone,
    params: anAnsweredCopy,
  },
  'GET /organisation/actions/:id/bilan/:year': { expected: everyone, params: reportedAction },
  'POST /organisation/actions/:id/bilan/:year': { expected: carriers, params: reportedAction },
  'GET /organisation/actions/:id/bilan/:year/fiche.pdf': {
    expected: everyone,
    params: reportedAction,
  },
  'GET /organisation/actions/:id/bilan/:year/fiche.odt': {
    expected: everyone,
    params: reportedAction,
  },
  'GET /organisation/actions/:id/bilan/:year/redaction': {
    expected: carriers,
    params: reportedAction,
  },
  'GET /organisation/actions/:id/bilan/:year/chiffres/:key': {
    expected: everyone,
    params: reportedAction,
  },
  'GET /organisation/actions/:id/bilan/:year/satisfaction/:question': {
    expected: everyone,
    params: anAnsweredYear,
  },
  'GET /organisation/actions/:id/bilan/:year/manques/:kind': {
    expected: everyone,
    params: anAnsweredYear,
  },
  'GET /organisation/territoires': { expected: administrators },
  'POST /organisation/territoires': { expected: administrators },
  'GET /organisation/annuaires': { expected: organisers },
  'GET /organisation/annuaires/:directory': {
    expected: organisers,
    params: async () => ({ directory: 'lieux' }),
  },
  'GET /organisation/annuaires/:directory/:id': { expected: organisers, params: entry },
  'POST /organisation/annuaires/:directory/:id': { expected: administrators, params: entry },
  'GET /organisation/annuaires/:directory/:id/fusion': { expected: administrators, params: entry },
  'POST /organisation/annuaires/:directory/:id/fusion': { expected: administrators, params: entry },
  'GET /organisation/personnes': { expected: administrators },
  'POST /organisation/personnes': { expected: administrators },
  'GET /organisation/personnes/:id': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id/invitation': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id/adresse': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id/desactivation': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id/reactivation': { expected: administrators, params: someone },
  'GET /organisation/seances/:code/inscriptions': onSession,
  'GET /organisation/seances/:code/inscriptions.csv': onSession,
  'GET /organisation/seances/:code/inscriptions.xlsx': onSession,
  'GET /organisation/seances/:code/inscriptions/nouvelle': onSession,
  'POST /organisation/seances/:code/inscriptions/nouvelle': onSession,
  'GET /organisation/seances/:code/telephones': onSession,
  'GET /organisation/inscriptions/:id': onRegistration,
  'GET /organisation/inscriptions/:id/coordonnees': onRegistration,
  'POST /organisation/inscriptions/:id/coordonnees': onRegistration,
  'POST /organisation/inscriptions/:id/confirmation': onRegistration,
  'POST /organisation/inscriptions/:id/eligibilite': onRegistration,
  'POST /organisation/inscriptions/:id/annulation': onRegistration,
  'POST /organisation/inscriptions/:id/adresse': onRegistration,
  'POST /organisation/inscriptions/:id/renvoi': onRegistration,
  'POST /organisation/inscriptions/:id/changement': onRegistration,
  'POST /organisation/inscriptions/:id/appel': onRegistration,
  'GET /organisation/seances/:code/papier': onSession,
  'GET /organisation/seances/:code/papier/affiche': onSession,
  'GET /organisation/seances/:code/papier/tract': onSession,
  'GET /organisation/seances/:code/papier/affiche.pdf': onSession,
  'GET /organisation/seances/:code/papier/tract.pdf': onSession,
  'POST /organisation/seances/:code/papier/intervenant': onSession,
  'POST /organisation/seances/:code/papier/intervenant/fin': onSession,
  'POST /organisation/seances/:code/inscriptions/selection': onSession,
  'GET /organisation/seances/:code/message/:id/personnes': onSelection,
  'POST /organisation/seances/:code/message/:id/personnes': onSelection,
  'GET /organisation/seances/:code/message': onSession,
  'POST /organisation/seances/:code/message': onSession,
  'GET /organisation/seances/:code/message/:id': onNote,
  'POST /organisation/seances/:code/message/:id': onNote,
  'GET /organisation/seances/:code/message/:id/apercu': onNote,
  'GET /organisation/seances/:code/message/:id/modification': onNote,
  'POST /organisation/seances/:code/message/:id/essai': onNote,
  'POST /organisation/seances/:code/message/:id/envoi': onNote,
  'POST /organisation/seances/:code/message/:id/arret': onNote,
  'POST /organisation/seances/:code/message/:id/suppression': onNote,
  'GET /organisation/contacts': { expected: organisers },
  'POST /organisation/contacts': { expected: organisers },
  'GET /organisation/contacts/import': { expected: organisers },
  'POST /organisation/contacts/import': { expected: organisers },
  'GET /organisation/contacts/:id': { expected: carriers, params: ownContact },
  'POST /organisation/contacts/:id': { expected: carriers, params: ownContact },
  'POST /organisation/contacts/:id/suppression': { expected: carriers, params: ownContact },
  'GET /organisation/seances/:code/invitations': onSession,
  'POST /organisation/seances/:code/invitations': onSession,
  'GET /organisation/seances/:code/invitations/:id': onInvitation,
  'POST /organisation/seances/:code/invitations/:id': onInvitation,
  'GET /organisation/seances/:code/invitations/:id/apercu': onInvitation,
  'POST /organisation/seances/:code/invitations/:id/essai': onInvitation,
  'POST /organisation/seances/:code/invitations/:id/envoi': onInvitation,
  'POST /organisation/seances/:code/invitations/:id/arret': onInvitation,
  'POST /organisation/seances/:code/invitations/:id/suppression': onInvitation,
  'GET /organisation/logos': { expected: everyone },
  'POST /organisation/logos': { expected: organisers },
  'POST /organisation/logos/:id/suppression': { expected: carriers, params: ownLogo },
  'GET /organisation/signatures': { expected: organisers },
  'POST /organisation/signatures': { expected: organisers },
  'GET /organisation/signatures/:id': { expected: carriers, params: ownSignature },
  'GET /organisation/signatures/:id/:picture': { expected: carriers, params: ownSignature },
  'POST /organisation/signatures/:id/fin': { expected: carriers, params: ownSignature },
  'POST /organisation/signatures/:id/effacement': { expected: carriers, params: ownSignature },
  'GET /organisation/seances/:code/emargement': onSession,
  'POST /organisation/seances/:code/emargement': onSession,
  'POST /organisation/seances/:code/emargement/sans-inscription': onSession,
  'GET /organisation/seances/:code/porte': onSession,
  'GET /organisation/seances/:code/porte/liste': onSession,
  'POST /organisation/seances/:code/porte/presences': onSession,
  'GET /organisation/seances/:code/code': onSession,
  'POST /organisation/seances/:code/code': onSession,
  'POST /organisation/seances/:code/code/fermeture': onSession,
  'GET /organisation/sans-inscription/:id': onWalkIn,
  'POST /organisation/sans-inscription/:id': onWalkIn,
  'GET /organisation/sans-inscription/:id/retrait': onWalkIn,
  'POST /organisation/sans-inscription/:id/retrait': onWalkIn,
  'GET /organisation/seances/:code/attestations': onSession,
  'POST /organisation/seances/:code/attestations': onSession,
  'GET /organisation/seances/:code/attestations/imprimer': onSession,
  'GET /organisation/seances/:code/attestations/:file': onCertificate,
  'POST /organisation/seances/:code/attestations/envoi': onSession,
  'GET /organisation/seances/:code/attestations/:certificate/annulation': onCertificate,
  'POST /organisation/seances/:code/attestations/:certificate/annulation': onCertificate,
  'GET /organisation/seances/:code/connexions': onSession,
  'POST /organisation/seances/:code/connexions': onSession,
  'POST /organisation/seances/:code/connexions/presences': onSession,
  'GET /organisation/seances/:code/comptage': onSession,
  'POST /organisation/seances/:code/comptage': onSession,
  'GET /organisation/seances/:code/feuille': onSession,
  'POST /organisation/seances/:code/feuille': onSession,
  'GET /organisation/seances/:code/feuille/imprimer': onSession,
  'POST /organisation/seances/:code/feuille/imprimer': onSession,
  'POST /organisation/seances/:code/feuille/rangement': onSession,
  'POST /organisation/seances/:code/feuille/pages': onSession,
  'GET /organisation/seances/:code/feuille/pages/:id': onScan,
  'POST /organisation/seances/:code/feuille/pages/:id/suppression': onScan,
  'GET /organisation/seances/:code/questionnaires': onSession,
  'POST /organisation/seances/:code/questionnaires': onSession,
  'GET /organisation/seances/:code/questionnaires/:moment': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/acces': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/ecran': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/billets': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/papier': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/saisie': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/resultats.csv': onSurvey,
  'GET /organisation/seances/:code/questionnaires/:moment/resultats.xlsx': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/salle': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/billets': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/saisie': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/liens': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/rappel': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/fonctions': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/cloture': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/suppression': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/partage': onSurvey,
  'POST /organisation/seances/:code/questionnaires/:moment/commentaires': onSurvey,
  'GET /organisation/questions': { expected: organisers },
  'POST /organisation/questions': { expected: organisers },
  'GET /organisation/questions/:key': { expected: organisers, params: ownQuestion },
  'POST /organisation/questions/:key': { expected: organisers, params: ownQuestion },
};

/** Method and path of each route of the organisers' side, as the application has them. */
const mounted = [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/organisation(\/|$)/.test(path))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

const accounts = new Map<Who, number>();
/** The organisation of `organiser`, which carries the objects that the routes are tried on. */
let own = 0;
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  const organisationId = await anOrganisation('Mutualité Française Occitanie');
  accounts.set('reader', (await anAccount('reader', { organisationId: own })).id);
  accounts.set('organiser', (await anAccount('organiser', { organisationId: own })).id);
  accounts.set('colleague', (await anAccount('organiser', { organisationId })).id);
  accounts.set('administrator', (await anAccount('administrator')).id);
});

async function ask(method: string, path: string, asker: Who): Promise<Answer> {
  const account = accounts.get(asker);
  const sent = account ? { cookie: await signedInCookie(account) } : {};
  const answer = await (method === 'POST' ? post(path, {}, sent) : get(path, sent));
  expect(answer.status, `${method} ${path} for ${asker}`).toBeLessThan(500);
  const location = answer.headers.get('Location') ?? '';
  if (/^\/organisation\/connexion(\?|$)/.test(location)) return 'to sign-in';
  if (answer.status === 404) return 'absent';
  return answer.status === 403 ? 'forbidden' : 'passes';
}

it('has a line for each route of the organisers’ side, and none too many', () => {
  expect(Object.keys(routes).sort()).toEqual([...mounted].sort());
});

it.each(mounted)('%s', async (route) => {
  const { expected = open, params } = routes[route] ?? {};
  const [method = '', pattern = ''] = route.split(' ');
  const answers: Partial<Record<Who, Answer>> = {};
  for (const asker of who) {
    const values = (await params?.()) ?? {};
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => String(values[name]));
    answers[asker] = await ask(method, path, asker);
  }
  expect(answers).toEqual(
    'everybody' in expected
      ? Object.fromEntries(who.map((asker) => [asker, expected.everybody]))
      : { nobody: 'to sign-in', administrator: 'passes', ...expected },
  );
});

describe('who is lost on the organisers’ side', () => {
  const menu = 'href="/organisation/seances"';
  const asked = async (path: string, asker: Who, headers = {}) => {
    const cookie = await signedInCookie(accounts.get(asker) ?? 0);
    const answer = await get(path, { cookie, headers });
    return { status: answer.status, html: await answer.text() };
  };

  it('is told who carries the action and whom to ask, with the menu', async () => {
    const { code } = await session();
    const { status, html } = await asked(`/organisation/seances/${code}`, 'colleague');
    expect(status).toBe(403);
    expect(html).toContain(menu);
    expect(html).toContain('Cette action est portée par Reseda.');
    expect(html).toContain('Demandez à Camille organiser.');
    expect(html).not.toContain('@exemple.fr');
  });

  it('is sent to those who give rights where no action is concerned', async () => {
    const { status, html } = await asked('/organisation/personnes', 'organiser');
    expect(status).toBe(403);
    expect(html).toContain(menu);
    expect(html).toContain('Demandez à Camille administrator.');
  });

  it('keeps the menu where there is nothing', async () => {
    for (const path of ['/organisation/perdu', '/organisation/seances/AAAAAA']) {
      const { status, html } = await asked(path, 'organiser');
      expect([path, status]).toEqual([path, 404]);
      expect(html).toContain(menu);
    }
    const visitor = await get('/perdu');
    expect(visitor.status).toBe(404);
    expect(await visitor.text()).not.toContain(menu);
  });

  it('gets data where a script asks', async () => {
    const headers = { Accept: 'application/json' };
    const { html } = await asked('/organisation/personnes', 'organiser', headers);
    expect(JSON.parse(html)).toMatchObject({ error: 'forbidden' });
  });
});

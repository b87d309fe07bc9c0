/** Drafts: what nobody has seen stays unseen, is deleted when it is not wanted, and published as it is. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { cancelSession } from '../../src/domain/catalogue/cancel-session';
import { sessions, slots } from '../../src/domain/catalogue/schema';
import { history } from '../../src/domain/registrations/schema';
import { present } from '../support/attendance';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { aSurvey } from '../support/surveys';
import { visit } from '../support/web';

const app = createApp({ clock: () => now });
const { get, post } = visit(app);

let own = 0;
let cookie = '';
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: own })).id);
});

async function aDraft(values: Parameters<typeof aSession>[0] = {}) {
  const actionId = values.actionId ?? (await anAction());
  if (values.actionId === undefined) await carries(own, actionId);
  return aSession({ state: 'draft', publishedAt: null, ...values, actionId });
}
const path = ({ code }: { code: string }, rest = '') => `/organisation/seances/${code}${rest}`;
const stored = async ({ id }: { id: number }) =>
  (await db.select().from(sessions).where(eq(sessions.id, id)))[0];
const page = async (address: string) => (await get(address, { cookie })).text();

describe('a draft', () => {
  it('is never cancelled: its page stays unknown, and no list or figure has it', async () => {
    const draft = await aDraft({ title: 'Jamais vue' });
    for (const answer of [
      await get(path(draft, '/annulation'), { cookie }),
      await post(path(draft, '/annulation'), { version: '1' }, { cookie }),
    ]) {
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('Supprimez-la au lieu de l’annuler');
    }
    const by = { now, actor: 'system' } as const;
    expect(await cancelSession(db, { id: draft.id, version: 1, reason: null }, by)).toEqual({
      ok: false,
      reason: 'only_a_draft',
    });
    expect((await stored(draft))?.state).toBe('draft');
    for (const address of [
      `/s/${draft.code}`,
      `/s/${draft.code}.ics`,
      `/s/${draft.code}/date`,
      `/api/v1/sessions/${draft.code}`,
    ])
      expect((await get(address)).status, address).toBe(404);
    for (const address of ['/', '/?vue=calendrier', '/programme.ics', '/api/v1/sessions'])
      expect(await (await get(address)).text(), address).not.toContain(draft.code);
    expect(await page(path(draft))).not.toContain('Annuler la séance');
  });

  it('is deleted for good when asked twice, and frees its other half', async () => {
    const half = await aDraft();
    const draft = await aDraft({ actionId: half.actionId, linkedSessionId: half.id });
    await db.update(sessions).set({ linkedSessionId: draft.id }).where(eq(sessions.id, half.id));
    expect(await page(path(draft))).toContain('Supprimer ce brouillon');
    expect(await page(path(draft, '/suppression'))).toContain('personne ne sera prévenu');
    expect(await stored(draft)).toBeDefined();
    const stale = await post(path(draft, '/suppression'), { version: '7' }, { cookie });
    expect(stale.status).toBe(409);
    for (let press = 0; press < 2; press++) {
      const answer = await post(path(draft, '/suppression'), { version: '1' }, { cookie });
      expect(answer.headers.get('Location')).toBe(
        '/organisation/seances?vue=brouillons&fait=supprimee',
      );
    }
    expect(await stored(draft)).toBeUndefined();
    expect(await db.select().from(slots).where(eq(slots.sessionId, draft.id))).toEqual([]);
    expect(await stored(half)).toMatchObject({ linkedSessionId: null, version: 2 });
    const [line] = await db.select().from(history).where(eq(history.event, 'draft_deleted'));
    expect(line?.detail).toMatchObject({ code: draft.code });
  });

  it.each([
    ['who came', async (id: number) => present({ id }, 'Une voisine')],
    ['a questionnaire', async (sessionId: number) => void (await aSurvey({ sessionId }))],
  ])('keeps %s: it is not deleted with it', async (_, attach) => {
    const draft = await aDraft();
    await attach(draft.id);
    const answer = await post(path(draft, '/suppression'), { version: '1' }, { cookie });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Ce brouillon ne peut pas être supprimé');
    expect(await stored(draft)).toMatchObject({ state: 'draft' });
  });

  it('is published together with those that were made with it, as often as one presses', async () => {
    const actionId = await anAction();
    await carries(own, actionId);
    const session = await aSession({ actionId });
    const fields = { date: '2026-10-08', from: '18:00', to: '19:00', every: 'week', times: '3' };
    const copied = { ...fields, etape: 'confirme' };
    const made = await post(path(session, '/copie'), copied, { cookie });
    const address = made.headers.get('Location') ?? '';
    const html = await page(address);
    expect(html).toContain('Publier les 3');
    const form = html.slice(html.indexOf('action="/organisation/seances/publication"'));
    const all = (name: string) =>
      [...form.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, v]) => v ?? '');
    const sent = { code: all('code'), version: all('version') };
    const of = eq(sessions.actionId, actionId);
    const [first] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.code, sent.code[0] ?? ''));
    // One was changed since it was looked at: it stays a draft, and is offered again.
    await db
      .update(sessions)
      .set({ version: 9 })
      .where(eq(sessions.id, first?.id ?? 0));
    for (let press = 0; press < 2; press++)
      expect((await post('/organisation/seances/publication', sent, { cookie })).status).toBe(303);
    const states = (await db.select().from(sessions).where(of)).map(({ state }) => state);
    expect(states.sort()).toEqual(['draft', 'published', 'published', 'published']);
    const lines = await db.select().from(history).where(eq(history.event, 'session_published'));
    expect(lines).toHaveLength(2);

    const others = { code: [(await aSession({ state: 'draft' })).code], version: ['1'] };
    expect((await post('/organisation/seances/publication', others, { cookie })).status).toBe(403);
  });

  it('is not what a published session is: that one is cancelled', async () => {
    const session = await aDraft({ state: 'published', publishedAt: now });
    const answer = await post(path(session, '/suppression'), { version: '1' }, { cookie });
    expect(answer.status).toBe(409);
    expect(await stored(session)).toMatchObject({ state: 'published' });
  });
});

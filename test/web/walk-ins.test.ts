/** Those who came without a place: as they are typed at the door, corrected, and taken out again. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { openCheckIn } from '../../src/domain/attendance/check-in';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { anAccount, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

const at = evening.endsAt;
const { post } = visit(createApp({ clock: () => at }));
let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id, at);
});

const listPage = (code: string) => `/organisation/seances/${code}/emargement`;

it('an address that no mail would reach is refused wherever a certificate would go to it', async () => {
  const session = await aSession();
  await openCheckIn(db, session.id, { now: at, actor: 'system' });
  const [{ code } = { code: '' }] = await db.all<{ code: string }>(
    sql`SELECT check_in_code AS code FROM session_attendance WHERE session_id = ${session.id}`,
  );
  const typed = { name: 'Inès Modèle', email: 'ines@exmaple', key: newToken() };
  for (const path of [
    `${listPage(session.code)}/sans-inscription`,
    `/presence/${code}`,
    '/attestations',
  ]) {
    const answer = await post(path, typed, { cookie });
    const html = await answer.text();
    expect([path, answer.status]).toEqual([path, 422]);
    expect(html).toContain('href="#email"');
    expect(html).toContain('value="ines@exmaple"');
  }
  const long = { name: 'Inès', profession: 'p'.repeat(121) };
  const answer = await post(`${listPage(session.code)}/sans-inscription`, long, { cookie });
  expect(await answer.text()).toContain('Ce texte est trop long');
});

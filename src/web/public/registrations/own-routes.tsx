/**
 * « Mon inscription » and what its holder can do. The link is the authority: unknown, forged and
 * ended ones give one identical page. A GET only shows; a POST acts, once, and answers 303.
 */
import { type Context, Hono } from 'hono';
import { ownCalendar } from '../../../domain/calendar/own-calendar';
import { findSession, type SessionView } from '../../../domain/catalogue/find-session';
import { cancelRegistration } from '../../../domain/registrations/cancel';
import { listHistory } from '../../../domain/registrations/history';
import { moveRegistration } from '../../../domain/registrations/move';
import { listMoveTargets } from '../../../domain/registrations/queries';
import { acceptOffer, declineOffer } from '../../../domain/registrations/waiting-list';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { download } from '../../download';
import { CancellationPage } from './cancellation-page';
import { heldData } from './held-data';
import { loadOwn } from './load-own';
import { MovePage } from './move-page';
import { type OwnEnv, ownLink } from './own-link';
import { momentOf, readFields } from './read-fields';
import { sayMoveRefusal, sayOfferRefusal } from './refusals';
import { type Done, doneCodes, RegistrationPage } from './registration-page';

export const ownRoutes = new Hono<OwnEnv>()
  .use('/i/:token/*', ownLink)
  .get('/i/:token', async (c) => {
    const done = doneCodes.find((code) => code === c.req.query('fait'));
    return c.html(<RegistrationPage {...(await loadOwn(c.var.db, c.var))} done={done} />);
  })
  .get('/i/:token/donnees.json', async (c) => {
    const { db, own, token } = c.var;
    const { view } = await loadOwn(db, c.var);
    c.header('Content-Disposition', `attachment; filename="inscription-${view.session.code}.json"`);
    const url = `${c.var.reader.baseUrl}${links.registration(token)}`;
    return c.json(heldData(own, { view, url, history: await listHistory(db, own) }));
  })
  .get('/i/:token/agenda.ics', async (c) => {
    const { db, own, reader, settings } = c.var;
    const { view, standing } = await loadOwn(db, c.var);
    if (standing !== 'confirmed' || !view.slots.length) throw new NotFound();
    const { timeZone, baseUrl } = settings;
    const about = { locale: reader.locale, timeZone, baseUrl };
    return c.body(
      ownCalendar(own, view, view.session.videoUrl, about),
      200,
      download(`${view.session.code}.ics`, 'text/calendar; charset=utf-8; method=PUBLISH'),
    );
  })
  .get('/i/:token/annulation', async (c) =>
    c.html(<CancellationPage {...(await loadOwn(c.var.db, c.var))} />),
  )
  .post('/i/:token/annulation', async (c) => {
    const { db, own } = c.var;
    const by = { actor: 'person', endedBy: 'person' } as const;
    const outcome = await cancelRegistration(db, own, by, momentOf(c.var));
    // Moved meanwhile: the page asks again, for where they are now.
    if (!outcome.ok && outcome.reason === 'changed_meanwhile')
      return c.redirect(c.var.reader.href(c.req.path), 303);
    if (!outcome.ok) return c.html(<CancellationPage {...(await loadOwn(db, c.var))} />, 409);
    return backWith(c, 'annulation');
  })
  .get('/i/:token/offre', (c) => c.redirect(ownPage(c), 303))
  .post('/i/:token/offre', async (c) => {
    const { db, own, reader } = c.var;
    // Sent bare, it takes what is offered: only a refusal needs a word.
    const { answer = isBare(c) ? 'accept' : undefined } = await readFields(c);
    const texts = reader.t.registration.offerRefused;
    const again = async (status: 409 | 422, problem: string) =>
      c.html(<RegistrationPage {...(await loadOwn(db, c.var))} problem={problem} />, status);
    if (answer !== 'accept' && answer !== 'decline') return again(422, texts.choose);
    const decide = answer === 'accept' ? acceptOffer : declineOffer;
    const outcome = await decide(db, own, momentOf(c.var));
    if (!outcome.ok) return again(409, sayOfferRefusal(texts, outcome.reason));
    return backWith(c, answer === 'accept' ? 'acceptee' : 'refusee');
  })
  .get('/i/:token/changement', async (c) => c.html(await movePage(c)))
  .post('/i/:token/changement', async (c) => {
    const { db, own, reader } = c.var;
    const texts = reader.t.registration.movePage;
    const code = readCode((await readFields(c)).session ?? '');
    const target = code ? await findSession(db, code) : null;
    if (!target) return c.html(await movePage(c, texts.choose), 422);
    const outcome = await moveRegistration(db, own, target, momentOf(c.var));
    if (!outcome.ok)
      return c.html(await movePage(c, sayMoveRefusal(texts.refused, outcome.reason)), 409);
    return backWith(c, 'changement');
  });

const isBare = (c: Context) => !c.req.raw.body || c.req.header('Content-Length') === '0';

const ownPage = (c: Context<OwnEnv>) => c.var.reader.href(links.registration(c.var.token));

/** Sends what the decision wrote, and shows the registration as it is now. */
function backWith(c: Context<OwnEnv>, done: Done) {
  deliverSoon(c);
  const page = `${links.registration(c.var.token)}?fait=${done}`;
  return c.redirect(c.var.reader.href(page), 303);
}

async function movePage(c: Context<OwnEnv>, problem?: string) {
  const { db, own, now } = c.var;
  const [page, targets] = await Promise.all([loadOwn(db, c.var), listMoveTargets(db, own, now)]);
  const views: { view: SessionView; fits: boolean }[] = page.may.move ? targets : [];
  return <MovePage {...page} targets={views} problem={problem} />;
}

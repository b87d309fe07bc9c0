/** Being told of the date of a session that has none yet: asking, and withdrawing by a mailed link. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  findSession,
  findSessionById,
  type SessionView,
} from '../../../domain/catalogue/find-session';
import { isKnown } from '../../../domain/catalogue/known';
import {
  awaitsDate,
  DateWatcherInput,
  findDateWatch,
  watchDate,
  withdrawDateWatch,
} from '../../../domain/registrations/date-watchers';
import { NotFound } from '../../../lib/errors';
import { emailKey } from '../../../lib/text';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { deliverSoon } from '../../deliver-soon';
import { limited } from '../../middleware/rate-limit';
import type { FieldErrors } from '../../ui/fields';
import { localeOf, readFields } from '../registrations/read-fields';
import {
  DateWatchNotedPage,
  DateWatchOwnPage,
  DateWatchPage,
  DateWatchWithdrawnPage,
} from './date-watch-page';

type C = Context<AppEnv>;

export const dateWatchRoutes = new Hono<AppEnv>()
  .get(links.dateWatchForm(':code'), async (c) => {
    const view = await requireView(c);
    if (!awaitsDate(view)) return toSession(c, view);
    return c.html(<DateWatchPage reader={c.var.reader} view={view} values={{}} />);
  })
  .post(links.dateWatchForm(':code'), async (c) => {
    const { db, now, reader } = c.var;
    const view = await requireView(c);
    if (!awaitsDate(view)) return toSession(c, view);
    const values = await readFields(c);
    const read = v.safeParse(DateWatcherInput, {
      firstName: '',
      email: '',
      consent: '',
      ...values,
    });
    if (!read.success) {
      const errors = errorsOf(read.issues, reader.t.dateWatch.problems);
      return c.html(<DateWatchPage {...{ reader, view, values, errors }} />, 422);
    }
    await limited(c, `date:${emailKey(read.output.email)}`);
    await watchDate(db, view, read.output, { now, locale: localeOf(values, reader) });
    deliverSoon(c);
    return c.redirect(reader.href(links.dateWatchNoted()), 303);
  })
  .get(links.dateWatchNoted(), (c) => c.html(<DateWatchNotedPage reader={c.var.reader} />))
  .get(links.dateWatch(':token'), async (c) => {
    const { token, watcher } = await requireWatch(c);
    const view = await findSessionById(c.var.db, watcher.sessionId);
    if (!view) throw new NotFound();
    return c.html(<DateWatchOwnPage {...{ reader: c.var.reader, view, token }} />);
  })
  .post(links.dateWatch(':token'), async (c) => {
    const { watcher } = await requireWatch(c);
    await withdrawDateWatch(c.var.db, watcher);
    return c.html(<DateWatchWithdrawnPage reader={c.var.reader} />);
  });

/** Drafts look as if they did not exist. */
async function requireView(c: C): Promise<SessionView> {
  const code = readCode(c.req.param('code') ?? '');
  const view = code === null ? null : await findSession(c.var.db, code);
  if (!view || !isKnown(view)) throw new NotFound();
  return view;
}

const toSession = (c: C, { session }: SessionView) =>
  c.redirect(c.var.reader.href(links.session(session.code)), 303);

async function requireWatch(c: C) {
  const token = c.req.param('token') ?? '';
  const watcher = await findDateWatch(c.var.db, c.var.settings.signingSecret, token);
  if (!watcher) throw new NotFound();
  return { token, watcher };
}

function errorsOf(
  issues: readonly v.BaseIssue<unknown>[],
  problems: Record<'firstName' | 'email' | 'consent', string>,
): FieldErrors {
  const wrong = new Set(issues.map((issue) => String(issue.path?.[0]?.key)));
  const fields = ['firstName', 'email', 'consent'] as const;
  return Object.fromEntries(
    fields.filter((name) => wrong.has(name)).map((name) => [name, problems[name]]),
  );
}

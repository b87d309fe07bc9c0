/**
 * What start and import do to the database, in a Worker beside the platform's: on the machine of a
 * person it runs next to the data, and asks for each statement from outside would take seconds.
 * It has no route: only the process that started it can call it.
 */
import { sql } from 'drizzle-orm';
import { connect, select } from '../../src/db/client';
import { importYear } from '../../src/domain/import/import-year';
import { freeStaleClaims } from '../../src/domain/mail/claim';
import { loadDemo } from '../demo/load-demo';
import type { Answers, Tool } from './tools';

type Env = { DB: D1Database };

const tools: {
  [T in Tool]: (env: Env, input: Answers[T]['input']) => Promise<Answers[T]['output']>;
} = {
  /** Each migration is one transaction: all of it and its name, or none. */
  async migrate({ DB }, pending) {
    for (const { name, statements } of pending) {
      const record = DB.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
      try {
        await DB.batch([...statements.map((statement) => DB.prepare(statement)), record]);
      } catch (error) {
        return { failed: { name, message: String(error) } };
      }
    }
    return { failed: null };
  },

  /** The table of `wrangler d1 migrations apply`, so that either goes on where the other stopped. */
  async applied({ DB }) {
    await DB.prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    ).run();
    const { results } = await DB.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
    return results.map(({ name }) => name);
  },

  isEmpty: async ({ DB }) =>
    (await select(connect(DB), sql`SELECT 1 FROM actions LIMIT 1`)).length === 0,

  importYear: ({ DB }, { text, dryRun }) =>
    importYear(connect(DB), text, { now: Date.now(), dryRun }),

  /** For a server that starts: whoever claimed a mail was killed, since one at a time works here. */
  async freeMail({ DB }) {
    await freeStaleClaims(connect(DB), Date.now(), 0);
    return null;
  },

  loadDemo: ({ DB }, { settings, now }) => loadDemo(connect(DB), settings, { now }),
};

export default {
  async fetch(request, env) {
    const name = new URL(request.url).pathname.slice(1) as Tool;
    return Response.json((await run(name, env, await request.json())) ?? null);
  },
} satisfies ExportedHandler<Env>;

const run = <T extends Tool>(name: T, env: Env, input: Answers[T]['input']) =>
  tools[name](env, input);

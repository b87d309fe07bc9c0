/** The Worker. */
import { createApp } from './app';
import { connect } from './db/client';
import { type Bindings, parseSettings } from './env';
import { runTimetable } from './jobs/timetable';

const app = createApp();

export default {
  fetch: app.fetch,
  scheduled: ({ scheduledTime }, env) =>
    runTimetable({
      db: connect(env.DB),
      settings: parseSettings(env),
      bindings: env,
      now: scheduledTime,
    }),
} satisfies ExportedHandler<Bindings>;

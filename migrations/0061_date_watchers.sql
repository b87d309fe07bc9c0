-- People who asked to be told when a session without a date has one. A row goes as soon as its
-- person was told: nothing is kept of them. due_at is set by the change that they wait for.
-- reference is what the mail names; it opens nothing without the signature.
CREATE TABLE date_watchers (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  first_name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  locale TEXT NOT NULL DEFAULT 'fr',
  consent_at INTEGER NOT NULL,
  due_at INTEGER,
  UNIQUE (session_id, email_key)
) STRICT;

CREATE INDEX date_watchers_due ON date_watchers (due_at, id) WHERE due_at IS NOT NULL;

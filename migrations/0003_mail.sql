-- The outbox: each mail is written in the same transaction as the fact that it announces, holds
-- that fact as it was (facts), and is rendered when it is delivered. part tells apart the mails of one
-- fact to one person: a session of several days is one invitation a day.

-- What concerns many people at once: one row in the batch of the fact, expanded into the outbox in
-- bounded steps; cursor is the last registration done.
CREATE TABLE announcements (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  facts TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  cursor INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX announcements_open ON announcements (id) WHERE state = 'open';

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  locale TEXT NOT NULL,
  facts TEXT NOT NULL,
  session_id INTEGER REFERENCES sessions (id),
  registration_id INTEGER REFERENCES registrations (id),
  holder_version INTEGER,
  calendar_sequence INTEGER,
  announcement_id INTEGER REFERENCES announcements (id),
  part INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'superseded')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  claim TEXT,
  claimed_at INTEGER,
  last_error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;

CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX outbox_claimed ON outbox (claimed_at) WHERE state = 'sending';
CREATE INDEX outbox_registration ON outbox (registration_id, id) WHERE registration_id IS NOT NULL;
-- Mails that anyone can ask for with an address: sent once in a while, however often asked.
CREATE INDEX outbox_on_request ON outbox (recipient, created_at) WHERE kind IN ('lost_link', 'already_registered');
CREATE INDEX outbox_session ON outbox (session_id, id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX outbox_once_per_announcement ON outbox (announcement_id, registration_id, kind, part)
  WHERE announcement_id IS NOT NULL;

-- The local mailbox of development: what the 'mailbox' transport would have sent.
CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  raw TEXT NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;

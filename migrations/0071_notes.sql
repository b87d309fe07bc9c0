-- Messages that organisers write to the people of a session: written as a draft, looked at, then sent at
-- send_at, in bounded steps; cursor is the last registration done, written how many mails there are.
-- reference leads the Message-ID of each mail, which is unique: one mail a person, whatever happens.

CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  audience TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'scheduled', 'sent', 'cancelled')),
  send_at INTEGER,
  cursor INTEGER NOT NULL DEFAULT 0,
  written INTEGER NOT NULL DEFAULT 0,
  actor TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  CHECK ((state = 'draft') = (send_at IS NULL))
) STRICT;

CREATE INDEX notes_due ON notes (send_at, id) WHERE state = 'scheduled';
CREATE INDEX notes_session ON notes (session_id, id);

-- What a mail is one of many of: 'note:12'. The index costs a row only until the mail is sent.
ALTER TABLE outbox ADD COLUMN dispatch TEXT;

CREATE INDEX outbox_dispatch_unsent ON outbox (dispatch, state) WHERE dispatch IS NOT NULL AND state <> 'sent';

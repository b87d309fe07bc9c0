-- On paper: the logos that stand on everything printed, and the secret link to the list for the speaker.

-- A carrier's logo stands on what its organisation carries, a funder's on everything. key is its
-- public address: another picture has another key, so that it can be kept for good. type is what the
-- bytes are, and not what the browser that sent them said.
CREATE TABLE logos (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('carrier', 'funder')),
  organisation_id INTEGER REFERENCES organisations (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 307200),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  CHECK ((kind = 'carrier') = (organisation_id IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX logos_one_a_carrier ON logos (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX logos_funders ON logos (id) WHERE kind = 'funder';

-- One link a session that is in force. The link is signed and not stored; ending it ends it for good,
-- and the next one is another row and another link.
CREATE TABLE speaker_links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE UNIQUE INDEX speaker_links_in_force ON speaker_links (session_id) WHERE revoked_at IS NULL;

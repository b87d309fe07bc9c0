-- The organisers' side: accounts with a role, the mailed links that open it, and the sign-ins.
-- No token is stored: a link's is signed when its mail is rendered, a sign-in's is kept as a MAC.

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'organiser', 'reader')),
  organisation_id INTEGER REFERENCES organisations (id),
  disabled_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- An organiser works on what their organisation carries: without one there is nothing to work on.
  CHECK (role <> 'organiser' OR organisation_id IS NOT NULL)
) STRICT;

-- reference is what the mail names; it opens nothing without the signature.
CREATE TABLE login_links (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  return_path TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  consumed_at INTEGER
) STRICT;

CREATE INDEX login_links_account ON login_links (account_id, created_at);

CREATE TABLE logins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_mac TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  browser TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX logins_account ON logins (account_id, last_seen_at);

-- The first screen shows what is coming whatever its state, drafts and invitations included.
CREATE INDEX sessions_coming ON sessions (starts_at) WHERE starts_at IS NOT NULL;

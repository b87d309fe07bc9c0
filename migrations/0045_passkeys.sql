-- Passkeys: a second way in beside the mailed link. What is kept of one is public: its identifier and
-- its public key; whoever reads the database can't sign in with them.

CREATE TABLE passkeys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;

CREATE INDEX passkeys_account ON passkeys (account_id, created_at);

-- The challenges that have been answered, until they expire: each serves once. One that nobody
-- answered leaves no row, so that asking for challenges fills nothing.
CREATE TABLE spent_challenges (
  nonce TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX spent_challenges_expiry ON spent_challenges (expires_at);

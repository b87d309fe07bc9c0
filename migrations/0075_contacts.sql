-- Partners who are invited to sessions: one list for the network, each address in it once, so that no
-- one is written to twice because two organisations know them. organisation_id is who recorded it.
-- address_mac is an HMAC of the address: who unsubscribed is known by it after the contact is gone.

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation_id INTEGER REFERENCES organisations (id),
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  address_mac TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  consent_source TEXT NOT NULL CHECK (consent_source <> ''),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX contacts_mac ON contacts (address_mac);

-- cursor is the last contact done, until_id the last one that there was when the sending began.
CREATE TABLE mailings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  sender TEXT NOT NULL,
  locale TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sending', 'sent', 'stopped')),
  sent_at INTEGER,
  until_id INTEGER NOT NULL DEFAULT 0,
  cursor INTEGER NOT NULL DEFAULT 0,
  written INTEGER NOT NULL DEFAULT 0,
  actor TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  CHECK ((state = 'draft') = (sent_at IS NULL))
) STRICT;

CREATE INDEX mailings_sending ON mailings (sent_at, id) WHERE state = 'sending';
CREATE INDEX mailings_session ON mailings (session_id, id);

-- Never deleted: it holds for good. mailing_id is the mail whose link was used.
CREATE TABLE suppressions (
  mac TEXT PRIMARY KEY,
  mailing_id INTEGER REFERENCES mailings (id),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX suppressions_mailing ON suppressions (mailing_id) WHERE mailing_id IS NOT NULL;

-- Who unsubscribes gets nothing more: what waits is withdrawn, and what fails or is sent again later too.
CREATE INDEX outbox_invitations_unsent ON outbox (json_extract(facts, '$.mac'))
  WHERE kind = 'partner_invitation' AND state IN ('queued', 'failed');

CREATE TRIGGER suppressions_withdraw AFTER INSERT ON suppressions
BEGIN
  UPDATE outbox SET state = 'superseded'
  WHERE kind = 'partner_invitation' AND state IN ('queued', 'failed')
    AND json_extract(facts, '$.mac') = NEW.mac;
END;

CREATE TRIGGER outbox_invitation_suppressed AFTER UPDATE OF state ON outbox
WHEN NEW.kind = 'partner_invitation' AND NEW.state IN ('queued', 'failed')
  AND EXISTS (SELECT 1 FROM suppressions WHERE mac = json_extract(NEW.facts, '$.mac'))
BEGIN
  UPDATE outbox SET state = 'superseded' WHERE id = NEW.id;
END;

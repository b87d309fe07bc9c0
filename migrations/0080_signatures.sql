-- Who signs an organisation's certificates: one at a time, the others ended. A row is not changed: another
-- signatory is another row, and a certificate keeps the one that was in force when it was issued. One that
-- no certificate bears goes as it ends; an erased one keeps its row without a name and without pictures.

CREATE TABLE signatures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  ended_at INTEGER,
  CHECK (name <> '' OR ended_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX signatures_in_force ON signatures (organisation_id) WHERE ended_at IS NULL;
CREATE INDEX signatures_ended ON signatures (organisation_id) WHERE ended_at IS NOT NULL;

-- Apart, so that who signs is read without reading a picture. They are at no public address.
CREATE TABLE signature_pictures (
  id INTEGER PRIMARY KEY,
  signature_id INTEGER NOT NULL REFERENCES signatures (id),
  kind TEXT NOT NULL CHECK (kind IN ('signature', 'stamp')),
  type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 307200),
  UNIQUE (signature_id, kind)
) STRICT;

ALTER TABLE certificates ADD COLUMN signature_id INTEGER REFERENCES signatures (id);
CREATE INDEX certificates_signature ON certificates (signature_id) WHERE signature_id IS NOT NULL;

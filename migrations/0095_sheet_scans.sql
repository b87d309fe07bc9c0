-- The signed sheet, scanned or photographed. Each page lies in object storage under key, which never
-- names another one. A row without stored_at is a page on its way, one with removed_at a page that goes:
-- neither is shown, and a job clears away what was cut off. hash: the same page sent twice is one.
-- type is what the bytes are, and not what the browser that sent them said.
CREATE TABLE sheet_scans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size INTEGER NOT NULL CHECK (size > 0),
  hash TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  stored_at INTEGER,
  removed_at INTEGER
) STRICT;

CREATE UNIQUE INDEX sheet_scans_once ON sheet_scans (session_id, hash) WHERE removed_at IS NULL;
CREATE INDEX sheet_scans_cut_off ON sheet_scans (id) WHERE stored_at IS NULL OR removed_at IS NOT NULL;

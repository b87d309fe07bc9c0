-- The sign-in sheet as it was printed: who stands on which line, as JSON ('r12/0' is the holder of
-- registration 12, 'r12/1' their first companion, 'w3/0' a walk-in), without their names. Who cancels or
-- registers afterwards changes no number on paper.
CREATE TABLE printed_sheets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  printed_at INTEGER NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;

CREATE INDEX printed_sheets_session ON printed_sheets (session_id, id);

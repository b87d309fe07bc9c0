-- The people whom a message is for where they were chosen one by one: its audience is empty then ('[]').
-- Chosen while it is a draft. Who cancels or moves to another session before it leaves is not written to.

CREATE TABLE note_recipients (
  note_id INTEGER NOT NULL REFERENCES notes (id),
  registration_id INTEGER NOT NULL REFERENCES registrations (id),
  PRIMARY KEY (note_id, registration_id)
) STRICT, WITHOUT ROWID;

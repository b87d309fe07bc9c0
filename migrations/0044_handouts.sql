-- What was handed out (booklets by title and number) and what was lent (a kit, to whom, until when).
-- Days are local days. A borrower is an organisation, a person, or both; a person's name is shown to
-- those who organise and to nobody else, and enters no report. An id is never used again: the history
-- speaks of a line by its id after it is deleted.
CREATE TABLE handouts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  title_key TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  given_on TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  action_id INTEGER REFERENCES actions (id),
  session_id INTEGER REFERENCES sessions (id),
  note TEXT NOT NULL DEFAULT '',
  organisation_id INTEGER REFERENCES organisations (id),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX handouts_day ON handouts (given_on, id);

CREATE TABLE loans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item TEXT NOT NULL CHECK (item <> ''),
  borrower_organisation TEXT NOT NULL DEFAULT '',
  borrower_person TEXT NOT NULL DEFAULT '',
  lent_on TEXT NOT NULL CHECK (lent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND due_on >= lent_on),
  returned_on TEXT CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND returned_on >= lent_on),
  action_id INTEGER REFERENCES actions (id),
  note TEXT NOT NULL DEFAULT '',
  organisation_id INTEGER REFERENCES organisations (id),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (borrower_organisation <> '' OR borrower_person <> '')
) STRICT;

CREATE INDEX loans_day ON loans (lent_on, id);
CREATE INDEX loans_out ON loans (due_on, id) WHERE returned_on IS NULL;

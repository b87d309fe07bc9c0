-- The planned part of an action's report, and the project meetings and working groups that it took.

ALTER TABLE actions ADD COLUMN context TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN objectives TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN coordination TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN communication TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN evaluation TEXT NOT NULL DEFAULT '';

-- held_on is a local day, or none where only the year was noted; occurrences is how many meetings a
-- line stands for where they were not noted one by one. present and excused are headcounts of all;
-- meeting_functions says of them what is known by function.
CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  import_key TEXT UNIQUE,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  held_on TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('preparation', 'steering', 'review', 'working_group', 'partner', 'internal')),
  subject TEXT NOT NULL DEFAULT '',
  duration_minutes INTEGER CHECK (duration_minutes > 0),
  occurrences INTEGER NOT NULL DEFAULT 1 CHECK (occurrences >= 1),
  present INTEGER CHECK (present >= 0),
  excused INTEGER CHECK (excused >= 0),
  has_minutes INTEGER NOT NULL DEFAULT 0 CHECK (has_minutes IN (0, 1)),
  organisation_id INTEGER REFERENCES organisations (id),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (held_on IS NULL OR CAST(substr(held_on, 1, 4) AS INTEGER) = year)
) STRICT;

CREATE INDEX meetings_year ON meetings (year, held_on, id);

-- A meeting counts once in the year and appears in each action that it served.
CREATE TABLE meeting_actions (
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  PRIMARY KEY (meeting_id, action_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_actions_action ON meeting_actions (action_id);

CREATE TABLE meeting_functions (
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  present INTEGER NOT NULL CHECK (present >= 0),
  excused INTEGER NOT NULL CHECK (excused >= 0),
  PRIMARY KEY (meeting_id, name_key)
) STRICT, WITHOUT ROWID;

-- Reports: what was planned, what the coordinator writes, what was reported elsewhere, and the copies
-- of a year's report that were frozen. All other figures are computed from what they count.

-- A session without a date counts in the year in which it was published (a draft: made).
CREATE INDEX sessions_undated_year ON sessions (coalesce(published_at, created_at)) WHERE starts_at IS NULL;

-- The planned part of an action's report, as it stood when its first session was published.
CREATE TABLE action_plans (
  action_id INTEGER PRIMARY KEY REFERENCES actions (id),
  frozen_at INTEGER NOT NULL,
  plan TEXT NOT NULL
) STRICT;

-- Whoever publishes, and by whatever way. An action that was imported was planned elsewhere: its plan
-- is what its file says (reported_facts), and nothing is made up for it.
CREATE TRIGGER actions_planned AFTER UPDATE OF state ON sessions
WHEN NEW.state = 'published' AND OLD.state = 'draft'
  AND NOT EXISTS (SELECT 1 FROM action_plans WHERE action_id = NEW.action_id)
BEGIN
  INSERT INTO action_plans (action_id, frozen_at, plan)
  SELECT a.id, NEW.updated_at, json_object(
    'title', a.title, 'target', a.target, 'context', a.context, 'objectives', a.objectives,
    'coordination', a.coordination, 'communication', a.communication, 'evaluation', a.evaluation,
    'sessions', (
      SELECT json_group_array(json_object('id', s.id, 'startsAt', s.starts_at,
        'occurrences', s.occurrences, 'seats', s.capacity, 'minutes', (
          SELECT iif(count(*) = count(length), sum(length), NULL) FROM (
            SELECT iif(precision = 'time', (ends_at - starts_at) / 60000, minutes) AS length
            FROM slots WHERE session_id = s.id))))
      FROM sessions s WHERE s.action_id = a.id AND s.state <> 'cancelled'))
  FROM actions a WHERE a.id = NEW.action_id AND a.import_key IS NULL;
END;

-- What the coordinator writes of an action's year.
CREATE TABLE action_reports (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  analysis TEXT NOT NULL DEFAULT '',
  perspectives TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  PRIMARY KEY (action_id, year)
) STRICT, WITHOUT ROWID;

-- What a network reported of a year before Farandole held it, as it was said: of the year, or of an
-- action where action_id is given. It is shown beside what is computed, and enters no total, but for
-- participations in project meetings that nobody noted meeting by meeting.
CREATE TABLE reported_facts (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  action_id INTEGER REFERENCES actions (id),
  key TEXT NOT NULL,
  number REAL,
  text TEXT,
  CHECK ((number IS NULL) <> (text IS NULL))
) STRICT;

CREATE UNIQUE INDEX reported_facts_once ON reported_facts (year, coalesce(action_id, 0), key);

-- A copy of the year's report with the lists behind its figures; it names no one.
CREATE TABLE report_snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  report TEXT NOT NULL,
  frozen_at INTEGER NOT NULL,
  frozen_by TEXT NOT NULL
) STRICT;

CREATE INDEX report_snapshots_year ON report_snapshots (year, id);

CREATE TRIGGER report_snapshots_frozen BEFORE UPDATE ON report_snapshots
BEGIN
  SELECT RAISE(ABORT, 'snapshot_frozen');
END;

-- Questionnaires, and answers that belong to nobody (docs/decisions/0030-anonymous-answers.md).
-- An answer leaves no row of its own: it raises counters that stood there before, and writes its
-- texts over blank places that stood there before. Nothing here holds a time or an order of arrival,
-- and what an answer changes keeps its size, so that SQLite rewrites it where it is.

-- The network's own questions, beside the standard bank of the code.
CREATE TABLE survey_questions (
  key TEXT PRIMARY KEY CHECK (key GLOB 'own_*'),
  kind TEXT NOT NULL CHECK (kind IN ('satisfaction', 'yes_no', 'single', 'multiple', 'scale', 'short_text', 'long_text')),
  options TEXT NOT NULL DEFAULT '[]',
  texts TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A questionnaire put to the people of a session, at one of its three moments. questions and
-- breakdowns are frozen: the answers were given to them.
CREATE TABLE surveys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  moment TEXT NOT NULL CHECK (moment IN ('before', 'after', 'later')),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  questions TEXT NOT NULL,
  breakdowns TEXT NOT NULL DEFAULT '[]',
  room_code TEXT NOT NULL UNIQUE CHECK (room_code NOT GLOB '*[^2-9A-HJKMNP-Z]*'),
  room_open INTEGER NOT NULL DEFAULT 0,
  slips INTEGER NOT NULL DEFAULT 0,
  invited_at INTEGER,
  reminds INTEGER NOT NULL DEFAULT 1,
  reminded_at INTEGER,
  shared INTEGER NOT NULL DEFAULT 0,
  share_version INTEGER NOT NULL DEFAULT 1,
  imported INTEGER NOT NULL DEFAULT 0,
  closes_at INTEGER,
  closed_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (session_id, moment),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX surveys_closing ON surveys (closes_at) WHERE state = 'open';
CREATE INDEX surveys_reminding ON surveys (invited_at) WHERE state = 'open' AND reminds = 1 AND reminded_at IS NULL;

-- The questions are those that the answers were given to: only a survey that nobody answered may
-- change them, and then it is taken away and opened again.
CREATE TRIGGER surveys_frozen BEFORE UPDATE OF questions, session_id, moment ON surveys
BEGIN
  SELECT RAISE(ABORT, 'survey_frozen');
END;

-- The right to answer once: a MAC of the slip's code, of the personal link or of the form that the
-- open room code gave. The states have the same length, so that using one moves nothing.
-- Written in the order of the hashes, which no one can compute without the Worker's secret.
CREATE TABLE ballots (
  hash TEXT PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used', 'mute'))
) STRICT, WITHOUT ROWID;

CREATE INDEX ballots_survey ON ballots (survey_id);

-- How many answered, by the way that they took. marks is 1000 more than the number, so that its
-- size in the file does not change as it grows; shown is what results show: it follows in steps of five.
CREATE TABLE survey_counts (
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  way TEXT NOT NULL CHECK (way IN ('slip', 'link', 'room', 'paper', 'import')),
  marks INTEGER NOT NULL DEFAULT 1000 CHECK (marks >= 1000),
  shown INTEGER NOT NULL DEFAULT 1000 CHECK (shown >= 1000),
  PRIMARY KEY (survey_id, way)
) STRICT, WITHOUT ROWID;

-- How often each option was chosen. by_choice is '' for all, or 'profession:<key>' and
-- 'structure:<key>'; option is '' for how many answered the question; sheet tells what was typed in
-- from paper, whose running totals its typist sees, from what came by phone.
CREATE TABLE survey_tallies (
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  by_choice TEXT NOT NULL DEFAULT '',
  question TEXT NOT NULL,
  option TEXT NOT NULL,
  sheet TEXT NOT NULL CHECK (sheet IN ('screen', 'paper')),
  marks INTEGER NOT NULL DEFAULT 1000 CHECK (marks >= 1000),
  shown INTEGER NOT NULL DEFAULT 1000 CHECK (shown >= 1000),
  PRIMARY KEY (survey_id, by_choice, question, option, sheet)
) STRICT, WITHOUT ROWID;

-- Texts, apart from all else that the same person answered, in places that were there before and are
-- filled at random. body is padded with spaces to the size that all have.
CREATE TABLE survey_comments (
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  question TEXT NOT NULL,
  place INTEGER NOT NULL,
  filled INTEGER NOT NULL DEFAULT 0 CHECK (filled IN (0, 1)),
  shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
  body TEXT NOT NULL CHECK (length(CAST(body AS BLOB)) = 2000),
  PRIMARY KEY (survey_id, question, place)
) STRICT, WITHOUT ROWID;

-- What organisers make of a comment: their tags, and whether it may be quoted.
CREATE TABLE survey_comment_notes (
  survey_id INTEGER NOT NULL,
  question TEXT NOT NULL,
  place INTEGER NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]',
  redacted INTEGER NOT NULL DEFAULT 0,
  publishable INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (survey_id, question, place),
  FOREIGN KEY (survey_id, question, place) REFERENCES survey_comments (survey_id, question, place)
) STRICT, WITHOUT ROWID;

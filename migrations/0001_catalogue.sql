-- The catalogue: actions, their sessions and slots, and the directories that they draw on.
-- Times are UTC instants in milliseconds.

CREATE TABLE organisations (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE venues (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  address TEXT,
  town TEXT,
  access TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE professions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  import_key TEXT UNIQUE,
  title TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('conference', 'training', 'awareness', 'prevention', 'forum', 'supported_project')),
  audience TEXT NOT NULL CHECK (audience IN ('public', 'professionals')),
  target TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  networks TEXT NOT NULL DEFAULT '[]',
  topics TEXT NOT NULL DEFAULT '[]',
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE action_carriers (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (action_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX action_carriers_organisation ON action_carriers (organisation_id);

-- seats_taken and waiting_count are kept by the triggers of 0002 and by nothing else, so that a
-- decision reads one row however large the session is.
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code NOT GLOB '*[^2-9A-HJKMNP-Z]*'),
  import_key TEXT UNIQUE,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  title TEXT,
  summary TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
  date_state TEXT NOT NULL CHECK (date_state IN ('set', 'to_be_determined', 'unrecorded')),
  starts_at INTEGER,
  ends_at INTEGER,
  mode TEXT CHECK (mode IN ('in_person', 'online')),
  linked_session_id INTEGER REFERENCES sessions (id),
  venue_id INTEGER REFERENCES venues (id),
  video_url TEXT,
  capacity INTEGER CHECK (capacity >= 0),
  max_capacity INTEGER CHECK (max_capacity >= capacity),
  min_seats INTEGER,
  seats_taken INTEGER NOT NULL DEFAULT 0 CHECK (seats_taken >= 0),
  waiting_count INTEGER NOT NULL DEFAULT 0 CHECK (waiting_count >= 0),
  seats_per_organisation INTEGER,
  seats_per_registration INTEGER NOT NULL DEFAULT 1 CHECK (seats_per_registration >= 1),
  accepts_colleagues INTEGER NOT NULL DEFAULT 0,
  accepts_groups INTEGER NOT NULL DEFAULT 0,
  eligibility TEXT NOT NULL DEFAULT '',
  checks_eligibility INTEGER NOT NULL DEFAULT 0,
  asks TEXT NOT NULL DEFAULT '{}',
  practical TEXT NOT NULL DEFAULT '{}',
  speakers TEXT NOT NULL DEFAULT '[]',
  registration_opens_at INTEGER,
  registration_closes_at INTEGER,
  visibility TEXT NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'unlisted', 'invitation')),
  occurrences INTEGER NOT NULL DEFAULT 1,
  cancel_reason TEXT,
  cancelled_at INTEGER,
  published_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((capacity IS NULL) = (max_capacity IS NULL)),
  CHECK ((date_state = 'set') = (starts_at IS NOT NULL)),
  CHECK ((starts_at IS NULL) = (ends_at IS NULL))
) STRICT;

CREATE INDEX sessions_programme ON sessions (starts_at, id)
  WHERE visibility = 'public' AND state IN ('published', 'cancelled');
CREATE INDEX sessions_undated ON sessions (id)
  WHERE date_state = 'to_be_determined' AND visibility = 'public' AND state IN ('published', 'cancelled');
CREATE INDEX sessions_waiting ON sessions (starts_at) WHERE waiting_count > 0;
CREATE INDEX sessions_action ON sessions (action_id, starts_at);
CREATE INDEX sessions_venue ON sessions (venue_id, starts_at);

-- precision: what the source tells of the hours. 'time' is the rule; a year that was noted on
-- paper may give only a day, a morning or an afternoon. minutes is a length known without hours.
CREATE TABLE slots (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  position INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  precision TEXT NOT NULL DEFAULT 'time' CHECK (precision IN ('time', 'day', 'morning', 'afternoon')),
  minutes INTEGER,
  UNIQUE (session_id, position)
) STRICT;

-- Attendance: who was there, half-day by half-day, and the certificates that follow from it.
-- `slot` is the position of the slot in its session (0 for a session noted without a date), and not
-- its id: correcting the dates of a past session must not take away who came.

-- Who came without a place. A name is enough; client_key is given by the phone or the form, so that
-- the same walk-in sent twice is one. registration_id: came with the registration of another session.
CREATE TABLE walk_ins (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  client_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT,
  email_key TEXT,
  profession TEXT,
  organisation TEXT,
  locale TEXT NOT NULL DEFAULT 'fr',
  registration_id INTEGER REFERENCES registrations (id),
  created_at INTEGER NOT NULL,
  CHECK ((email IS NULL) = (email_key IS NULL))
) STRICT;

CREATE INDEX walk_ins_session ON walk_ins (session_id, id);
CREATE INDEX walk_ins_address ON walk_ins (email_key) WHERE email_key IS NOT NULL;

-- Every mark as it was made, and never changed: it is the history of the attendance, and what makes
-- a phone that sends the same marks twice change nothing. marked_at is when it was made, corrected
-- for a phone's wrong clock; received_at is when it came. decision names the sending.
CREATE TABLE attendance_marks (
  id INTEGER PRIMARY KEY,
  mark_id TEXT NOT NULL UNIQUE,
  decision TEXT NOT NULL,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  slot INTEGER NOT NULL CHECK (slot >= 0),
  registration_id INTEGER REFERENCES registrations (id),
  walk_in_id INTEGER REFERENCES walk_ins (id),
  state TEXT NOT NULL CHECK (state IN ('unmarked', 'present', 'absent', 'excused')),
  seats INTEGER NOT NULL CHECK (seats >= 0),
  arrived_at INTEGER,
  left_at INTEGER,
  minutes INTEGER CHECK (minutes >= 0),
  source TEXT NOT NULL CHECK (source IN ('tick', 'scan', 'self', 'sheet', 'video', 'import')),
  marked_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  CHECK ((registration_id IS NULL) <> (walk_in_id IS NULL)),
  CHECK ((state = 'present') = (seats > 0))
) STRICT;

CREATE INDEX attendance_marks_session ON attendance_marks (session_id, id);

-- What holds: for each attendee and half-day the mark made last. attendee is 'r' and the
-- registration's id, or 'w' and the walk-in's. Written by the trigger below and by nothing else.
CREATE TABLE attendance (
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  slot INTEGER NOT NULL,
  attendee TEXT NOT NULL,
  registration_id INTEGER REFERENCES registrations (id),
  walk_in_id INTEGER REFERENCES walk_ins (id),
  state TEXT NOT NULL CHECK (state IN ('unmarked', 'present', 'absent', 'excused')),
  seats INTEGER NOT NULL,
  arrived_at INTEGER,
  left_at INTEGER,
  minutes INTEGER,
  source TEXT NOT NULL,
  mark_id TEXT NOT NULL,
  marked_at INTEGER NOT NULL,
  PRIMARY KEY (session_id, slot, attendee)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_registration ON attendance (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX attendance_walk_in ON attendance (walk_in_id) WHERE walk_in_id IS NOT NULL;

-- One row for a session whose attendance was taken or prepared. version rises with each mark: a
-- decision made on what was read holds only for it. minutes_held: a length known without hours.
CREATE TABLE session_attendance (
  session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
  version INTEGER NOT NULL DEFAULT 0,
  taken_at INTEGER,
  minutes_held INTEGER,
  sheet_kept TEXT,
  check_in_code TEXT UNIQUE
) STRICT;

-- The last mark wins, whatever the order in which they come.
CREATE TRIGGER attendance_marked AFTER INSERT ON attendance_marks
BEGIN
  INSERT INTO attendance (session_id, slot, attendee, registration_id, walk_in_id, state, seats,
    arrived_at, left_at, minutes, source, mark_id, marked_at)
  VALUES (NEW.session_id, NEW.slot,
    iif(NEW.registration_id IS NULL, 'w' || NEW.walk_in_id, 'r' || NEW.registration_id),
    NEW.registration_id, NEW.walk_in_id, NEW.state, NEW.seats,
    NEW.arrived_at, NEW.left_at, NEW.minutes, NEW.source, NEW.mark_id, NEW.marked_at)
  ON CONFLICT (session_id, slot, attendee) DO UPDATE SET
    state = excluded.state, seats = excluded.seats, arrived_at = excluded.arrived_at,
    left_at = excluded.left_at, minutes = excluded.minutes, source = excluded.source,
    mark_id = excluded.mark_id, marked_at = excluded.marked_at
  WHERE excluded.marked_at > marked_at
    OR (excluded.marked_at = marked_at AND excluded.mark_id > mark_id);
  INSERT INTO session_attendance (session_id, version, taken_at)
  VALUES (NEW.session_id, 1, NEW.received_at)
  ON CONFLICT (session_id) DO UPDATE SET
    version = version + 1, taken_at = coalesce(taken_at, excluded.taken_at);
END;

-- People counted and not named, beside those who are: « 117 enfants, 16 parents ». kind says what
-- the figure counts: people present at the session, participations over several meetings,
-- beneficiaries (people, however often they came), or unspecified where the source does not say.
-- category '' is a count without categories.
CREATE TABLE headcounts (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('present', 'participations', 'beneficiaries', 'unspecified')),
  category TEXT NOT NULL,
  category_key TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  source TEXT NOT NULL CHECK (source IN ('door', 'sheet', 'partner', 'import')),
  counted_at INTEGER NOT NULL,
  UNIQUE (session_id, kind, category_key)
) STRICT;

-- « Attendance not taken », soonest forgotten first.
CREATE INDEX sessions_over ON sessions (ends_at) WHERE state = 'published';

-- Certificates. Numbered without gaps by year; facts are frozen as they were attested. person: 0 for
-- the holder of the registration, 1 and up for the companions. One that attests something else than the
-- attendance as it was corrected is revoked, and the new one names it in replaces_id.
CREATE TABLE certificates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code NOT GLOB '*[^2-9A-HJKMNP-Z]*'),
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  attendee TEXT NOT NULL,
  person INTEGER NOT NULL DEFAULT 0,
  registration_id INTEGER REFERENCES registrations (id),
  walk_in_id INTEGER REFERENCES walk_ins (id),
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  email TEXT,
  email_key TEXT,
  locale TEXT NOT NULL DEFAULT 'fr',
  facts TEXT NOT NULL,
  held_on INTEGER,
  minutes INTEGER,
  issued_at INTEGER NOT NULL,
  mailed_at INTEGER,
  revoked_at INTEGER,
  revoked_because TEXT CHECK (revoked_because IN ('attendance_corrected', 'name_corrected', 'organiser')),
  replaces_id INTEGER REFERENCES certificates (id),
  UNIQUE (year, sequence),
  CHECK ((email IS NULL) = (email_key IS NULL)),
  CHECK ((revoked_at IS NULL) = (revoked_because IS NULL)),
  CHECK ((registration_id IS NULL) <> (walk_in_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX certificates_one_valid ON certificates (session_id, attendee, person)
  WHERE revoked_at IS NULL;
CREATE INDEX certificates_session ON certificates (session_id, id);
CREATE INDEX certificates_of_address ON certificates (email_key, id) WHERE email_key IS NOT NULL;
CREATE INDEX certificates_registration ON certificates (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX certificates_replaced ON certificates (replaces_id) WHERE replaces_id IS NOT NULL;

-- A person's certificates, mailed when they ask: at most once in two minutes.
CREATE INDEX outbox_certificates_on_request ON outbox (recipient, created_at) WHERE kind = 'certificates_link';

-- Registrations, the waiting list and the seats that they take.
-- A party is what is answered as one: a person, a couple, a group by headcount, or colleagues who
-- asked to come together. Its id is its rank: order of arrival. decision is the random mark of the
-- batch that last decided a row: the statements behind it in the batch act on rows that bear it.

CREATE TABLE parties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE,
  decision TEXT,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'offered', 'cancelled')),
  seats INTEGER NOT NULL CHECK (seats >= 0),
  organisation_key TEXT NOT NULL DEFAULT '',
  together INTEGER NOT NULL DEFAULT 0,
  offered_at INTEGER,
  offer_expires_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((state = 'offered') <= (offer_expires_at IS NOT NULL))
) STRICT;

CREATE INDEX parties_waiting_order ON parties (session_id, id) WHERE state = 'waitlisted';
CREATE INDEX parties_waiting_size ON parties (session_id, seats) WHERE state = 'waitlisted';
CREATE INDEX parties_offers ON parties (offer_expires_at) WHERE state = 'offered';

CREATE TABLE registrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  party_id INTEGER NOT NULL REFERENCES parties (id),
  decision TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'offered', 'cancelled')),
  ended_by TEXT CHECK (ended_by IN ('person', 'organiser', 'offer_lapsed', 'offer_declined', 'not_eligible', 'session_cancelled', 'calendar')),
  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'group')),
  source TEXT NOT NULL CHECK (source IN ('public', 'organiser', 'import')),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT,
  email_key TEXT,
  locale TEXT NOT NULL DEFAULT 'fr',
  phone TEXT,
  profession TEXT,
  organisation TEXT,
  organisation_key TEXT NOT NULL DEFAULT '',
  town TEXT,
  note TEXT,
  seats INTEGER NOT NULL CHECK (seats >= 1),
  companions TEXT NOT NULL DEFAULT '[]',
  group_label TEXT,
  headcounts TEXT NOT NULL DEFAULT '{}',
  submission_key TEXT,
  registered_by INTEGER REFERENCES registrations (id),
  holder_version INTEGER NOT NULL DEFAULT 1,
  calendar_sequence INTEGER NOT NULL DEFAULT 0,
  calendar_days INTEGER NOT NULL DEFAULT 0,
  eligible_at INTEGER,
  over_capacity_reason TEXT,
  consent_at INTEGER,
  state_changed_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((email IS NULL) = (email_key IS NULL)),
  CHECK ((state = 'cancelled') = (ended_by IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX registrations_one_live ON registrations (session_id, email_key)
  WHERE state <> 'cancelled' AND email_key IS NOT NULL;
CREATE INDEX registrations_live_of_address ON registrations (email_key)
  WHERE state <> 'cancelled' AND email_key IS NOT NULL;
-- By id within the session: the order of its list, and of an announcement's steps.
CREATE INDEX registrations_session ON registrations (session_id, id);
CREATE INDEX registrations_party ON registrations (party_id);
CREATE INDEX registrations_submission ON registrations (submission_key) WHERE submission_key IS NOT NULL;

-- Seats that an organisation takes of a session, kept only for people who gave an organisation.
CREATE TABLE organisation_seats (
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  organisation_key TEXT NOT NULL,
  taken INTEGER NOT NULL CHECK (taken >= 0),
  PRIMARY KEY (session_id, organisation_key)
) STRICT, WITHOUT ROWID;

-- The ceiling of the room: nobody and nothing takes a seat past max_capacity. Only a rise is
-- refused, since an organiser may lower the ceiling below what is taken and then choose who stays.
CREATE TRIGGER sessions_ceiling BEFORE UPDATE OF seats_taken ON sessions
WHEN NEW.seats_taken > OLD.seats_taken AND NEW.seats_taken > NEW.max_capacity
BEGIN
  SELECT RAISE(ABORT, 'over_max_capacity');
END;

CREATE TRIGGER registrations_counted_in AFTER INSERT ON registrations
BEGIN
  UPDATE sessions SET
    seats_taken = seats_taken + iif(NEW.state IN ('pending', 'confirmed', 'offered'), NEW.seats, 0),
    waiting_count = waiting_count + (NEW.state = 'waitlisted')
  WHERE id = NEW.session_id AND NEW.state <> 'cancelled';
  INSERT INTO organisation_seats (session_id, organisation_key, taken)
  SELECT NEW.session_id, NEW.organisation_key, NEW.seats
  WHERE NEW.state IN ('pending', 'confirmed', 'offered') AND NEW.organisation_key <> ''
  ON CONFLICT DO UPDATE SET taken = taken + excluded.taken;
END;

CREATE TRIGGER registrations_counted_again
AFTER UPDATE OF state, seats, session_id, organisation_key ON registrations
WHEN NEW.state IS NOT OLD.state OR NEW.seats <> OLD.seats
  OR NEW.session_id <> OLD.session_id OR NEW.organisation_key <> OLD.organisation_key
BEGIN
  UPDATE sessions SET
    seats_taken = seats_taken - iif(OLD.state IN ('pending', 'confirmed', 'offered'), OLD.seats, 0)
      + iif(NEW.session_id = OLD.session_id AND NEW.state IN ('pending', 'confirmed', 'offered'), NEW.seats, 0),
    waiting_count = waiting_count - (OLD.state = 'waitlisted')
      + (NEW.session_id = OLD.session_id AND NEW.state = 'waitlisted')
  WHERE id = OLD.session_id;
  UPDATE sessions SET
    seats_taken = seats_taken + iif(NEW.state IN ('pending', 'confirmed', 'offered'), NEW.seats, 0),
    waiting_count = waiting_count + (NEW.state = 'waitlisted')
  WHERE id = NEW.session_id AND NEW.session_id <> OLD.session_id;
  UPDATE organisation_seats SET taken = taken - OLD.seats
  WHERE session_id = OLD.session_id AND organisation_key = OLD.organisation_key
    AND OLD.state IN ('pending', 'confirmed', 'offered');
  INSERT INTO organisation_seats (session_id, organisation_key, taken)
  SELECT NEW.session_id, NEW.organisation_key, NEW.seats
  WHERE NEW.state IN ('pending', 'confirmed', 'offered') AND NEW.organisation_key <> ''
  ON CONFLICT DO UPDATE SET taken = taken + excluded.taken;
END;

CREATE TRIGGER registrations_counted_out AFTER DELETE ON registrations WHEN OLD.state <> 'cancelled'
BEGIN
  UPDATE sessions SET
    seats_taken = seats_taken - iif(OLD.state IN ('pending', 'confirmed', 'offered'), OLD.seats, 0),
    waiting_count = waiting_count - (OLD.state = 'waitlisted')
  WHERE id = OLD.session_id;
  UPDATE organisation_seats SET taken = taken - OLD.seats
  WHERE session_id = OLD.session_id AND organisation_key = OLD.organisation_key
    AND OLD.state IN ('pending', 'confirmed', 'offered');
END;

-- Who did what, when. actor is 'person', 'system' or 'organiser:<id>'; detail is JSON without
-- names or addresses.
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  event TEXT NOT NULL,
  session_id INTEGER REFERENCES sessions (id),
  registration_id INTEGER REFERENCES registrations (id),
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE INDEX history_registration ON history (registration_id, id) WHERE registration_id IS NOT NULL;
CREATE INDEX history_session ON history (session_id, id) WHERE session_id IS NOT NULL;

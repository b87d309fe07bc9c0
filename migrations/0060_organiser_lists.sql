-- What the organisers' lists read: drafts, and what has no date yet. Few rows stand in each.
CREATE INDEX sessions_drafts ON sessions (id) WHERE state = 'draft';
CREATE INDEX sessions_without_date ON sessions (id) WHERE date_state = 'to_be_determined' AND state = 'published';

-- Under its minimum as the date nears, a session waits for one decision: when it was to go ahead.
ALTER TABLE sessions ADD COLUMN kept_at INTEGER;

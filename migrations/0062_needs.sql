-- What the organisers' first screen asks for: few rows stand in each, and only for a while.
CREATE INDEX outbox_failed ON outbox (id) WHERE state = 'failed';
CREATE INDEX registrations_to_check ON registrations (session_id) WHERE state = 'pending';

-- « Cancelled tonight »: who has been called, so that a team shares one list. A row is a call made.
CREATE TABLE phone_calls (
  registration_id INTEGER PRIMARY KEY REFERENCES registrations (id),
  called_at INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id)
) STRICT;

-- What was done to a session as a whole, beside the lines of each person: its history page reads these.
CREATE INDEX history_of_session ON history (session_id, id)
  WHERE session_id IS NOT NULL AND registration_id IS NULL;

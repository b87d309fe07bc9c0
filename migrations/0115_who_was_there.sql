-- Hours belong to who was there. Of those registered together, a mark can say which ones came: indices
-- as in certificates.person, 0 for the holder. NULL where nobody said: how many is in seats.
ALTER TABLE attendance_marks ADD COLUMN persons TEXT CHECK (persons IS NULL OR json_valid(persons));

-- When somebody gave the place that they held to a colleague, between two half-days: they keep what they
-- attended. NULL for those who came without a place.
ALTER TABLE walk_ins ADD COLUMN handed_over_at INTEGER;

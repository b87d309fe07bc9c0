-- Raised by every correction of what was noted of someone: whoever corrects an older version is told.
ALTER TABLE registrations ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

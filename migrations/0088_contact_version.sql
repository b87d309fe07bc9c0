-- Two who correct one contact are told: the second does not overwrite the first.
ALTER TABLE contacts ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

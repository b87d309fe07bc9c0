-- The other names of what stands in a directory: what was merged into it, and what it was called
-- before. Registrations keep what people typed; it is counted as the entry that it is an alias of.
CREATE TABLE directory_aliases (
  directory TEXT NOT NULL CHECK (directory IN ('organisations', 'professions', 'venues')),
  name_key TEXT NOT NULL,
  target_id INTEGER NOT NULL,
  PRIMARY KEY (directory, name_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX directory_aliases_target ON directory_aliases (directory, target_id);

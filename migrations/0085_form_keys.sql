-- What a form has made, by its key: sent twice (a double click, a reload, a retry) it makes one. The key
-- is a digest over what was sent and a random value that stood in the form: it tells nothing of anyone.
-- made is the id of the row, in the table that the key's maker knows.

CREATE TABLE form_keys (
  key TEXT PRIMARY KEY,
  made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

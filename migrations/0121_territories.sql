-- The territory that a town belongs to (« Alès Agglomération »), where the network says so: its reports
-- then count by it. A town is what venues say of themselves, however they spell it.
CREATE TABLE town_territories (
  town_key TEXT PRIMARY KEY CHECK (town_key <> ''),
  territory TEXT NOT NULL CHECK (territory <> '')
) STRICT, WITHOUT ROWID;

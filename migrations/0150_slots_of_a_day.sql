-- What takes place today is found by its slots: a training goes on for days, and not on all of them.
CREATE INDEX slots_by_time ON slots (starts_at);

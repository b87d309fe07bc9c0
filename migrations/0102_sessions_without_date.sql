-- The organisers' list of sessions without a date has the cancelled ones too: they stand in no other.
CREATE INDEX sessions_dateless ON sessions (id) WHERE date_state = 'to_be_determined' AND state <> 'draft';

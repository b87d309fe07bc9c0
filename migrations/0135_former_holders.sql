-- Who held a seat before it was handed over, found for each mark that comes late.
CREATE INDEX walk_ins_registration ON walk_ins (registration_id, handed_over_at)
  WHERE registration_id IS NOT NULL;

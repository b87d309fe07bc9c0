-- slots.position is the number that a slot keeps, and that the attendance names: not its place in the
-- session, which is by its start. A slot that is put before another takes a number that is free, and
-- one that is taken away leaves a gap (src/domain/catalogue/slot-numbers.ts).

-- Who came is not taken away with the half-day at which they came.
CREATE TRIGGER slots_attended BEFORE DELETE ON slots
WHEN EXISTS (
  SELECT 1 FROM attendance
  WHERE session_id = OLD.session_id AND slot = OLD.position AND state <> 'unmarked')
BEGIN
  SELECT RAISE(ABORT, 'slot_attended');
END;

-- Who was added at the door in a hurry is corrected, by one organiser at a time, or taken out again. The row of
-- who was taken out stays, since the marks that were made of them name it.
ALTER TABLE walk_ins ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE walk_ins ADD COLUMN removed_at INTEGER;

-- Their certificate goes to the address as it was corrected, as that of a registration does (0116); an
-- address that is taken away takes it from there too.
CREATE TRIGGER certificates_follow_walk_in AFTER UPDATE OF email ON walk_ins
WHEN NEW.email_key IS NOT OLD.email_key
BEGIN
  UPDATE outbox SET state = 'superseded'
  WHERE session_id = NEW.session_id AND kind = 'certificate_ready' AND state = 'queued'
    AND facts ->> '$.certificate.id' IN (SELECT id FROM certificates
      WHERE session_id = NEW.session_id AND attendee = 'w' || NEW.id AND revoked_at IS NULL);
  UPDATE certificates SET email = NEW.email, email_key = NEW.email_key, mailed_at = NULL
  WHERE session_id = NEW.session_id AND attendee = 'w' || NEW.id AND revoked_at IS NULL AND name <> '';
END;

-- A certificate goes where its holder can read it: when the address of a registration is corrected, its
-- valid one follows, to be mailed to the right address. Whoever a seat was handed over from has theirs
-- apart by then (0115), a companion has no address, and an erasure (no address, no name) is left alone.
CREATE TRIGGER certificates_follow_address AFTER UPDATE OF email ON registrations
WHEN NEW.email IS NOT NULL AND NEW.email_key IS NOT OLD.email_key
BEGIN
  UPDATE outbox SET state = 'superseded'
  WHERE session_id = NEW.session_id AND kind = 'certificate_ready' AND state = 'queued'
    AND facts ->> '$.certificate.id' IN (SELECT id FROM certificates
      WHERE registration_id = NEW.id AND person = 0 AND revoked_at IS NULL);
  UPDATE certificates SET email = NEW.email, email_key = NEW.email_key, mailed_at = NULL
  WHERE registration_id = NEW.id AND person = 0 AND revoked_at IS NULL AND name <> '';
END;

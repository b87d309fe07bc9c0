-- « Votre attestation est prête » goes to the address of its holder, about a certificate that holds, or not
-- at all (0105 for mails about registrations): whatever failed or was put off by a server, and whoever
-- sends it again.
CREATE TRIGGER outbox_of_certificate AFTER UPDATE OF state ON outbox
WHEN NEW.kind = 'certificate_ready' AND NEW.state IN ('queued', 'failed')
  AND NOT EXISTS (SELECT 1 FROM certificates WHERE id = NEW.facts ->> '$.certificate.id'
    AND email = NEW.recipient AND revoked_at IS NULL)
BEGIN
  UPDATE outbox SET state = 'superseded', claim = NULL WHERE id = NEW.id;
END;

-- What waits is withdrawn as the address is corrected (0116, 0131), and so is what failed at it.
CREATE TRIGGER certificates_leave_address AFTER UPDATE OF email ON certificates
WHEN NEW.email IS NOT OLD.email
BEGIN
  UPDATE outbox SET state = 'superseded'
  WHERE session_id = NEW.session_id AND kind = 'certificate_ready' AND state IN ('queued', 'failed')
    AND facts ->> '$.certificate.id' = NEW.id AND recipient IS NOT NEW.email;
END;

-- Mails with a certificate say its number, and which one it replaces: those that wait or failed before they
-- did are given both, so that they can still be written.
UPDATE outbox SET facts = (
  SELECT json_set(outbox.facts, '$.number', c.year || '-' || printf('%04d', c.sequence), '$.replaces',
    (SELECT p.year || '-' || printf('%04d', p.sequence) FROM certificates p WHERE p.id = c.replaces_id))
  FROM certificates c WHERE c.id = outbox.facts ->> '$.certificate.id')
WHERE kind = 'certificate_ready' AND state <> 'sent' AND facts ->> '$.number' IS NULL
  AND facts ->> '$.certificate.id' IN (SELECT id FROM certificates);

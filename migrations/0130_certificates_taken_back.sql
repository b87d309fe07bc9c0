-- An organiser who takes a certificate back says why: by one of a few reasons, which its holder is told,
-- and in words of their own, which stay here. told_at: when its holder was written that it no longer holds.
ALTER TABLE certificates ADD COLUMN revoked_for TEXT
  CHECK (revoked_for IN ('mistake', 'not_present', 'asked', 'other'));
ALTER TABLE certificates ADD COLUMN revocation_note TEXT;
ALTER TABLE certificates ADD COLUMN told_at INTEGER;

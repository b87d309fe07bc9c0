-- A mail that tells what is no longer true is withdrawn, whoever wrote the one that overtakes it and
-- whatever would send it again (docs/decisions/0011-delivering-mail.md): « inscription confirmée »
-- that waits or failed, once the registration is cancelled, moved, handed over or told anew. What
-- takes an entry out of a calendar still goes, unless a later mail writes the same entry; what says
-- farewell to a former holder always goes. It reads the mails of one registration.

CREATE TRIGGER outbox_overtakes AFTER INSERT ON outbox WHEN NEW.registration_id IS NOT NULL
BEGIN
  UPDATE outbox SET state = 'superseded'
  WHERE registration_id = NEW.registration_id AND id < NEW.id AND state IN ('queued', 'failed')
    AND kind NOT IN ('handed_over', 'address_left')
    AND (
      (NEW.holder_version > holder_version AND kind <> 'calendar_day_cancelled')
      OR (NEW.holder_version = holder_version AND (
        (NEW.kind IN ('cancelled', 'not_eligible', 'offer_lapsed', 'session_cancelled')
          AND kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
            'seat_withdrawn', 'session_changed', 'calendar_day', 'already_registered',
            'note_to_registrants'))
        OR (NEW.kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
            'seat_withdrawn')
          AND (kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
              'calendar_day')
            OR (kind = 'seat_withdrawn'
              AND (calendar_sequence IS NULL OR NEW.calendar_sequence IS NOT NULL))))
        OR (NEW.kind = 'moved' AND kind = 'session_changed')
        OR (kind IN ('calendar_day', 'calendar_day_cancelled') AND part = NEW.part
          AND NEW.calendar_sequence IS NOT NULL))));
END;

-- The same for a mail that was being sent when it was overtaken, and is put off or fails.
CREATE TRIGGER outbox_overtaken AFTER UPDATE OF state ON outbox
WHEN NEW.registration_id IS NOT NULL AND NEW.state IN ('queued', 'failed')
  AND NEW.kind NOT IN ('handed_over', 'address_left')
  AND EXISTS (SELECT 1 FROM outbox l
    WHERE l.registration_id = NEW.registration_id AND l.id > NEW.id AND (
      (l.holder_version > NEW.holder_version AND NEW.kind <> 'calendar_day_cancelled')
      OR (l.holder_version = NEW.holder_version AND (
        (l.kind IN ('cancelled', 'not_eligible', 'offer_lapsed', 'session_cancelled')
          AND NEW.kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
            'seat_withdrawn', 'session_changed', 'calendar_day', 'already_registered',
            'note_to_registrants'))
        OR (l.kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
            'seat_withdrawn')
          AND (NEW.kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
              'calendar_day')
            OR (NEW.kind = 'seat_withdrawn'
              AND (NEW.calendar_sequence IS NULL OR l.calendar_sequence IS NOT NULL))))
        OR (l.kind = 'moved' AND NEW.kind = 'session_changed')
        OR (NEW.kind IN ('calendar_day', 'calendar_day_cancelled') AND l.part = NEW.part
          AND l.calendar_sequence IS NOT NULL)))))
BEGIN
  UPDATE outbox SET state = 'superseded', claim = NULL WHERE id = NEW.id;
END;

-- Nobody is invited to what is cancelled, nor told its date; that it has none any more still goes.
CREATE TRIGGER sessions_withdraw_mail AFTER UPDATE OF state ON sessions WHEN NEW.state = 'cancelled'
BEGIN
  UPDATE outbox SET state = 'superseded'
  WHERE session_id = NEW.id AND state IN ('queued', 'failed')
    AND (kind = 'partner_invitation'
      OR (kind = 'date_known' AND json_extract(facts, '$.cancelled') IS NULL));
END;

CREATE TRIGGER outbox_of_cancelled_session AFTER UPDATE OF state ON outbox
WHEN NEW.kind IN ('partner_invitation', 'date_known') AND NEW.state IN ('queued', 'failed')
  AND json_extract(NEW.facts, '$.cancelled') IS NULL
  AND EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id AND state = 'cancelled')
BEGIN
  UPDATE outbox SET state = 'superseded', claim = NULL WHERE id = NEW.id;
END;

-- « C’est réglé »: someone has seen the failure and done what there was to do.
ALTER TABLE outbox ADD COLUMN settled_at INTEGER;
CREATE INDEX outbox_unsettled ON outbox (id) WHERE state = 'failed' AND settled_at IS NULL;

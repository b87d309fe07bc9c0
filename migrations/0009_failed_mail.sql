-- « Mon inscription » says when its last mail could not be delivered: few mails fail, so the index
-- costs a written row only then.
CREATE INDEX outbox_failed_of_registration ON outbox (registration_id, id) WHERE state = 'failed';

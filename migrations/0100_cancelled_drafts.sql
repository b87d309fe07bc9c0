-- Only what was published is cancelled; a draft is deleted. A draft that was cancelled all the same is a
-- draft again: nobody was registered for it, and its page was never announced.
UPDATE sessions SET state = 'draft', cancelled_at = NULL, cancel_reason = NULL, version = version + 1
WHERE state = 'cancelled' AND published_at IS NULL;

-- Since when there is something to call about: the last change or cancellation of a session.
CREATE INDEX announcements_session ON announcements (session_id, created_at);

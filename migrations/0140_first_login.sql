-- When an account was first signed in to: until then its invitation can go again, and its address be
-- corrected. Sign-ins go when they lapse, so it is kept here; any way to sign in writes a login.
ALTER TABLE accounts ADD COLUMN first_login_at INTEGER;

CREATE TRIGGER logins_take_up AFTER INSERT ON logins
BEGIN
  UPDATE accounts SET first_login_at = NEW.created_at WHERE id = NEW.account_id AND first_login_at IS NULL;
END;

-- For the accounts that are there: a sign-in that lasts, or what they did. Each table is read once.
UPDATE accounts SET first_login_at = seen.at
FROM (
  SELECT account_id, min(at) AS at FROM (
    SELECT account_id, created_at AS at FROM logins
    UNION ALL
    SELECT account_id, created_at FROM passkeys
    UNION ALL
    SELECT CAST(substr(actor, 11) AS INTEGER), at FROM history WHERE actor LIKE 'organiser:%'
  ) GROUP BY account_id
) AS seen
WHERE seen.account_id = accounts.id;

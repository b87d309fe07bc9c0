-- The reports of actions are annexed to that of their year.
CREATE INDEX action_reports_year ON action_reports (year, action_id);

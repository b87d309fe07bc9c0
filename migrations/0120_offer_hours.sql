-- A session may want quicker answers: for how many hours a freed seat is offered at most. Without it
-- the rule holds alone: the smaller of 24 hours and a quarter of the time left, at least one hour.
ALTER TABLE sessions ADD COLUMN offer_hours INTEGER CHECK (offer_hours IS NULL OR offer_hours BETWEEN 1 AND 24);

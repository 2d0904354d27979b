-- The order of records over all chains, whatever the clocks of their writers said. Null where there is one chain, whose
-- positions say it, and in records from before there was this column.
ALTER TABLE record ADD COLUMN sequence BIGINT;
ALTER TABLE activation ADD COLUMN sequence BIGINT;

-- When a decision was made, where its id says another time: ids never go back, and clocks do. Else null.
ALTER TABLE record ADD COLUMN evaluated_at_ms BIGINT;

CREATE INDEX record_evaluated_at ON record (decision_id) WHERE evaluated_at_ms IS NOT NULL;

-- The commit of the rules folder, as JSON; null where there was none.
ALTER TABLE activation ADD COLUMN source_commit TEXT;

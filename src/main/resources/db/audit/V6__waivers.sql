-- Exceptions that somebody granted. Repeats what events of the chain say, and adds what became of each. A waiver that has
-- ended goes when its grant is removed from the chain: a decision that used it has all of it.
CREATE TABLE waiver (
    waiver_id        ${bytes} PRIMARY KEY,
    chain            BIGINT NOT NULL REFERENCES chain (id),
    position         BIGINT NOT NULL,
    service          TEXT NOT NULL,
    environment      TEXT,
    version          TEXT,
    route            TEXT,
    part             TEXT,
    reason           TEXT NOT NULL,
    until_ms         BIGINT NOT NULL,
    justification    TEXT NOT NULL,
    ticket           TEXT,
    granted_by       TEXT NOT NULL,
    granted_at_ms    BIGINT NOT NULL,
    revoked_at_ms    BIGINT,
    revoked_by       TEXT,
    revoked_because  TEXT,
    first_used_at_ms BIGINT,
    -- Set once the chain says that a used waiver has ended, which no clock that is set back takes back.
    ended_at_ms      BIGINT
);

CREATE INDEX waiver_service ON waiver (service, waiver_id);
CREATE INDEX waiver_until ON waiver (until_ms);

-- The decisions that pass by a waiver.
CREATE TABLE waiver_use (
    waiver_id   ${bytes} NOT NULL,
    decision_id ${bytes} NOT NULL,
    PRIMARY KEY (waiver_id, decision_id)
);

CREATE INDEX waiver_use_decision ON waiver_use (decision_id);

-- 1 where a waiver covers a failure or a blocker of the decision, else null.
ALTER TABLE record ADD COLUMN waived BIGINT;

CREATE INDEX record_waived ON record (waived, decision_id) WHERE waived IS NOT NULL;

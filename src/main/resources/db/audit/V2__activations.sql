-- Which rules became active, when, by whom and why. Repeats what events of the chain say, and stays with the rules
-- when those events are removed: every ruleset that was ever active is kept.
CREATE TABLE activation (
    chain    BIGINT NOT NULL REFERENCES chain (id),
    position BIGINT NOT NULL,
    ruleset  BIGINT NOT NULL REFERENCES ruleset (id),
    at_ms    BIGINT NOT NULL,
    caller   TEXT NOT NULL,
    source   TEXT NOT NULL,
    message  TEXT,
    PRIMARY KEY (chain, position)
);

CREATE INDEX activation_ruleset ON activation (ruleset);

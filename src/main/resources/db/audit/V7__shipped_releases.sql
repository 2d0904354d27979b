-- The releases that shipped, with what they showed. Repeats what events of the chain say. One that is still among those
-- that later releases are compared with stays when its event is removed.
CREATE TABLE shipped_release (
    chain        BIGINT NOT NULL REFERENCES chain (id),
    position     BIGINT NOT NULL,
    -- That of the event; 0 where there is one chain.
    sequence     BIGINT NOT NULL,
    decision_id  ${bytes} NOT NULL UNIQUE,
    -- A hash of service and environment, each of which may be absent, and may be too long for an index of both.
    scope        ${bytes} NOT NULL,
    kind         TEXT NOT NULL,
    service      TEXT,
    environment  TEXT,
    version      TEXT,
    at_ms        BIGINT NOT NULL,
    caller       TEXT NOT NULL,
    source       TEXT NOT NULL,
    measurements TEXT NOT NULL,
    PRIMARY KEY (chain, position)
);

CREATE INDEX shipped_release_scope ON shipped_release (scope, sequence, chain, position);
CREATE INDEX shipped_release_service ON shipped_release (service, sequence, chain, position);
CREATE INDEX shipped_release_order ON shipped_release (sequence, chain, position);

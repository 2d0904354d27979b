-- A rule whose text is changed is another rule, and its count starts anew. What was counted by name alone says nothing
-- of any text, so the counts begin here.
DROP TABLE rule_firing;

CREATE TABLE rule_firing (
    chain         BIGINT NOT NULL REFERENCES chain (id),
    package       TEXT NOT NULL,
    rule          TEXT NOT NULL,
    text_sha256   TEXT NOT NULL,
    fired         BIGINT NOT NULL,
    last_fired_ms BIGINT NOT NULL,
    PRIMARY KEY (chain, package, rule, text_sha256)
);

-- One schema for SQLite and PostgreSQL. ${bytes} and ${id} are what the two call binary values and numbered keys.

-- A writer of records. Several replicas on one database have one chain each.
CREATE TABLE chain (
    id   ${id},
    name TEXT NOT NULL UNIQUE
);

-- The rules that decided, all files of a version together.
CREATE TABLE ruleset (
    id      ${id},
    version TEXT NOT NULL UNIQUE,
    files   ${bytes} NOT NULL
);

-- Names that occur together: the rules that fired, or the routes of a request. Decisions repeat each other, so
-- a decision points to a set and does not have a row for each name.
CREATE TABLE name_set (
    id     ${id},
    sha256 ${bytes} NOT NULL UNIQUE,
    names  TEXT NOT NULL
);

CREATE TABLE name_set_member (
    name_sha256 ${bytes} NOT NULL,
    name_set    BIGINT NOT NULL REFERENCES name_set (id),
    PRIMARY KEY (name_sha256, name_set)
);

CREATE INDEX name_set_member_set ON name_set_member (name_set);

-- A decision, or an event of the log itself, which has no decision_id. The content is what the hash proves; the
-- columns before it are an index to it. It comes last, so that they are read without it.
CREATE TABLE record (
    chain         BIGINT NOT NULL REFERENCES chain (id),
    position      BIGINT NOT NULL,
    previous_hash ${bytes} NOT NULL,
    hash          ${bytes} NOT NULL,
    decision_id   ${bytes} UNIQUE,
    kind          TEXT NOT NULL,
    service       TEXT,
    environment   TEXT,
    version       TEXT,
    verdict       TEXT,
    caller        TEXT,
    ruleset       BIGINT REFERENCES ruleset (id),
    rules         BIGINT REFERENCES name_set (id),
    routes        BIGINT REFERENCES name_set (id),
    content       ${bytes} NOT NULL,
    PRIMARY KEY (chain, position)
);

CREATE INDEX record_kind ON record (kind, decision_id);
CREATE INDEX record_service ON record (service, decision_id);
CREATE INDEX record_environment ON record (environment, decision_id);
CREATE INDEX record_version ON record (version, decision_id);
CREATE INDEX record_verdict ON record (verdict, decision_id);
CREATE INDEX record_ruleset ON record (ruleset, decision_id);
CREATE INDEX record_rules ON record (rules, decision_id);
CREATE INDEX record_routes ON record (routes, decision_id);

CREATE TABLE idempotency_key (
    idempotency_key TEXT PRIMARY KEY,
    request_hash    ${bytes} NOT NULL,
    decision_id     ${bytes} NOT NULL,
    expires_at_ms   BIGINT NOT NULL
);

CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at_ms);

-- How often each rule fired in all records, also those that were removed since.
CREATE TABLE rule_firing (
    chain         BIGINT NOT NULL REFERENCES chain (id),
    package       TEXT NOT NULL,
    rule          TEXT NOT NULL,
    fired         BIGINT NOT NULL,
    last_fired_ms BIGINT NOT NULL,
    PRIMARY KEY (chain, package, rule)
);

-- What makes the hashes of masked values differ from those of another store. One row.
CREATE TABLE salt (
    id   BIGINT PRIMARY KEY,
    salt ${bytes} NOT NULL
);

-- Written before the store is called available again: a full disk may still open, and read. One row.
CREATE TABLE write_probe (
    probe ${bytes} NOT NULL
);

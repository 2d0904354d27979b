-- What records are compressed with: some records that were written shortly before them, whole, one after the other.
-- The content is compressed itself, the hash is that of the text.
CREATE TABLE dictionary (
    id      ${id},
    sha256  ${bytes} NOT NULL UNIQUE,
    content ${bytes} NOT NULL
);

-- Null where a record was compressed by itself.
ALTER TABLE record ADD COLUMN dictionary BIGINT REFERENCES dictionary (id);

CREATE INDEX record_dictionary ON record (dictionary);

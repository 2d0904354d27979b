-- What replicas take numbers from, without waiting for each other.
CREATE SEQUENCE record_sequence;

package dev.shipgate.audit;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How decisions are recorded. */
@ConfigMapping(prefix = "shipgate.audit")
public interface AuditConfig {

    /** A PostgreSQL database, such as {@code jdbc:postgresql://host/shipgate}. Without one, an embedded SQLite. */
    Optional<String> jdbcUrl();

    /** The user who logs in to PostgreSQL. */
    Optional<String> username();

    /** With which password. */
    Optional<String> password();

    /** The most decisions that may wait to be written. Beyond it, evaluations are answered 503. */
    @WithDefault("1000")
    @Between(min = 1)
    int queueCapacity();

    /** The longest time that a decision waits to be on disk. Beyond it, the evaluation is answered 503. */
    @WithDefault("10s")
    @Between(min = 1)
    Duration commitTimeout();

    /** How long a decision stands for its {@code Idempotency-Key}. */
    @WithDefault("24h")
    @Between(min = 1_000)
    Duration idempotencyTtl();

    /** Whole days (UTC) that are longer ago than this are removed. Without it, nothing is. */
    OptionalInt retentionDays();

    /** JSON Pointers to fields of requests whose values are stored as a salted hash. */
    Optional<List<String>> maskPointers();

    /** Names of labels whose values are stored as a salted hash. */
    Optional<List<String>> maskLabels();
}

package dev.shipgate.report;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The subject of a report, in words. */
public final class Subject {

    private Subject() {}

    /** Such as {@code voice-agent 2026.11.23-1 in production}; empty when nothing is known of it. */
    public static String of(@Nullable String service, @Nullable String version, @Nullable String environment) {
        return Stream.of(service, version, environment == null ? null : "in " + environment)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}

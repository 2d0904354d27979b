package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The naming of routes by requests or groups. */
enum GatlingNaming {
    /** The request's own name, whatever groups it is in. */
    NAME,
    /** The path of its groups. */
    GROUP,
    /** The path of its groups, and its name. */
    PATH;

    /** As Gatling writes paths in its report. */
    static final String SEPARATOR = " / ";

    static GatlingNaming of(@Nullable String by) {
        return switch (by == null ? "name" : by) {
            case "name", "request" -> NAME;
            case "group" -> GROUP;
            case "path" -> PATH;
            default ->
                throw new UnreadableResultException("Requests of Gatling cannot be named by \"" + by
                        + "\". It must be name, group or path (the groups and the name).");
        };
    }

    /** The name; empty when there are no groups to name it by. */
    Optional<String> name(List<String> groups, String request) {
        if (this == NAME || (groups.isEmpty() && this == PATH)) {
            return Optional.of(request);
        }
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        String path = String.join(SEPARATOR, groups);
        return Optional.of(this == GROUP ? path : path + SEPARATOR + request);
    }
}

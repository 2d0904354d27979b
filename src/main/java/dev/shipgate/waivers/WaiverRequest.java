package dev.shipgate.waivers;

import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Release;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.ReadableText;
import dev.shipgate.json.StrictJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request for a waiver. Without an environment, a version or a route it is for any; without a part it is for a
 * failure of the load gate.
 *
 * @param until to the millisecond, in the future
 */
record WaiverRequest(
        String service,
        @Nullable String environment,
        @Nullable String version,
        @Nullable String route,
        @Nullable String part,
        String reason,
        Instant until,
        String justification,
        @Nullable String ticket) {

    private static final String UNTIL = "until";

    /** The fields that say less where they are left out. */
    private static final List<String> SCOPE = List.of("environment", "version", "route", "part");

    private static final int MAX_REASON_CHARS = 200;
    private static final int MAX_TICKET_CHARS = 200;
    private static final int MAX_WORDS_CHARS = 1_000;

    /**
     * Reads one.
     *
     * @param longest the longest time for which a waiver can be granted
     * @throws InvalidBodyException when it is none
     */
    static WaiverRequest read(byte[] body, Instant now, Duration longest) {
        JsonObject fields = StrictJson.object(body);
        for (String name : SCOPE) {
            if (fields.isNull(name)) {
                // A value that a script could not find out looks like this. It must not be a waiver for any.
                fields.invalid(name, "is null. Leave it out where the waiver is for any, or say which one it is for.");
            }
        }
        @Nullable String service = required(fields, "service", "the name of the service", Release.MAX_NAME_LENGTH);
        @Nullable String environment = ReadableText.read(fields, "environment", Release.MAX_NAME_LENGTH);
        @Nullable String version = ReadableText.read(fields, "version", Release.MAX_NAME_LENGTH);
        @Nullable String route = ReadableText.read(fields, "route", Release.MAX_NAME_LENGTH);
        @Nullable String part = ReadableText.read(fields, "part", MAX_REASON_CHARS);
        @Nullable
        String reason = required(
                fields, "reason", "the reason of the failure that it waives, such as latency", MAX_REASON_CHARS);
        @Nullable Instant until = until(fields, now, longest);
        @Nullable String justification = required(fields, "justification", "why the release may ship", MAX_WORDS_CHARS);
        @Nullable String ticket = ReadableText.read(fields, "ticket", MAX_TICKET_CHARS);
        if (part != null && route != null) {
            fields.contradictory("route", "is there beside part. A blocker is about a part as a whole: leave one out.");
        }
        fields.requireNothingElse();
        return new WaiverRequest(
                Objects.requireNonNull(service),
                environment,
                version,
                route,
                part,
                Objects.requireNonNull(reason),
                Objects.requireNonNull(until),
                Objects.requireNonNull(justification),
                ticket);
    }

    static @Nullable String required(JsonObject fields, String name, String what, int maxChars) {
        if (!fields.has(name)) {
            fields.invalid(name, "is missing. It must be " + what + ".");
            return null;
        }
        if (fields.value(name) instanceof String text && text.isBlank()) {
            fields.invalid(name, "is blank. It must be " + what + ".");
            return null;
        }
        return ReadableText.read(fields, name, maxChars);
    }

    private static @Nullable Instant until(JsonObject fields, Instant now, Duration longest) {
        String text = fields.requiredString(UNTIL, "when the waiver ends, such as 2026-12-15T00:00:00Z");
        if (text == null) {
            return null;
        }
        Instant until;
        try {
            until = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            fields.wrong(UNTIL, "a time with its zone, such as 2026-12-15T00:00:00Z", text);
            return null;
        }
        if (!until.isAfter(now)) {
            fields.invalid(UNTIL, "must be in the future, but is " + until + ", and now it is " + now + ".");
        } else if (until.isAfter(now.plus(longest))) {
            fields.invalid(
                    UNTIL,
                    "must be at most " + words(longest) + " from now, " + now.plus(longest) + ", but is " + until
                            + ". The setting shipgate.waivers.max-duration says so.");
        }
        return until;
    }

    private static String words(Duration duration) {
        boolean inDays = duration.equals(Duration.ofDays(duration.toDays()));
        return inDays ? duration.toDays() + " days" : duration.toString();
    }

    Waiver granted(UUID id, String by, Instant at) {
        return new Waiver(id, service, environment, version, route, part, reason, until, justification, ticket, by, at);
    }
}

package dev.shipgate.rulesets;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.RulesetFiles;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when rules are to become active.
 *
 * @param message why; null when nobody said
 * @param expectedVersion what they are to replace; null for whatever is active
 */
record Publication(@Nullable String message, @Nullable String expectedVersion) {

    private static final int MAX_MESSAGE_CHARS = 1_000;
    private static final int MAX_VERSION_CHARS = 100;

    /** With the text of the rules. */
    record OfText(RulesetFiles files, Publication publication) {}

    /**
     * Reads a body with files.
     *
     * @throws InvalidBodyException when it is not that
     */
    static OfText readWithFiles(byte[] body) {
        JsonObject fields = StrictJson.object(body);
        Publication publication = read(fields);
        RulesetFiles files = SubmittedRules.read(fields);
        fields.requireNothingElse();
        return new OfText(files, publication);
    }

    /**
     * Reads a body without files, which may be empty.
     *
     * @throws InvalidBodyException when it is not that
     */
    static Publication read(byte[] body) {
        if (body.length == 0) {
            return new Publication(null, null);
        }
        JsonObject fields = StrictJson.object(body);
        Publication publication = read(fields);
        fields.requireNothingElse();
        return publication;
    }

    private static Publication read(JsonObject fields) {
        return new Publication(
                fields.name("message", MAX_MESSAGE_CHARS), fields.name("expected_version", MAX_VERSION_CHARS));
    }
}

package dev.shipgate.rulesets;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.ReadableText;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.RulesetFiles;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request to make rules active.
 *
 * @param message why; null when nobody said
 * @param expectedVersion the version that they are to replace; null for whichever is active
 */
record Publication(@Nullable String message, @Nullable String expectedVersion) {

    private static final String MESSAGE = "message";
    private static final String EXPECTED_VERSION = "expected_version";

    private static final int MAX_MESSAGE_CHARS = 1_000;
    private static final Pattern VERSION = Pattern.compile("sha256:[0-9a-f]{64}");

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
        return new Publication(ReadableText.read(fields, MESSAGE, MAX_MESSAGE_CHARS), expectedVersion(fields));
    }

    private static @Nullable String expectedVersion(JsonObject fields) {
        String version = fields.string(EXPECTED_VERSION);
        if (version != null && !VERSION.matcher(version).matches()) {
            fields.wrong(EXPECTED_VERSION, "sha256: and 64 hexadecimal digits in small letters", version);
        }
        return version;
    }
}

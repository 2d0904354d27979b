package dev.shipgate.json;

import dev.shipgate.text.HiddenCharacters;
import org.jspecify.annotations.Nullable;

/** A text for people, which must be the one that they see. */
public final class ReadableText {

    private ReadableText() {}

    /** Reads a member that has one; null without it, or when it is none, which is a problem of the body. */
    public static @Nullable String read(JsonObject fields, String name, int maxChars) {
        String text = fields.name(name, maxChars);
        if (text != null) {
            HiddenCharacters.firstIn(text)
                    .ifPresent(hidden -> fields.invalid(
                            name,
                            "must be a text that people can read, but has the hidden character " + hidden.name()
                                    + "."));
        }
        return text;
    }
}

package dev.shipgate.ingest.gatling;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Texts that the log has once, with the next number, and refers to from then on by the number below 0. Names and
 * messages of failures share the numbers; there may be any number of messages, so only those are kept that a name might
 * be.
 */
final class CachedTexts {

    private static final int MAX_CHARACTERS = 1 << 23;
    private static final int MAX_MESSAGE = 200;

    private final BinaryInput in;
    private final Map<Integer, String> texts = new HashMap<>();
    private int last;
    private int characters;

    CachedTexts(BinaryInput in) {
        this.in = in;
    }

    /** The next name, with spaces for characters that would break a line. */
    String name() throws IOException {
        int index = index();
        if (index < 0) {
            String known = texts.get(-index);
            if (known == null) {
                throw in.wrong("The text " + -index + " is no name.");
            }
            return known;
        }
        String name = in.text().replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (characters + name.length() > MAX_CHARACTERS) {
            throw in.wrong("The names of requests have more than " + MAX_CHARACTERS
                    + " characters in all. Maybe they hold " + "something that differs for each request?");
        }
        keep(index, name);
        return name;
    }

    void skipMessage() throws IOException {
        int index = index();
        if (index > 0) {
            String message = in.text();
            if (message.length() <= MAX_MESSAGE && characters < MAX_CHARACTERS / 2) {
                keep(index, message);
            }
        }
    }

    private int index() throws IOException {
        int index = in.int32();
        if (index > 0 ? index != last + 1 : index == 0 || index < -last) {
            throw in.wrong("The number of a text is " + index + ". It must be " + (last + 1)
                    + " for a new one, or that of one before, below 0.");
        }
        last = Math.max(last, index);
        return index;
    }

    private void keep(int index, String text) {
        texts.put(index, text);
        characters += text.length();
    }
}

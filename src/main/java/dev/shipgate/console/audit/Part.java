package dev.shipgate.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence about an event.
 *
 * @param text empty where it is a time
 * @param link the page of the thing that it names; null where there is none
 * @param isName whether it is a text of somebody, which may be written in any direction
 * @param at a time; null where it is a text
 */
record Part(
        String text,
        @Nullable String link,
        boolean isName,
        @Nullable Instant at) {

    static Part words(String text) {
        return new Part(text, null, false, null);
    }

    static Part name(String text) {
        return new Part(text, null, true, null);
    }

    static Part link(String text, String address) {
        return new Part(text, address, true, null);
    }

    static Part time(Instant at) {
        return new Part("", null, false, at);
    }
}

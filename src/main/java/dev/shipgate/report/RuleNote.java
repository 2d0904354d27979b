package dev.shipgate.report;

import org.jspecify.annotations.Nullable;

/**
 * A rule as an answer tells of it.
 *
 * @param name its name
 * @param file its file below the folder of the rules; empty when not told
 * @param line the line of its first word in that file, 1 when not told
 * @param owner the owner who answers for it; empty when not told
 * @param doc where it is explained, an address that may be linked to; null when there is none
 */
public record RuleNote(
        String name,
        String file,
        int line,
        String owner,
        @Nullable String doc) {

    /** Its name and its owner: {@code latency is over budget, sre}. */
    public String nameAndOwner() {
        return owner.isEmpty() ? name : name + ", " + owner;
    }
}

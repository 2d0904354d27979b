package dev.shipgate.report;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that speaks against a release, or that people should know.
 *
 * @param level whether it holds the release back
 * @param part the kind of the answer that it comes from
 * @param item the thing that it is about: a route, a minute, a part; empty when it is about no single one
 * @param reason a stable name
 * @param detail a sentence for people
 * @param rule the rule that found it; null when that is not told
 */
public record Notice(
        Level level,
        String part,
        String item,
        String reason,
        String detail,
        @Nullable RuleNote rule) implements Comparable<Notice> {

    private static final Comparator<Notice> ORDER =
            Comparator.comparing(Notice::item).thenComparing(Notice::reason).thenComparing(Notice::detail);

    /** Whether it holds the release back. */
    enum Level {
        /** It does. */
        ERROR,
        /** It would, did a waiver not cover it. */
        WAIVED,
        /** It does not. */
        WARNING
    }

    /** Only so that sets of notices stay fast when they are about names of one hash. */
    @Override
    public int compareTo(Notice other) {
        return ORDER.compare(this, other);
    }

    public boolean blocks() {
        return level == Level.ERROR;
    }

    public boolean isWaived() {
        return level == Level.WAIVED;
    }

    /** In one line: {@code book_table: latency: p95 latency in ms is 900.} */
    public String sentence() {
        return (item.isEmpty() ? "" : item + ": ") + reason + (detail.isEmpty() ? "" : ": " + detail);
    }
}

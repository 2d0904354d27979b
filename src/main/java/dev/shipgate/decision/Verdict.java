package dev.shipgate.decision;

import java.util.Locale;

/** What a decision comes down to. */
public enum Verdict {
    /** Everything that was expected was evaluated, and nothing speaks against the release. */
    PASS,
    /** Something speaks against the release, or was not evaluated. */
    BLOCK,
    /** The rules failed, so there is no answer. */
    ERROR;

    /** Its name in answers, records and metrics. */
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}

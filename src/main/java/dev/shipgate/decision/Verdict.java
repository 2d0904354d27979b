package dev.shipgate.decision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verdict of a decision. */
public enum Verdict {
    /** Everything that was expected was evaluated, and nothing speaks against the release. */
    PASS,
    /** Something speaks against the release, or was not evaluated. */
    BLOCK,
    /** The rules failed, so there is no answer. */
    ERROR;

    /** The verdict of a record; an error where it says none that is known. */
    public static Verdict named(@Nullable String lowerCase) {
        for (Verdict verdict : values()) {
            if (verdict.lowerCase().equals(lowerCase)) {
                return verdict;
            }
        }
        return ERROR;
    }

    /** Its name in answers, records and metrics. */
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}

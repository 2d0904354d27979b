package dev.shipgate.report;

import java.util.Locale;

/** The kinds of answers, which are the names of a release's parts too. */
public final class Kinds {

    public static final String LOAD_GATE = "load_gate";
    public static final String RETRY_STORMS = "retry_storms";
    public static final String CAPACITY = "capacity";
    public static final String RELEASE_READINESS = "release_readiness";

    private Kinds() {}

    /** Its name for people: {@code Load gate}. */
    public static String title(String kind) {
        String words = kind.replace('_', ' ');
        return words.isEmpty() ? "Answer" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The folder of its rules. */
    public static String rulesFolder(String kind) {
        return switch (kind) {
            case RETRY_STORMS -> "retry-storm";
            case RELEASE_READINESS -> "readiness";
            default -> kind.replace('_', '-');
        };
    }
}

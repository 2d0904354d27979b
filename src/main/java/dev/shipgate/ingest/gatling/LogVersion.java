package dev.shipgate.ingest.gatling;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Versions of Gatling, whose logs differ. */
final class LogVersion {

    /** The last 3.x with a log of text. */
    static final int LAST_TEXT = 12;

    /** The last 3.x whose binary log is known. */
    static final int LAST_BINARY = 15;

    private static final Pattern VERSION = Pattern.compile("3\\.(\\d{1,3})([.-].*)?");

    private static final Pattern OTHER_THAN_3 = Pattern.compile("([0-24-9]|\\d{2,3})\\.\\d{1,3}([.-].*)?");

    private LogVersion() {}

    /** Whether a text is a version, and not 3.x. */
    static boolean isOtherThan3(String text) {
        return OTHER_THAN_3.matches(text);
    }

    /** Which 3.x a version is; -1 when it is none. */
    static int minor(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}

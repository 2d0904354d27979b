package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * The places of fields in the lines of one version of Gatling. Up to 3.3 the number of the user is among them.
 *
 * @param version as the log says
 * @param firstField of the groups in lines of requests, one before the event in those of users
 * @param requestFields how many fields a line of a request has
 * @param userFields how many fields a line of a user has; the last is the time
 * @param groupFields how many fields a line of a group has
 */
record TextLayout(String version, int firstField, int requestFields, int userFields, int groupFields) {

    /**
     * The layout of a version.
     *
     * @throws UnreadableResultException when it is not known
     */
    static TextLayout of(String version) {
        int minor = LogVersion.minor(version);
        if (minor < 0 || minor > LogVersion.LAST_TEXT) {
            throw new UnreadableResultException(notRead(version));
        }
        return minor <= 3 ? new TextLayout(version, 2, 8, 6, 7) : new TextLayout(version, 1, 7, 4, 6);
    }

    /** The message about a log of a version that is not read. */
    static String notRead(String version) {
        return "The log is of Gatling " + version + ", and logs are read of 3.0 to 3." + LogVersion.LAST_TEXT
                + " (text) and of 3." + (LogVersion.LAST_TEXT + 1) + " to 3." + LogVersion.LAST_BINARY + " (binary).";
    }
}

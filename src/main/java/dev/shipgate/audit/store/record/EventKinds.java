package dev.shipgate.audit.store.record;

import java.util.List;

/** The kinds of events, as records and rows have them. */
public final class EventKinds {

    /** Rules became active. */
    public static final String ACTIVATED = "ruleset_activated";

    /** Rules were refused. */
    public static final String REFUSED = "ruleset_refused";

    /** A waiver was granted. */
    public static final String WAIVER_GRANTED = "waiver_granted";

    /** A waiver was revoked. */
    public static final String WAIVER_REVOKED = "waiver_revoked";

    /** A decision passed by a waiver for the first time. */
    public static final String WAIVER_FIRST_USED = "waiver_first_used";

    /** A waiver that was used has ended. */
    public static final String WAIVER_EXPIRED = "waiver_expired";

    /** A release shipped. */
    public static final String RELEASE_SHIPPED = "release_shipped";

    /** The kinds of all events. */
    public static final List<String> ALL = List.of(
            ACTIVATED,
            REFUSED,
            Checkpoint.KIND,
            WAIVER_GRANTED,
            WAIVER_REVOKED,
            WAIVER_FIRST_USED,
            WAIVER_EXPIRED,
            RELEASE_SHIPPED);

    private EventKinds() {}
}

package dev.shipgate.audit.store.record;

import java.util.List;

/** The kinds of events, as records and rows have them. */
public final class EventKinds {

    /** Rules became active. */
    public static final String ACTIVATED = "ruleset_activated";

    /** Rules were refused. */
    public static final String REFUSED = "ruleset_refused";

    /** A release shipped. */
    public static final String RELEASE_SHIPPED = "release_shipped";

    /** The kinds of all events. */
    public static final List<String> ALL = List.of(ACTIVATED, REFUSED, Checkpoint.KIND, RELEASE_SHIPPED);

    private EventKinds() {}
}

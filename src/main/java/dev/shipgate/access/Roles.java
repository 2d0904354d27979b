package dev.shipgate.access;

import java.util.List;

/** The roles of callers, each for one kind of request. No role implies another. */
public final class Roles {

    /** Ask for verdicts. */
    public static final String EVALUATE = "evaluate";

    /** Read the recorded decisions, replay and verify them, and read the metrics and the rules. */
    public static final String AUDIT = "audit";

    /** Have rules validated, and read those that decide. */
    public static final String AUTHOR = "author";

    /** Make rules decide, and read those that do. */
    public static final String PUBLISH = "publish";

    /** Grant and revoke waivers, and read them. */
    public static final String WAIVE = "waive";

    /** Every role there is. */
    public static final List<String> ALL = List.of(EVALUATE, AUDIT, AUTHOR, PUBLISH, WAIVE);

    private Roles() {}
}

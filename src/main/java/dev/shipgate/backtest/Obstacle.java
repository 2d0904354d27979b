package dev.shipgate.backtest;

/** Why a recorded decision cannot be evaluated again. */
public enum Obstacle {
    /** Values of its request were masked, so that the recorded request is not the one that was decided. */
    MASKED,
    /** The request is not accepted under the other rules: mostly it lacks a limit that these do not give either. */
    NOT_ACCEPTED,
    /** There are no evaluations of its kind any more. */
    UNKNOWN_KIND,
    /** Its record is not as it was written, or was removed meanwhile. */
    UNREADABLE,
    /** Its request takes more memory than there was beside other requests. */
    TOO_LARGE
}

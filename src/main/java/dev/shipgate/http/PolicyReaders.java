package dev.shipgate.http;

/** The callers who may read the rules. */
public interface PolicyReaders {

    /** Whether the sender of the current request may. */
    boolean includeCaller();
}

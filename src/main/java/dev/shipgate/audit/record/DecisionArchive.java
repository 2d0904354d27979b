package dev.shipgate.audit.record;

/** Where decisions are recorded, for those who evaluate them again. */
public interface DecisionArchive {

    /** The newest decisions that fit now; those that are recorded later are not among them. */
    PastDecisions newest(DecisionSelection selection);
}

package dev.shipgate.context;

/** The releases that somebody said have shipped. */
public interface ShippedReleases {

    /**
     * The facts of the last ones of a service and an environment. One that was marked elsewhere shows within a second.
     * When they cannot be read, this throws: whether a release is worse than they were is then not known.
     *
     * @param release to be compared with them; a service or an environment that it does not say is one of its own
     */
    ShippedFacts of(ReleaseName release);
}

package dev.shipgate.console.services;

import dev.shipgate.audit.http.CheckedReleases.Checked;
import dev.shipgate.console.VerdictWords;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * The release that limits are compared with.
 *
 * @param version empty when the caller did not say
 * @param page the page of the decision on it
 */
record LastRelease(String version, Instant at, VerdictWords verdict, URI page) {

    static LastRelease of(Checked release) {
        return new LastRelease(
                Objects.requireNonNullElse(release.version(), ""),
                release.at(),
                VerdictWords.of(release.verdict(), release.waived() ? 1 : 0),
                ServiceLinks.decision(release.decisionId()));
    }
}

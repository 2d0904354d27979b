package dev.shipgate.context;

import org.jspecify.annotations.Nullable;

/**
 * A release as its caller names it, to find what the service knows of it.
 *
 * @param service null when the caller did not say
 * @param environment null when the caller did not say
 * @param version null when the caller did not say
 */
public record ReleaseName(
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version) {

    /** Whether a waiver is for this release: what a waiver leaves out is any, and what a release leaves out is none. */
    public boolean isOf(Waiver waiver) {
        return waiver.service().equals(service)
                && (waiver.environment() == null || waiver.environment().equals(environment))
                && (waiver.version() == null || waiver.version().equals(version));
    }
}

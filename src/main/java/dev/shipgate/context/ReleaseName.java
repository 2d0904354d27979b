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
        @Nullable String version) {}

package dev.shipgate.access.browser;

import java.time.Instant;

/**
 * Somebody who signed in with a key.
 *
 * @param keyId the id of the key, which is looked up again at each request: a key that was revoked ends its sessions
 * @param keyHash the stored hash of the key's secret, so that another key of the same id is another one
 * @param ends from then on it counts no more, however often it is used
 */
public record Session(String keyId, String keyHash, Instant ends) {}

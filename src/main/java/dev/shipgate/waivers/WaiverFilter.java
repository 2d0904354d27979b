package dev.shipgate.waivers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter for waivers. Null stands for any.
 *
 * @param before a waiver: only those granted before it
 */
public record WaiverFilter(
        @Nullable String service,
        GrantedWaiver.@Nullable State state,
        @Nullable UUID before) {}

package dev.shipgate.console.decisions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.shipgate.audit.http.DecisionsResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The newest decision of all, asked for once a second at most, however many readers wait for news. Thread-safe. */
@ApplicationScoped
public class NewestDecision {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final LoadingCache<Boolean, Optional<UUID>> newest;

    NewestDecision(DecisionsResource decisions) {
        this.newest = Caffeine.newBuilder().expireAfterWrite(KEPT).build(all -> decisions.newest());
    }

    /** Its id; empty when there is none. */
    Optional<UUID> id() {
        return newest.get(true);
    }
}

package dev.shipgate.policy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules folder again and again and has each new content loaded.
 *
 * <p>The content is compared, not events or timestamps: that works on every file system, for editors that
 * save by renaming and for ConfigMaps that swap a link. A content is loaded when two readings in a row
 * agree on it, so a folder in the middle of being written is left alone.
 */
@ApplicationScoped
public class RulesWatcher {

    private static final Logger LOG = Logger.getLogger(RulesWatcher.class);

    private final RulesetLoader loader;
    private final RulesDirectory directory;
    private final long pollMillis;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rules-watcher");
        thread.setDaemon(true);
        return thread;
    });

    private Reading loaded = Reading.NOTHING;
    private Reading lastSeen = Reading.NOTHING;

    RulesWatcher(RulesetLoader loader, RulesConfig config) {
        this.loader = loader;
        this.directory = new RulesDirectory(config.dir().toAbsolutePath().normalize());
        this.pollMillis = config.pollInterval().toMillis();
    }

    /** What one look at the folder gave: its content, or why there is none. */
    private record Reading(
            @Nullable RulesetFiles files, @Nullable String failure) {

        static final Reading NOTHING = new Reading(null, null);

        boolean sameAs(Reading other) {
            String version = files == null ? null : files.version();
            String otherVersion = other.files == null ? null : other.files.version();
            return Objects.equals(version, otherVersion) && Objects.equals(failure, other.failure);
        }
    }

    /** Loads the rules before the first request is served, then keeps looking. */
    void start(@Observes StartupEvent event) {
        lastSeen = read();
        load(lastSeen);
        ScheduledFuture<?> unused =
                poller.scheduleWithFixedDelay(this::look, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        poller.shutdownNow();
    }

    private void look() {
        try {
            Reading seen = read();
            boolean settled = seen.sameAs(lastSeen);
            lastSeen = seen;
            if (settled && !seen.sameAs(loaded)) {
                load(seen);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("Could not look at the rules; will look again", e);
        }
    }

    private Reading read() {
        try {
            return new Reading(directory.read(), null);
        } catch (NoSuchFileException e) {
            return new Reading(null, "There is no file or folder " + e.getFile() + ".");
        } catch (IOException e) {
            return new Reading(null, "The rules cannot be read: " + e.getMessage());
        }
    }

    private void load(Reading reading) {
        loaded = reading;
        if (reading.files() != null) {
            loader.load(reading.files());
        } else {
            loader.refuse(
                    null, List.of(Diagnostic.error(null, "unreadable", Objects.requireNonNull(reading.failure()))));
        }
    }
}

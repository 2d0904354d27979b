package dev.shipgate.access;

import dev.shipgate.background.PeriodicTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are accepted now. The file is read twice a second and compared by content, so that a key can be
 * revoked while the service runs. A file that cannot be read or understood is a file without keys: the keys
 * that it had before let nobody in. Thread-safe.
 */
@ApplicationScoped
public class LoadedKeys {

    private static final Logger LOG = Logger.getLogger(LoadedKeys.class);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final Optional<Path> file;
    private @Nullable ScheduledExecutorService reloads;
    private volatile State state = new State(null, ApiKeys.NONE, null);

    /**
     * @param content the bytes that were read; null when nothing could be
     * @param failure why there are no keys; null when there is no reason
     */
    private record State(
            byte @Nullable [] content,
            ApiKeys keys,
            @Nullable String failure) {}

    LoadedKeys(AccessConfig config) {
        this.file = config.keysFile();
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        file.ifPresent(path -> {
            State read = read(path);
            if (read.failure() != null) {
                throw new ConfigurationException(read.failure()
                        + " Maybe make a first key, as the user who runs the service, with: "
                        + "keys add NAME --role audit --file " + path);
            }
            state = read;
            LOG.infof("Accepts %d keys of %s", read.keys().keys().size(), path);
            reloads = PeriodicTask.start("shipgate-keys", POLL_INTERVAL, () -> reload(path));
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (reloads != null) {
            reloads.shutdownNow();
        }
    }

    private void reload(Path path) {
        State before = state;
        State now = read(path);
        if (Arrays.equals(before.content(), now.content()) && same(before.failure(), now.failure())) {
            return;
        }
        state = now;
        if (now.failure() == null) {
            LOG.infof("Accepts %d keys of %s now", now.keys().keys().size(), path);
        } else {
            LOG.errorf("No key is accepted: %s", now.failure());
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static State read(Path path) {
        byte[] content = null;
        try {
            Optional<String> distrust = KeyFile.distrust(path);
            if (distrust.isPresent()) {
                return failed(content, distrust.get());
            }
            content = Files.readAllBytes(path);
            return new State(content, KeyFile.parse(content), null);
        } catch (NoSuchFileException e) {
            return failed(content, "There is no file " + path + " of keys.");
        } catch (IOException e) {
            return failed(content, "The file " + path + " of keys cannot be read: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            return failed(content, "The file " + path + " is no file of keys: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            // A failure of any kind lets nobody in.
            return failed(content, "The file " + path + " of keys cannot be used: " + e);
        }
    }

    private static State failed(byte @Nullable [] content, String failure) {
        return new State(content, ApiKeys.NONE, failure);
    }

    /** Whether a file of keys is configured, whatever is in it. */
    boolean configured() {
        return file.isPresent();
    }

    /** How many keys are accepted. */
    int accepted() {
        return state.keys().keys().size();
    }

    /** Why no key is accepted; empty when the file is as it should be. */
    Optional<String> failure() {
        return Optional.ofNullable(state.failure());
    }

    /** The entry of a key; empty when it is not accepted. */
    Optional<StoredKey> find(ApiKey presented) {
        return state.keys().of(presented);
    }

    /** The entry of an id, if it still has this hash; empty when its key is not accepted any more. */
    Optional<StoredKey> find(String id, String hash) {
        return state.keys().keys().stream()
                .filter(key -> key.id().equals(id) && key.hash().equals(hash))
                .findFirst();
    }
}

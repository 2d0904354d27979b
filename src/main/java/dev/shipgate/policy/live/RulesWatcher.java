package dev.shipgate.policy.live;

import dev.shipgate.background.PeriodicTask;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.FolderChange;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.live.RulesetLog.UnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules folder again and again and has each new content loaded.
 *
 * <p>The content is compared, not events or timestamps: that works on every file system, for editors that
 * save by renaming and for ConfigMaps that swap a link. A new content is compiled at once, and takes effect
 * when the next reading agrees on it: a folder in the middle of being written is left alone, and the wait
 * for its end costs no more time than the compiler does.
 */
@ApplicationScoped
public class RulesWatcher {

    private static final Logger LOG = Logger.getLogger(RulesWatcher.class);

    private final RulesetLoader loader;
    private final RulesDirectory directory;
    private final Duration pollInterval;
    private @Nullable ScheduledExecutorService looks;

    /** In the order in which it is asked for, so that many changes keep nobody waiting for ever. */
    private final ReentrantLock looking = new ReentrantLock(true);

    // Guarded by the lock.
    private Reading loaded = Reading.NOTHING;
    private boolean waiting;
    private @Nullable Pending pending;

    RulesWatcher(RulesetLoader loader, RulesConfig config) {
        this.loader = loader;
        this.directory = new RulesDirectory(config.dir().toAbsolutePath().normalize());
        this.pollInterval = config.pollInterval();
    }

    /** The result of one look at the folder: its content, or why there is none. */
    private record Reading(
            @Nullable RulesetFiles files, @Nullable String failure) {

        static final Reading NOTHING = new Reading(null, null);

        @Nullable
        String version() {
            return files == null ? null : files.version();
        }

        boolean sameAs(Reading other) {
            return Objects.equals(version(), other.version()) && Objects.equals(failure, other.failure);
        }
    }

    /** A new content of the folder, to take effect if the next reading finds it again. */
    private record Pending(Reading reading, PreparedRules rules) {}

    /** Loads the rules before the first request is served, then keeps looking. */
    void start(@Observes StartupEvent event) {
        looking.lock();
        try {
            Pending first = prepare(read());
            if (!takeEffect(first)) {
                pending = first;
            }
        } finally {
            looking.unlock();
        }
        looks = PeriodicTask.start("rules-watcher", pollInterval, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looks != null) {
            looks.shutdownNow();
        }
    }

    private void look() {
        looking.lock();
        try {
            Reading seen = read();
            Pending before = pending;
            if (before != null && seen.sameAs(before.reading())) {
                settle(before);
                return;
            }
            discardPending();
            if (seen.sameAs(loaded)) {
                loader.withdraw();
            } else {
                loader.begin(seen.version());
                pending = prepare(seen);
            }
        } finally {
            looking.unlock();
        }
    }

    /**
     * Lets it decide. If that could not be recorded, the next look tries again; if it fails, the content is dropped.
     */
    private void settle(Pending settled) {
        pending = null;
        boolean again = false;
        try {
            again = !takeEffect(settled);
        } finally {
            if (again) {
                pending = settled;
            } else {
                loader.discardUnlessActive(settled.rules());
            }
        }
    }

    private void discardPending() {
        if (pending != null) {
            pending.rules().discard();
            pending = null;
        }
    }

    private Reading read() {
        try {
            FolderChange.finish(directory.root());
            return new Reading(directory.read(), null);
        } catch (NoSuchFileException e) {
            return new Reading(null, "There is no file or folder " + e.getFile() + ".");
        } catch (IOException e) {
            return new Reading(null, "The rules cannot be read: " + e.getMessage());
        }
    }

    private Pending prepare(Reading reading) {
        PreparedRules rules = reading.files() != null
                ? loader.prepare(reading.files())
                : new PreparedRules.Refused(
                        null, Diagnostic.error(null, "unreadable", Objects.requireNonNull(reading.failure())));
        return new Pending(reading, rules);
    }

    /** Whether it did; if not, it could not be recorded now. */
    private boolean takeEffect(Pending settled) {
        try {
            loader.takeEffect(settled.rules(), RulesetEdit.OF_FILES);
            loaded = settled.reading();
            waiting = false;
            return true;
        } catch (UnavailableException e) {
            if (!waiting) {
                LOG.warnf("The rules become active once that can be recorded: %s", e.getMessage());
                waiting = true;
            }
            return false;
        }
    }

    /** A change of the rules that does not come from the folder. */
    interface RulesAction<T> {

        /** Makes it, and leaves the text that decides in the folder. */
        T make() throws RulesetRefusedException, RulesConflictException, UnavailableException;
    }

    /** Makes a change while nobody looks at the folder. */
    <T> T change(RulesAction<T> change) throws RulesetRefusedException, RulesConflictException, UnavailableException {
        looking.lock();
        try {
            discardPending();
            loader.withdraw();
            return change.make();
        } finally {
            looking.unlock();
        }
    }

    /**
     * The files that a change leaves in the folder. If anything else is found there, somebody has edited it meanwhile.
     */
    void nowInFolder(RulesetFiles files) {
        loaded = new Reading(files, null);
    }

    /**
     * The content of the folder, which has been judged. For a change alone.
     *
     * @throws RulesConflictException when the folder has something new in it
     */
    RulesetFiles requireUnchanged() throws RulesConflictException {
        Reading seen = read();
        if (seen.files() == null || !seen.sameAs(loaded)) {
            throw new RulesConflictException("The rules folder has been edited meanwhile, or cannot be read. "
                    + "Look at what is active now, and publish again.");
        }
        return seen.files();
    }
}

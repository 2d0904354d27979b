package dev.shipgate.policy.git;

import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.text.OneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Tells which commit the rules of a folder come from. It never fails and never takes long: rules become active whether
 * or not their commit can be told. Thread-safe.
 */
public final class SourceCommits {

    private static final Logger LOG = Logger.getLogger(SourceCommits.class);

    /** Reading takes milliseconds, the first time up to a second; a slow file system must not keep an edit waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Duration patience;

    /** One thread, and no queue: a reading that hangs in the file system keeps no second one waiting. */
    private final ThreadPoolExecutor reading =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), SourceCommits::thread);

    private volatile String lastReported = "";

    /**
     * Of one rules folder.
     *
     * @param folder need not be a Git work tree, and may be a link to one
     */
    public SourceCommits(Path folder) {
        this(folder, PATIENCE);
    }

    SourceCommits(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "rules-commit");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The commit that is checked out in the folder, compared with rules that are to become active. Empty when the
     * folder is no part of a Git work tree, and when its commit cannot be told, which the log then says.
     */
    public Optional<SourceCommit> of(RulesetFiles ruleset) {
        try {
            return waitFor(reading.submit(() -> read(ruleset)));
        } catch (RejectedExecutionException e) {
            return unknown("an earlier attempt to read it has not ended");
        }
    }

    private Optional<SourceCommit> read(RulesetFiles ruleset) throws IOException {
        Optional<WorkTree> tree = WorkTree.around(folder);
        return tree.isEmpty() ? Optional.empty() : Commits.checkedOut(tree.get(), ruleset);
    }

    private Optional<SourceCommit> waitFor(Future<Optional<SourceCommit>> commit) {
        try {
            return commit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            commit.cancel(true);
            return unknown("it could not be read within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return unknown(words(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof IOException && message != null ? message : failure.toString();
    }

    /** Told once for each cause: every edit would meet it again. */
    private Optional<SourceCommit> unknown(String cause) {
        if (!lastReported.equals(cause)) {
            lastReported = cause;
            LOG.infof("The commit of the rules folder is not recorded: %s", OneLine.of(cause));
        }
        return Optional.empty();
    }
}

package dev.shipgate.policy;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The causes of a throwable. */
public final class Causes {

    private Causes() {}

    /** The message of a throwable, or else the name of its class. */
    public static String words(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }

    /** The throwable and its causes, each once, from the outermost in. */
    public static Set<Throwable> of(@Nullable Throwable thrown) {
        Set<Throwable> causes = new LinkedHashSet<>();
        Throwable cause = thrown;
        while (cause != null && causes.add(cause)) {
            cause = cause.getCause();
        }
        return causes;
    }
}

package dev.shipgate.decision;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Labels that know whether anybody looked at them. Rules that read no label answer the same without labels, so they
 * need not be asked again. Every way to read one counts, also those by which nothing was found. Each is passed on to
 * the labels themselves, whose searches ask whether time is left.
 */
final class WatchedLabels extends AbstractMap<String, String> {

    private final Map<String, String> labels;
    private boolean wereRead;

    WatchedLabels(Map<String, String> labels) {
        this.labels = labels;
    }

    boolean wereRead() {
        return wereRead;
    }

    private Map<String, String> read() {
        wereRead = true;
        return labels;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return read().entrySet();
    }

    @Override
    public Set<String> keySet() {
        return read().keySet();
    }

    @Override
    public Collection<String> values() {
        return read().values();
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return read().get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return read().containsKey(name);
    }

    @Override
    public boolean containsValue(@Nullable Object label) {
        return read().containsValue(label);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return read().equals(other);
    }

    @Override
    public int hashCode() {
        return read().hashCode();
    }

    @Override
    public String toString() {
        return read().toString();
    }
}

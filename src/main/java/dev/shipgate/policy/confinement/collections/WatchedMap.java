package dev.shipgate.policy.confinement.collections;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map that knows whether anybody looked into it. Rules that did not would have answered the same with another
 * content. Every way to look counts, also those by which nothing was found. Each is passed on to the map that it stands
 * for, whose searches ask whether time is left.
 */
public final class WatchedMap<K, V> extends AbstractMap<K, V> {

    private final Map<K, V> content;
    private boolean wasRead;

    public WatchedMap(Map<K, V> content) {
        this.content = content;
    }

    /** Whether anybody looked into it. */
    public boolean wasRead() {
        return wasRead;
    }

    private Map<K, V> read() {
        wasRead = true;
        return content;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return read().entrySet();
    }

    @Override
    public Set<K> keySet() {
        return read().keySet();
    }

    @Override
    public Collection<V> values() {
        return read().values();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return read().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return read().containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return read().containsValue(value);
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

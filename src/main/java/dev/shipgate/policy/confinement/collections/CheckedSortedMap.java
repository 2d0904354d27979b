package dev.shipgate.policy.confinement.collections;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The map that rules get for each sorted one that they make. */
@SuppressWarnings("NullAway") // As lenient with nulls as the map that it stands for.
public final class CheckedSortedMap<K, V> extends TreeMap<K, V> implements Nesting.Checked {

    private static final long serialVersionUID = 1;

    private final transient Nesting nesting = new Nesting();

    public CheckedSortedMap() {}

    public CheckedSortedMap(Comparator<? super K> order) {
        super(order);
    }

    public CheckedSortedMap(Map<? extends K, ? extends V> entries) {
        putAll(entries);
    }

    @Override
    public Nesting nesting() {
        return nesting;
    }

    @Override
    public V put(K key, V value) {
        return super.put(Nesting.key(key), nesting.held(value));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> entries) {
        entries.forEach(this::put);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return super.putIfAbsent(Nesting.key(key), nesting.held(value));
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> value) {
        return super.computeIfAbsent(Nesting.key(key), absent -> nesting.held(value.apply(absent)));
    }

    @Override
    public @Nullable V compute(K key, BiFunction<? super K, ? super V, ? extends V> value) {
        return super.compute(Nesting.key(key), (same, old) -> nesting.held(value.apply(same, old)));
    }

    @Override
    public @Nullable V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> value) {
        return super.computeIfPresent(Nesting.key(key), (same, old) -> nesting.held(value.apply(same, old)));
    }

    @Override
    public @Nullable V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> merged) {
        return super.merge(Nesting.key(key), nesting.held(value), (old, more) -> nesting.held(merged.apply(old, more)));
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return Lookups.containsValue(this, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Lookups.equal(this, other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** A copy, which looks for a value as lists of rules do. */
    @Override
    public Collection<V> values() {
        return new CheckedList<>(super.values());
    }
}

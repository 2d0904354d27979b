package dev.shipgate.policy.confinement.collections;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** The set that rules get for each sorted one that they make. */
public final class CheckedSortedSet<E> extends TreeSet<E> implements Nesting.Checked {

    private static final long serialVersionUID = 1;

    private final transient Nesting nesting = new Nesting();

    public CheckedSortedSet() {}

    public CheckedSortedSet(Comparator<? super E> order) {
        super(order);
    }

    public CheckedSortedSet(Collection<? extends E> elements) {
        addAll(elements);
    }

    @Override
    public Nesting nesting() {
        return nesting;
    }

    @Override
    public boolean add(E element) {
        return super.add(Nesting.key(element));
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        boolean changed = false;
        for (E element : elements) {
            changed |= add(element);
        }
        return changed;
    }
}

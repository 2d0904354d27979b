package dev.shipgate.policy.confinement.collections;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drools.modelcompiler.util.EvaluationUtil;
import org.jspecify.annotations.Nullable;

/**
 * Looking for a value in a collection, and comparing two, whoever made them: at each element it is asked whether time
 * is left. To compare two long texts that are alike takes long, and the platform does so without end.
 */
public final class Lookups {

    private Lookups() {}

    @Replaces(Collection.class)
    public static boolean contains(Collection<?> elements, @Nullable Object sought) {
        return elements instanceof Set<?> ? asked(elements).contains(sought) : position(elements, sought) >= 0;
    }

    @Replaces(Collection.class)
    public static boolean containsAll(Collection<?> elements, Collection<?> sought) {
        for (Object one : sought) {
            if (!contains(elements, one)) {
                return false;
            }
        }
        return true;
    }

    @Replaces(Map.class)
    public static boolean containsValue(Map<?, ?> entries, @Nullable Object sought) {
        return position(entries.values(), sought) >= 0;
    }

    @Replaces(List.class)
    public static int indexOf(List<?> elements, @Nullable Object sought) {
        return position(elements, sought);
    }

    @Replaces(List.class)
    public static int lastIndexOf(List<?> elements, @Nullable Object sought) {
        int last = -1;
        int at = 0;
        for (Object element : elements) {
            last = equal(sought, element) ? at : last;
            at++;
        }
        return last;
    }

    @Replaces(Collection.class)
    public static boolean remove(Collection<?> elements, @Nullable Object sought) {
        if (elements instanceof Set<?>) {
            return asked(elements).remove(sought);
        }
        for (Iterator<?> all = elements.iterator(); all.hasNext(); ) {
            if (equal(sought, all.next())) {
                all.remove();
                return true;
            }
        }
        return false;
    }

    @Replaces(Collection.class)
    public static boolean removeAll(Collection<?> elements, Collection<?> unwanted) {
        return elements.removeIf(element -> contains(unwanted, element));
    }

    @Replaces(Collection.class)
    public static boolean retainAll(Collection<?> elements, Collection<?> wanted) {
        return elements.removeIf(element -> !contains(wanted, element));
    }

    @Replaces(value = Collection.class, name = "equals")
    public static boolean equalTo(Collection<?> elements, @Nullable Object other) {
        return equal(Objects.requireNonNull(elements), other);
    }

    @Replaces(value = Map.class, name = "equals")
    public static boolean equalTo(Map<?, ?> entries, @Nullable Object other) {
        return equal(Objects.requireNonNull(entries), other);
    }

    @Replaces(value = Object.class, name = "equals")
    public static boolean equalTo(Object one, @Nullable Object other) {
        return equal(Objects.requireNonNull(one), other);
    }

    @Replaces(value = EvaluationUtil.class, isStatic = true)
    public static boolean areNullSafeEquals(@Nullable Object one, @Nullable Object other) {
        return equal(one, other);
    }

    @Replaces(value = Objects.class, name = "equals", isStatic = true)
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        EvaluationAllowance.check();
        if (one == other) {
            return true;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return list.size() == others.size() && sameElements(list.iterator(), others.iterator());
        }
        if (one instanceof Set<?> set && other instanceof Set<?> others) {
            return set.size() == others.size() && containsAll(set, others);
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            return map.size() == others.size() && sameEntries(map, others);
        }
        return one != null && one.equals(other);
    }

    private static boolean sameElements(Iterator<?> elements, Iterator<?> others) {
        while (elements.hasNext() && others.hasNext()) {
            if (!equal(elements.next(), others.next())) {
                return false;
            }
        }
        return elements.hasNext() == others.hasNext();
    }

    private static boolean sameEntries(Map<?, ?> map, Map<?, ?> others) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!others.containsKey(entry.getKey()) || !equal(entry.getValue(), others.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** The result of the operators contains and memberOf for collections and arrays; null for other values. */
    static @Nullable public Boolean isIn(@Nullable Object container, @Nullable Object sought) {
        if (container instanceof Collection<?> elements) {
            return contains(elements, sought);
        }
        if (container instanceof Object[] elements) {
            for (Object element : elements) {
                if (equal(sought, element)) {
                    return true;
                }
            }
            return false;
        }
        if (container != null && container.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(container); i++) {
                if (equal(sought, Array.get(container, i))) {
                    return true;
                }
            }
            return false;
        }
        return null;
    }

    private static int position(Collection<?> elements, @Nullable Object sought) {
        int at = 0;
        for (Object element : elements) {
            if (equal(sought, element)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private static Collection<?> asked(Collection<?> elements) {
        EvaluationAllowance.check();
        return elements;
    }
}

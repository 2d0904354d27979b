package dev.shipgate.policy;

import java.math.BigDecimal;
import java.util.List;

/** Whether comparisons of one subject cannot hold together. */
final class Contradiction {

    private final List<Comparison> comparisons;

    private Contradiction(List<Comparison> comparisons) {
        this.comparisons = comparisons;
    }

    /**
     * Whether no value lets all of them hold. It may say no where that is hard to tell.
     *
     * @param comparisons of one subject
     */
    static boolean isIn(List<Comparison> comparisons) {
        Contradiction contradiction = new Contradiction(comparisons);
        return contradiction.isOrderOfNull() || contradiction.isOfEqualities() || contradiction.isEmptyRange();
    }

    /** Null is neither more nor less than anything. */
    private boolean isOrderOfNull() {
        boolean mustBeNull = comparisons.stream().anyMatch(is -> is.operator().equals("==") && is.isWithNull());
        return comparisons.stream().anyMatch(is -> is.isOrder() && (is.isWithNull() || mustBeNull));
    }

    private boolean isOfEqualities() {
        for (Comparison one : comparisons) {
            for (Comparison other : comparisons) {
                boolean same = sameLiteral(one, other);
                if (one.operator().equals("==")
                        && ((other.operator().equals("==") && !same)
                                || (other.operator().equals("!=") && same))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameLiteral(Comparison one, Comparison other) {
        return (one.number().isPresent() && other.number().isPresent())
                ? one.number().get().compareTo(other.number().get()) == 0
                : one.literal().equals(other.literal());
    }

    private boolean isEmptyRange() {
        for (Comparison least : comparisons) {
            for (Comparison most : comparisons) {
                if (isLowerBound(least)
                        && isUpperBound(most)
                        && least.number().isPresent()
                        && most.number().isPresent()
                        && isEmpty(
                                least, least.number().get(), most, most.number().get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLowerBound(Comparison is) {
        return is.operator().startsWith(">") || is.operator().equals("==");
    }

    private static boolean isUpperBound(Comparison is) {
        return is.operator().startsWith("<") || is.operator().equals("==");
    }

    private static boolean isEmpty(Comparison least, BigDecimal from, Comparison most, BigDecimal to) {
        boolean open = least.operator().equals(">") || most.operator().equals("<");
        return from.compareTo(to) > 0 || (open && from.compareTo(to) == 0);
    }
}

package dev.shipgate.policy.lint.conditions;

import dev.shipgate.policy.lint.conditions.Claim.Says;
import dev.shipgate.policy.lint.conditions.Claim.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that claims about one subject let it have together. Where that is hard to tell, it may have any. */
final class PossibleValues {

    private final List<Claim> claims;

    PossibleValues(List<Claim> claims) {
        this.claims = claims;
    }

    /** Whether there is no value at all, and none is not enough either. */
    boolean areNone() {
        return !claims.stream().allMatch(Claim::takesNull) && areNoneButNull();
    }

    /** Whether there is no value, though it may be enough that there is none. */
    boolean areNoneButNull() {
        return claims.stream().anyMatch(PossibleValues::isOrderOfNull)
                || named().map(values -> values.stream().noneMatch(this::isTaken))
                        .orElseGet(this::isEmptyRange);
    }

    /** Null is neither more nor less than anything. */
    private static boolean isOrderOfNull(Claim claim) {
        return isOrder(claim) && claim.values().get(0).isNull();
    }

    private static boolean isOrder(Claim claim) {
        return claim.says() != Says.IS && claim.says() != Says.IS_NOT;
    }

    /** The values that it must be one of; empty when nothing says so. */
    private Optional<Set<Object>> named() {
        return claims.stream()
                .filter(claim -> claim.says() == Says.IS)
                .map(PossibleValues::values)
                .reduce((some, others) -> some.stream().filter(others::contains).collect(Collectors.toSet()));
    }

    private static Set<Object> values(Claim claim) {
        return claim.values().stream().map(Value::is).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private boolean isTaken(Object value) {
        return claims.stream()
                .allMatch(claim -> isOrder(claim)
                        ? isInOrder(claim, value)
                        : claim.values().contains(new Value(value)) == (claim.says() == Says.IS));
    }

    private static boolean isInOrder(Claim claim, Object value) {
        if (!(value instanceof BigDecimal number) || !(claim.values().get(0).is() instanceof BigDecimal end)) {
            return true;
        }
        int order = number.compareTo(end);
        return switch (claim.says()) {
            case LESS -> order < 0;
            case MOST -> order <= 0;
            case MORE -> order > 0;
            case LEAST -> order >= 0;
            case IS, IS_NOT -> throw new IllegalArgumentException("Not an order of numbers: " + claim.says());
        };
    }

    /** Whether no number lies between the ends, of which one may be a number that is left out. */
    private boolean isEmptyRange() {
        Optional<BigDecimal> least = ends(Says.MORE, Says.LEAST).max(BigDecimal::compareTo);
        Optional<BigDecimal> most = ends(Says.LESS, Says.MOST).min(BigDecimal::compareTo);
        if (least.isEmpty() || most.isEmpty()) {
            return isEachLeftOut();
        }
        int order = least.get().compareTo(most.get());
        return order > 0 || (order == 0 && !isTaken(least.get()));
    }

    private Stream<BigDecimal> ends(Says open, Says closed) {
        return claims.stream()
                .filter(claim -> claim.says() == open || claim.says() == closed)
                .flatMap(claim -> claim.values().stream())
                .map(Value::is)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast);
    }

    /** Whether it must be neither true nor false. */
    private boolean isEachLeftOut() {
        return claims.stream()
                .filter(claim -> claim.says() == Says.IS_NOT)
                .flatMap(claim -> values(claim).stream())
                .collect(Collectors.toSet())
                .containsAll(Set.of(true, false));
    }
}

package dev.shipgate.loadgate;

import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds measured routes and budgeted ones whose names differ by case, blanks and signs alone, such as {@code ::pay} of
 * a tool and {@code pay}: mostly they are one route, and the tool writes its name in its own way.
 */
final class NearlySameNames {

    /** So many names are worth telling. */
    private static final int MAX_REPORTED = 5;

    private final Set<String> measured;
    private final Set<String> budgeted;
    private final Map<String, Set<String>> measuredAlone;
    private final Map<String, Set<String>> budgetedByPlain;

    NearlySameNames(Collection<String> measured, Collection<String> budgeted) {
        this.measured = new LinkedHashSet<>(measured);
        this.budgeted = new LinkedHashSet<>(budgeted);
        Set<String> alone = new LinkedHashSet<>(this.measured);
        alone.removeAll(this.budgeted);
        this.measuredAlone = byPlain(alone);
        this.budgetedByPlain = byPlain(this.budgeted);
    }

    private static Map<String, Set<String>> byPlain(Set<String> names) {
        Map<String, Set<String>> byPlain = new LinkedHashMap<>();
        for (String name : names) {
            String plain = plain(name);
            if (!plain.isEmpty()) {
                byPlain.computeIfAbsent(plain, first -> new LinkedHashSet<>()).add(name);
            }
        }
        return byPlain;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The same row, with a hint where the route seems to be there under another name. */
    FailureRow hinted(FailureRow row) {
        return row.with(row.route() == null ? null : hint(row.route(), row.reason()));
    }

    private @Nullable String hint(String route, String reason) {
        return switch (reason) {
            case Failure.MISSING_METRICS -> measured.contains(route) ? null : hintAtMeasured(route);
            case Failure.MISSING_BUDGET -> budgeted.contains(route) ? null : hintAtBudgeted(route);
            default -> null;
        };
    }

    private @Nullable String hintAtMeasured(String route) {
        Set<String> names = measuredAlone.getOrDefault(plain(route), Set.of());
        return names.isEmpty()
                ? null
                : "Maybe it was measured as " + quoted(names) + "? Name it so in a mapping, under routes.";
    }

    private @Nullable String hintAtBudgeted(String route) {
        Set<String> names = budgetedByPlain.getOrDefault(plain(route), Set.of());
        return names.isEmpty()
                ? null
                : "Maybe it is " + quoted(names) + ", which has a budget? Name it so in a mapping, under routes.";
    }

    private static String quoted(Set<String> names) {
        return names.stream()
                .limit(MAX_REPORTED)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(" or "));
    }
}

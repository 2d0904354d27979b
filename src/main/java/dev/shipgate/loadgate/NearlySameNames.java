package dev.shipgate.loadgate;

import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a measured route and a budgeted one whose names differ by case, blanks and signs alone, such as {@code ::pay} of a tool
 * and {@code pay}: mostly they are one route, and the tool writes its name in its own way.
 */
final class NearlySameNames {

    private final Map<String, String> measuredAlone = new LinkedHashMap<>();
    private final Map<String, String> budgetedAlone = new LinkedHashMap<>();

    NearlySameNames(Collection<String> measured, Collection<String> budgeted) {
        Set<String> both = new LinkedHashSet<>(measured);
        both.retainAll(new LinkedHashSet<>(budgeted));
        fill(measuredAlone, measured, both);
        fill(budgetedAlone, budgeted, both);
    }

    private static void fill(Map<String, String> alone, Collection<String> names, Set<String> both) {
        for (String name : names) {
            String plain = plain(name);
            if (!plain.isEmpty() && !both.contains(name)) {
                alone.putIfAbsent(plain, name);
            }
        }
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The same, with a hint where what is missing seems to be there under another name. */
    FailureRow hinted(FailureRow row) {
        String hint = row.route() == null ? null : hint(row.route(), row.reason());
        return hint == null
                ? row
                : new FailureRow(
                        row.route(),
                        row.reason(),
                        row.observed(),
                        row.limit(),
                        row.missing(),
                        row.rule(),
                        row.detail() + " " + hint);
    }

    private @Nullable String hint(String route, String reason) {
        String plain = plain(route);
        return switch (reason) {
            case Failure.MISSING_METRICS -> {
                String measured = route.equals(budgetedAlone.get(plain)) ? measuredAlone.get(plain) : null;
                yield measured == null
                        ? null
                        : "Maybe it was measured as \"" + measured + "\"? Name it so in a mapping, under routes.";
            }
            case Failure.MISSING_BUDGET -> {
                String budgeted = route.equals(measuredAlone.get(plain)) ? budgetedAlone.get(plain) : null;
                yield budgeted == null
                        ? null
                        : "Maybe it is \"" + budgeted
                                + "\", which has a budget? Name it so in a mapping, under routes.";
            }
            default -> null;
        };
    }
}

package dev.shipgate.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a condition compares with a literal, such as {@code p95Ms > 800}.
 *
 * @param subject a field, or an entry of a map such as {@code others["ttft_p95_ms"]}
 * @param operator one of {@code == != < <= > >=}
 * @param literal a number, a text in quotes, or null, true or false
 */
record Comparison(String subject, String operator, String literal) {

    private static final Pattern FORM = Pattern.compile(
            "(?:\\$\\w+\\s*:\\s*)?(?<subject>[A-Za-z]\\w*(?:\\s*\\[\\s*\"[^\"]*\"\\s*])?)\\s*(?<operator>[=!<>]=|[<>])\\s*"
                    + "(?<literal>-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?|\"[^\"\\\\]*\"|null|true|false)");

    private static final String NULL = "null";
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    /** The comparisons with literals that must all hold for an expression to hold, as far as its text shows them. */
    static List<Comparison> allOf(String expression) {
        List<Comparison> comparisons = new ArrayList<>();
        // With "or" no single one has to hold. Brackets, and texts in which && may stand, are not taken apart here.
        boolean plain = !expression.contains("||")
                && !expression.contains("(")
                && !(expression.contains("&&") && expression.contains("\""));
        if (plain) {
            for (String part : expression.split("&&", -1)) {
                of(part.strip()).ifPresent(comparisons::add);
            }
        }
        return comparisons;
    }

    private static Optional<Comparison> of(String part) {
        Matcher comparison = FORM.matcher(part);
        return comparison.matches()
                ? Optional.of(new Comparison(
                        comparison.group("subject").replaceAll("\\s+(?=[\\[\\]])|(?<=\\[)\\s+", ""),
                        comparison.group("operator"),
                        comparison.group("literal")))
                : Optional.empty();
    }

    boolean isWithNull() {
        return literal.equals(NULL);
    }

    /** Whether it asks for more or less than something. */
    boolean isOrder() {
        return ORDERS.contains(operator);
    }

    /** The literal as a number; empty when it is none. */
    Optional<BigDecimal> number() {
        char last = literal.charAt(literal.length() - 1);
        return Character.isDigit(last) ? Optional.of(new BigDecimal(literal)) : Optional.empty();
    }

    /** As authors write it. */
    @Override
    public String toString() {
        return subject + " " + operator + " " + literal;
    }
}

package dev.shipgate.decision;

import dev.shipgate.number.Numbers;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in the texts of findings, as people read them. Put into a text as it is, a number has a fraction of zero
 * ({@code 240.0}), an exponent ({@code 1.0E-4}) or digits that nobody measured ({@code 0.18000000000000002}). In rules:
 * {@code "p95 latency is " + Format.number($observed) + " ms."}
 */
@ForRules
public final class Format {

    private Format() {}

    /**
     * A number with at most 6 significant digits, but never less than its whole part: {@code 240}, {@code 0.0001},
     * {@code 0.18}.
     *
     * @param value null for one that is not there, which is {@code missing}
     */
    public static String number(@Nullable Number value) {
        return Numbers.forPeople(value);
    }

    /**
     * The same beside another number, such as a limit, from which it differs by little: with as many more digits, up to
     * 15, as it takes to see that they are not equal. 0.05000001 beside 0.05 is {@code 0.05000001}.
     *
     * @param beside null for one that is not there
     */
    public static String number(@Nullable Number value, @Nullable Number beside) {
        return Numbers.forPeople(value, beside);
    }

    /**
     * A part of one in percent, with 3 significant digits: 0.125 is {@code 12.5 %}.
     *
     * @param ratio null for one that is not there, which is {@code missing}
     */
    public static String percent(@Nullable Number ratio) {
        return ratio == null ? Numbers.forPeople(null) : Numbers.percent(ratio.doubleValue());
    }
}

package dev.shipgate.policy.lint.numbers;

import dev.shipgate.policy.lint.read.Meaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Milliseconds that were written as seconds, {@code p95Ms(0.25)}, or with a point for thousands, {@code p95Ms(1.500)}.
 */
final class LikeSeconds {

    private static final Pattern IN_MILLISECONDS = Pattern.compile("\\w*Ms|\\w+\\[\"\\w*_ms\"\\]");
    private static final int DIGITS_OF_THOUSANDS = 3;

    private LikeSeconds() {}

    /** The message about the number that may be meant by a number of milliseconds; empty where it hardly is another. */
    static Optional<String> message(Meaning field, BigDecimal number) {
        if (number.signum() <= 0 || !IN_MILLISECONDS.matcher(field.name()).matches()) {
            return Optional.empty();
        }
        String meant = " Maybe "
                + number.movePointRight(DIGITS_OF_THOUSANDS)
                        .stripTrailingZeros()
                        .toPlainString() + "?";
        if (number.compareTo(BigDecimal.ONE) < 0) {
            return Optional.of(
                    field.name() + " is in milliseconds, and " + number.toPlainString() + " is less than one." + meant);
        }
        return number.scale() == DIGITS_OF_THOUSANDS
                ? Optional.of(field.name() + " is in milliseconds, and a point does not stand for thousands: "
                        + number.toPlainString() + " is less than "
                        + number.toBigInteger().add(BigInteger.ONE) + "." + meant)
                : Optional.empty();
    }
}

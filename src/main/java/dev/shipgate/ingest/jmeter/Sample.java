package dev.shipgate.ingest.jmeter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row of a table, or of an element of an XML file.
 *
 * @param name by which its route is found
 * @param thread that made it; empty where the file does not say
 * @param place when it was, on a clock that the samples of its thread share; null where the file does not say
 * @param startedAtMs when it started, in milliseconds since 1970; 0 where the file does not say
 * @param elapsedMs how long it took, in milliseconds, without pauses
 * @param failed whether JMeter or an assertion took it for a failure
 * @param code the response code; null where the file has none
 * @param message the response message, by which samples of transaction controllers are known
 */
record Sample(
        String name,
        String thread,
        @Nullable Span place,
        long startedAtMs,
        long elapsedMs,
        boolean failed,
        @Nullable String code,
        String message) {

    /** As JMeter's TransactionController and TransactionSampler write it. */
    private static final Pattern TRANSACTION =
            Pattern.compile("Number of samples in transaction : (\\d{1,9}), number of failing samples : \\d{1,9}");

    /** Beside a code that says so too, which a file may have left out. */
    private static final String NO_RESPONSE = "Non HTTP response message";

    private static final String TRANSACTION_START = "Number of samples in transaction : ";

    boolean isTransaction() {
        return message.startsWith(TRANSACTION_START)
                && TRANSACTION.matcher(message).matches();
    }

    /** Whether it is of a transaction controller that ran no sampler, as when a condition did not hold. */
    boolean isTransactionOfNothing() {
        Matcher matcher = TRANSACTION.matcher(message);
        return !failed && matcher.matches() && Integer.parseInt(matcher.group(1)) == 0;
    }

    /** Whether it is called as JMeter calls the parts of another: {@code home-0} is one of {@code home}. */
    boolean hasTheNameOfAPartOf(Sample whole) {
        int length = whole.name().length();
        return name.length() > length + 1
                && name.startsWith(whole.name())
                && name.charAt(length) == '-'
                && name.substring(length + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Whether its thread and its time are known. */
    boolean isPlaced() {
        return place != null && !thread.isEmpty();
    }

    /**
     * Whether it is called a success, and its code says otherwise. The code of a transaction is that of its requests.
     */
    boolean contradictsItsStatus() {
        return !failed
                && !isTransaction()
                && ((code != null && ResponseCode.isOfFailure(code)) || message.startsWith(NO_RESPONSE));
    }
}

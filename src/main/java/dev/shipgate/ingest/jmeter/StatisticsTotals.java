package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Optional;

/**
 * The comparison of the labels of {@code statistics.json} with its Total: both must be of the same samples. A
 * transaction controller has a label of its own and is not in the Total, as its requests have labels too; all other
 * samples are in both.
 */
final class StatisticsTotals {

    private boolean hasTotal;
    private long total;
    private long totalFailed;
    private long ofLabels;
    private long failedOfLabels;

    void total(long samples, long failed) {
        hasTotal = true;
        total = samples;
        totalFailed = failed;
    }

    void label(long samples, long failed) {
        ofLabels += samples;
        failedOfLabels += failed;
    }

    /** @throws UnreadableResultException when they contradict each other */
    void requireFit() {
        if (!hasTotal) {
            return;
        }
        long transactions = ofLabels - total;
        if (transactions < 0) {
            throw new UnreadableResultException("The Total has " + total + " samples, but the labels have only "
                    + ofLabels + " together. Is the file whole?");
        }
        long failedTransactions = failedOfLabels - totalFailed;
        if (failedTransactions < 0 || failedTransactions > transactions) {
            throw new UnreadableResultException("The Total has " + totalFailed + " errors of " + total
                    + " samples, but the labels have " + failedOfLabels + " of " + ofLabels + ".");
        }
    }

    /** The remark on the samples that the labels have more than the Total. */
    Optional<String> remark() {
        return hasTotal && ofLabels > total
                ? Optional.of("The labels of statistics.json have " + (ofLabels - total)
                        + " samples more than its Total: those are of transaction controllers, whose requests have labels "
                        + "of their own. Leave their labels out, or import the JTL.")
                : Optional.empty();
    }
}

package dev.shipgate.policytest;

import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.Difference;
import java.util.List;
import java.util.stream.Stream;

/** A case that failed, for people: what was expected beside what was there, and why it was. */
public final class FailedCase {

    private FailedCase() {}

    /** The lines to print, without indentation. */
    public static List<String> lines(Case test) {
        return Stream.concat(
                        test.differences().stream().map(Difference::toString),
                        test.reasons().stream().map(reason -> "because " + reason))
                .toList();
    }
}

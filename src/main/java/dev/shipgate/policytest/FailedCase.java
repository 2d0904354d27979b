package dev.shipgate.policytest;

import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.CaseDifference;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case that failed, for people: the expected value beside the actual one, and the reasons for that one. */
public final class FailedCase {

    /** A summary is one of many, in a log and in the status of an edit. */
    private static final int MAX_SUMMED_UP = 3;

    private static final int MAX_LENGTH = 300;

    private FailedCase() {}

    /** The lines to print, without indentation. */
    public static List<String> lines(Case test) {
        return Stream.concat(
                        test.differences().stream().map(CaseDifference::toString),
                        test.reasons().stream().map(reason -> "because " + reason))
                .toList();
    }

    /**
     * The same in a few sentences. Where a rule is not there only that is told, as all else follows from it. Where a
     * difference already shows reasons of the answer, the reasons are not told again.
     */
    static String summary(Case test) {
        List<CaseDifference> ofRules = test.differences().stream()
                .filter(CaseDifference::isOfUnknownRule)
                .toList();
        if (!ofRules.isEmpty()) {
            return sentence(first(ofRules.stream().map(CaseDifference::toString).toList()));
        }
        String differences =
                first(test.differences().stream().map(CaseDifference::toString).toList());
        boolean showsReasons = test.differences().stream().anyMatch(difference -> Reasons.areAt(difference.at()));
        return sentence(differences)
                + (test.reasons().isEmpty() || showsReasons
                        ? ""
                        : " The answer says: " + sentence(first(test.reasons())));
    }

    private static String first(List<String> texts) {
        String shown = texts.stream()
                .limit(MAX_SUMMED_UP)
                .map(text -> text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...")
                .collect(Collectors.joining("; "));
        int more = texts.size() - MAX_SUMMED_UP;
        return more > 0 ? shown + "; and " + more + " more" : shown;
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}

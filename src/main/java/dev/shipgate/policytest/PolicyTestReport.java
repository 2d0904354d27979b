package dev.shipgate.policytest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.text.NearestName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of the policy tests of a ruleset.
 *
 * @param errors why they could not be run: the errors in their files; empty when they were run
 * @param tests the cases; null when they were not run
 * @param coverage which rules they reach; null when they were not run
 */
public record PolicyTestReport(
        List<Diagnostic> errors,
        @Nullable Tests tests,
        @Nullable Coverage coverage) {

    private static final String UNTESTED = "untested";

    /**
     * All cases.
     *
     * @param passed how many were as expected
     * @param failed how many were not
     * @param cases each, by file and line
     */
    public record Tests(int passed, int failed, List<Case> cases) {}

    /**
     * One case.
     *
     * @param file the path of its file below the rules folder
     * @param line where it stands
     * @param name a sentence that states the requirement
     * @param evaluation the kind of evaluation
     * @param passed whether it was as expected
     * @param differences the places that were not as expected, each with the expected and the actual value
     * @param reasons the reasons that the answer of a failed case gives, in its own words; else empty
     */
    public record Case(
            String file,
            int line,
            String name,
            String evaluation,
            boolean passed,
            List<CaseDifference> differences,
            @JsonInclude(Include.NON_EMPTY) List<String> reasons) {}

    /**
     * Something that was not as expected.
     *
     * @param at where: {@code verdict}, {@code fires}, or a JSON Pointer into the answer
     */
    public record CaseDifference(String at, String expected, String actual) {

        private static final String NO_SUCH_RULE = "no rule of this name";

        static CaseDifference ofUnknownRule(String at, String rule, List<String> known) {
            return new CaseDifference(
                    at,
                    '"' + rule + '"',
                    NO_SUCH_RULE
                            + NearestName.of(rule, known)
                                    .map(name -> ". Maybe \"" + name + "\"?")
                                    .orElse(""));
        }

        /** Then the rule was renamed or deleted, and whatever else differs follows from it. */
        @JsonIgnore
        boolean isOfUnknownRule() {
            return actual.startsWith(NO_SUCH_RULE);
        }

        @Override
        public String toString() {
            return at + ": expected " + expected + ", but was " + actual;
        }
    }

    /**
     * The rules that fire in any case.
     *
     * @param rules how many there are
     * @param fired how many of them fire
     * @param neverFired the names of the others
     * @param untested the others
     * @param casesByRule the cases in which each rule fires, by file and line
     */
    public record Coverage(
            int rules,
            int fired,
            List<String> neverFired,
            @JsonIgnore List<RuleInfo> untested,
            @JsonIgnore Map<RuleInfo, List<Case>> casesByRule) {

        static Coverage of(List<RuleInfo> rules, Map<RuleInfo, List<Case>> cases) {
            List<RuleInfo> untested =
                    rules.stream().filter(rule -> !cases.containsKey(rule)).toList();
            return new Coverage(
                    rules.size(),
                    rules.size() - untested.size(),
                    untested.stream().map(RuleInfo::rule).toList(),
                    untested,
                    cases);
        }
    }

    static PolicyTestReport ofUnreadable(List<Diagnostic> errors) {
        return new PolicyTestReport(errors, null, null);
    }

    static PolicyTestReport of(List<Case> cases, Coverage coverage) {
        int passed = (int) cases.stream().filter(Case::passed).count();
        return new PolicyTestReport(List.of(), new Tests(passed, cases.size() - passed, cases), coverage);
    }

    /** Why rules with these tests must not decide; when they may, a warning for each rule that no test makes fire. */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> refusals = refusals();
        return refusals.isEmpty() && tests != null && coverage != null ? untested(tests, coverage) : refusals;
    }

    private static List<Diagnostic> untested(Tests tests, Coverage coverage) {
        return tests.cases().isEmpty()
                ? List.of(Diagnostic.warning(
                        null,
                        UNTESTED,
                        "There are no tests, so nobody has seen what these rules do. Maybe a file of tests?"))
                : coverage.untested().stream().map(PolicyTestReport::untested).toList();
    }

    private static Diagnostic untested(RuleInfo rule) {
        return Diagnostic.warningAbout(
                rule, UNTESTED, "No test makes this rule fire, so nobody has seen what it does. Maybe a test for it?");
    }

    /** Why rules with these tests must not decide; empty when they may. */
    public List<Diagnostic> refusals() {
        if (tests == null) {
            return errors;
        }
        return tests.cases().stream()
                .filter(test -> !test.passed())
                .map(PolicyTestReport::failure)
                .toList();
    }

    private static Diagnostic failure(Case test) {
        return Diagnostic.error(
                test.file(),
                test.line(),
                1,
                null,
                "test-failed",
                "The test \"" + test.name() + "\" fails: " + FailedCase.summary(test));
    }
}

package dev.shipgate.policytest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleFailure;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.CaseDifference;
import dev.shipgate.policytest.PolicyTestReport.Coverage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the policy tests of a ruleset, each as the request that a caller would send. Records nothing. */
@ApplicationScoped
public class PolicyTestRunner {

    /** An edit waits for its tests, and rules that are slow in one are slow in all. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final Pattern AFTER_COMMA = Pattern.compile("/\\d+$");
    private static final Pattern WITHOUT_BLANK = Pattern.compile("/[a-z0-9_]+:[^/:]+$");

    private final Evaluations evaluations;
    private final ObjectMapper json;

    public PolicyTestRunner(Evaluations evaluations, ObjectMapper json) {
        this.evaluations = evaluations;
        this.json = json;
    }

    /** Runs all cases, if all of their files can be read. Cases that begin after half a minute fail. */
    public PolicyTestReport run(RulesetLease rules) {
        List<PolicyTestFile> files = read(rules.files());
        List<Diagnostic> errors = errors(files);
        return errors.isEmpty() ? run(files, rules) : PolicyTestReport.ofUnreadable(errors);
    }

    /** Why the cases of a ruleset could not be run: the errors in the form of their files. Runs none. */
    public static List<Diagnostic> formErrors(RulesetFiles rules) {
        return errors(read(rules));
    }

    private static List<PolicyTestFile> read(RulesetFiles rules) {
        return rules.tests().stream().map(PolicyTestFile::read).toList();
    }

    private static List<Diagnostic> errors(List<PolicyTestFile> files) {
        return files.stream().flatMap(file -> file.errors().stream()).toList();
    }

    private PolicyTestReport run(List<PolicyTestFile> files, RulesetLease rules) {
        Map<RuleInfo, List<Case>> fired = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        long endNanos = System.nanoTime() + MAX_TIME.toNanos();
        for (PolicyTestFile file : files) {
            for (PolicyTest test : file.tests()) {
                cases.add(
                        System.nanoTime() - endNanos > 0
                                ? result(
                                        test,
                                        List.of(new CaseDifference(
                                                "time", "all tests in " + MAX_TIME.toSeconds() + " s", "more")))
                                : run(test, rules, fired));
            }
        }
        return PolicyTestReport.of(cases, Coverage.of(rules.rules(), fired));
    }

    /** The part of an answer that a case can expect. */
    private record Told(
            @JsonUnwrapped Object answer,
            @JsonInclude(Include.NON_EMPTY) List<String> ignoredLabels) {}

    private Case run(PolicyTest test, RulesetLease rules, Map<RuleInfo, List<Case>> fired) {
        try {
            byte[] request = test.request().toString().getBytes(StandardCharsets.UTF_8);
            Question question = Evaluator.read(evaluations.ofKind(test.evaluation()), request, null);
            Answer answer = Evaluator.answer(question, rules, test.context().of(test.request()));
            Set<RuleInfo> firedNow = answer.firings().stream().map(Firing::rule).collect(Collectors.toSet());
            Set<String> names = firedNow.stream().map(RuleInfo::rule).collect(Collectors.toSet());
            JsonNode body = json.valueToTree(new Told(answer.body(), answer.ignoredLabels()));
            Case result = result(test, differences(test.expected(), answer.verdict(), body, names, rules), body);
            firedNow.forEach(rule ->
                    fired.computeIfAbsent(rule, first -> new ArrayList<>()).add(result));
            return result;
        } catch (InvalidBodyException e) {
            String problems = e.problems().stream()
                    .map(problem -> problem + hint(problem, test.request()))
                    .collect(Collectors.joining(" "));
            return result(test, List.of(new CaseDifference("request", "one that can be evaluated", problems)));
        } catch (PolicyEvaluationException e) {
            RuleFailure failed = e.failed();
            String why = failed == null ? e.getMessage() : e.summary() + " At " + failed.sentence();
            return result(test, List.of(new CaseDifference("answer", "one", "none: " + why)));
        } catch (RuntimeException e) {
            return result(
                    test, List.of(new CaseDifference("answer", "one", "findings that make none: " + e.getMessage())));
        }
    }

    private static Case result(PolicyTest test, List<CaseDifference> differences) {
        return result(test, differences, MissingNode.getInstance());
    }

    private static Case result(PolicyTest test, List<CaseDifference> differences, JsonNode answer) {
        return new Case(
                test.file(),
                test.line(),
                test.name(),
                test.evaluation(),
                differences.isEmpty(),
                List.copyOf(differences),
                differences.isEmpty() ? List.of() : Reasons.of(answer));
    }

    private static List<CaseDifference> differences(
            PolicyTest.Expectation expected, Verdict actual, JsonNode answer, Set<String> fired, RulesetLease rules) {
        List<CaseDifference> differences = new ArrayList<>();
        String verdict = actual.lowerCase();
        if (expected.verdict() != null && !expected.verdict().equals(verdict)) {
            differences.add(new CaseDifference("verdict", expected.verdict(), verdict));
        }
        if (expected.answer() != null) {
            differences.addAll(Differences.between(expected.answer(), answer));
        }
        List<String> names = rules.rules().stream().map(RuleInfo::rule).toList();
        for (String rule : expected.fires()) {
            if (!names.contains(rule)) {
                differences.add(CaseDifference.ofUnknownRule("fires", rule, names));
            } else if (!fired.contains(rule)) {
                differences.add(new CaseDifference("fires", '"' + rule + '"', "not fired"));
            }
        }
        for (String rule : expected.doesNotFire()) {
            if (!names.contains(rule)) {
                differences.add(CaseDifference.ofUnknownRule("does_not_fire", rule, names));
            } else if (fired.contains(rule)) {
                differences.add(new CaseDifference("does_not_fire", '"' + rule + '"', "fired"));
            }
        }
        return differences;
    }

    /** A hint at the value that YAML made of a field that lacks something. */
    private static String hint(Problem problem, JsonNode request) {
        if (WITHOUT_BLANK.matcher(problem.pointer()).find()) {
            return " Maybe a blank is missing after the colon?";
        }
        return AFTER_COMMA.matcher(problem.pointer()).find()
                        && request.at(problem.pointer()).isTextual()
                ? " Maybe a decimal comma? A number has a point."
                : quotesHint(problem, request);
    }

    /** A version is a text, and YAML takes one without quotation marks for a number, whose last zero is lost. */
    private static String quotesHint(Problem problem, JsonNode request) {
        return problem.detail().startsWith("must be a string")
                        && request.at(problem.pointer()).isValueNode()
                ? " Maybe it lacks quotation marks? Without them, YAML takes 1.10 for the number 1.1."
                : "";
    }
}

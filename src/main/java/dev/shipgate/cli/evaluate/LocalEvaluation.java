package dev.shipgate.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandLog;
import dev.shipgate.cli.command.CommandTime;
import dev.shipgate.cli.remote.FailedRule;
import dev.shipgate.cli.rules.StandaloneEvaluations;
import dev.shipgate.cli.rules.StandaloneRules;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.json.Inclusion;
import dev.shipgate.decision.json.JsonAnswers;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.session.RulesetLease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Evaluates a request here, with a folder of rules and as a service would. Records nothing. */
final class LocalEvaluation {

    private LocalEvaluation() {}

    /**
     * Evaluates a request.
     *
     * @param kind of evaluation
     * @param include the parts that are left out of the answer unless asked for
     * @throws CommandFailure when the rules cannot decide, or fail
     * @throws dev.shipgate.json.InvalidBodyException when the request is wrong
     */
    static JsonNode evaluate(String kind, Inclusion include, byte[] request, Path rules) throws IOException {
        CommandLog.onStandardError();
        List<Evaluation> evaluations = StandaloneEvaluations.all();
        Evaluation evaluation = new Evaluations(evaluations).ofKind(kind);
        // Before the rules, which take longer.
        Question question = Evaluator.read(evaluation, request, include.part());
        ObjectMapper json = CommandJson.mapper();
        try (RulesetLease lease = StandaloneRules.of(evaluations, json).admitted(new RulesDirectory(rules).read())) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            JsonAnswers answers = new JsonAnswers(json);
            Decision decision = new Evaluator(answers)
                    .evaluate(
                            question,
                            lease,
                            Generators.timeBasedEpochGenerator().generate(),
                            now,
                            CommandTime.of().at(now));
            JsonNode answer = json.readTree(answers.body(Answered.of(decision), include));
            if (decision.verdict() == Verdict.ERROR) {
                throw failed(answer);
            }
            return unrecorded((ObjectNode) answer, json);
        } catch (RulesetRefusedException e) {
            throw refused(rules, e.diagnostics());
        }
    }

    private static CommandFailure failed(JsonNode problem) {
        List<String> lines = new ArrayList<>();
        lines.add("The rules failed: " + problem.path("detail").asText());
        lines.addAll(FailedRule.lines(problem));
        return CommandFailure.noAnswer(lines);
    }

    /** An id by which nothing will ever be found is left out. */
    private static JsonNode unrecorded(ObjectNode answer, ObjectMapper json) {
        answer.remove("decision_id");
        ObjectNode unrecorded = json.createObjectNode().put("recorded", false);
        unrecorded.setAll(answer);
        return unrecorded;
    }

    private static CommandFailure refused(Path rules, List<Diagnostic> diagnostics) {
        List<String> lines = new ArrayList<>();
        lines.add("The rules in " + rules + " cannot decide:");
        diagnostics.forEach(diagnostic -> lines.add(diagnostic.words()));
        return CommandFailure.noAnswer(lines);
    }
}

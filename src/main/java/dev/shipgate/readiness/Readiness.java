package dev.shipgate.readiness;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.Waivable;
import dev.shipgate.context.Waived;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabel;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.ReportedKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a release together. Each part is evaluated just as it is by itself, and under the same
 * ruleset; then the rules of readiness judge the results.
 */
@ApplicationScoped
public class Readiness implements Evaluation {

    static final String KIND = "release_readiness";

    private final List<ReadinessPart> parts;
    private final Vocabulary vocabulary;

    /** Takes the parts in the order of their priority, the highest first. */
    public Readiness(@All List<ReadinessPart> parts) {
        this.parts = parts;
        this.vocabulary = vocabulary(parts);
    }

    private static Vocabulary vocabulary(List<ReadinessPart> parts) {
        List<Class<?>> given = new ArrayList<>();
        given.add(Release.class);
        parts.forEach(part -> given.add(part.resultType()));
        return Vocabulary.giving(given)
                .andGiving(EvaluationContext.KINDS)
                .reading(Blocker.class, PartPassed.class, Waivable.class, Waived.class, TrustedLabel.class);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String rulesFolder() {
        return "readiness";
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public ReportedKind reported() {
        return new ReportedKind(
                KIND,
                rulesFolder(),
                AnswerLines.REASONS,
                parts.stream().map(Evaluation::reported).toList());
    }

    @Override
    public Set<String> ownWords() {
        return Set.of("part");
    }

    @Override
    public Set<Waivable> waivable(
            Release release, @Nullable String route, RulesetLease rules, EvaluationContext context) {
        List<Object> facts = new ArrayList<>(context.facts());
        facts.add(release);
        return Set.copyOf(rules.evaluate(this, facts).facts(Waivable.class));
    }

    @Override
    public Question read(JsonObject body, Release release, @Nullable String include) {
        return ReadinessRequest.read(body, release, parts, this);
    }
}

package dev.shipgate.newkind;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabel;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.OwnRules;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.Vocabulary;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the queues of a release. Only the tests that ask for it have it. */
@IfBuildProperty(name = Queues.SWITCH, stringValue = "true")
@ApplicationScoped
public class Queues implements Evaluation {

    /** The key by which tests ask for it. */
    static final String SWITCH = "test.queues";

    static final String KIND = "queue_lengths";

    static final RulesOwner RULES = new OwnRules(
            "queues",
            Vocabulary.giving(Release.class, QueueLength.class)
                    .andGiving(EvaluationContext.KINDS)
                    .reading(QueueTooLong.class, TrustedLabel.class));

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String rulesFolder() {
        return RULES.rulesFolder();
    }

    @Override
    public Vocabulary vocabulary() {
        return RULES.vocabulary();
    }

    @Override
    public Set<String> ownWords() {
        return Set.of("urgency");
    }

    @Override
    public Set<String> namedByCallers() {
        return Set.of("queues");
    }

    @Override
    public Question read(JsonObject body, Release release, @Nullable String include) {
        return QueuesRequest.read(body, release);
    }
}

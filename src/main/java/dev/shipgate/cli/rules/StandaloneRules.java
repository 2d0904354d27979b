package dev.shipgate.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.cli.command.CacheFolder;
import dev.shipgate.cli.command.CommandConfig;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.ingest.mapping.MappingFileCheck;
import dev.shipgate.policy.admission.LocalRules;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policytest.PolicyTestRunner;
import dev.shipgate.policytest.PolicyTestsPass;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Rules under the limits of the service, without the container that puts them together there. */
public final class StandaloneRules {

    private StandaloneRules() {}

    public static LocalRules of(List<Evaluation> evaluations, ObjectMapper json) throws IOException {
        SmallRyeConfig config = CommandConfig.of(EvaluationConfig.class);
        return of(evaluations, json, RulesetCache.in(CacheFolder.ofCompiledRules(config)), config);
    }

    /** The same, whose outcome goes into a folder of the program, and comes from no other. */
    static LocalRules toPackage(Path folder, List<Evaluation> evaluations, ObjectMapper json) throws IOException {
        return of(evaluations, json, RulesetCache.toPackage(folder), CommandConfig.of(EvaluationConfig.class));
    }

    private static LocalRules of(
            List<Evaluation> evaluations, ObjectMapper json, RulesetCache cache, SmallRyeConfig config) {
        return new LocalRules(
                List.copyOf(evaluations),
                List.of(new MappingFileCheck()),
                List.of(new PolicyTestsPass(new PolicyTestRunner(new Evaluations(evaluations), json))),
                cache,
                config.getConfigMapping(EvaluationConfig.class));
    }
}

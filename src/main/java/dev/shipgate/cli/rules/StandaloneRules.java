package dev.shipgate.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.cli.command.CommandConfig;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.ingest.mapping.MappingFileCheck;
import dev.shipgate.policy.MappingCheck;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.admission.AdmissionCheck;
import dev.shipgate.policy.admission.LocalRules;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.PolicyTestRunner;
import dev.shipgate.policytest.PolicyTestsPass;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Rules under the limits of the service, without the container that puts them together there. */
public final class StandaloneRules {

    private static final List<MappingCheck> MAPPINGS = List.of(new MappingFileCheck());

    private StandaloneRules() {}

    public static LocalRules of(List<Evaluation> evaluations, ObjectMapper json) throws IOException {
        SmallRyeConfig config = CommandConfig.of(EvaluationConfig.class);
        return of(evaluations, json, RulesetCache.in(CompiledRulesFolder.of(config)), config);
    }

    /** The same, whose outcome goes into a folder of the program, and comes from no other. */
    static LocalRules toPackage(Path folder, List<Evaluation> evaluations, ObjectMapper json) throws IOException {
        return of(evaluations, json, RulesetCache.toPackage(folder), CommandConfig.of(EvaluationConfig.class));
    }

    /**
     * Rules that decide nothing, compiled for their tests alone: no cache is read or written.
     *
     * @throws RulesetRefusedException when any file is wrong
     */
    static RulesetLease forTests(List<Evaluation> evaluations, RulesetFiles files)
            throws IOException, RulesetRefusedException {
        return new RulesetCompiler(List.copyOf(evaluations), MAPPINGS)
                .compileForOneUse(files, limits(CommandConfig.of(EvaluationConfig.class)));
    }

    /** The runner of the tests of rules. */
    static PolicyTestRunner tests(List<Evaluation> evaluations, ObjectMapper json) {
        return new PolicyTestRunner(new Evaluations(evaluations), json);
    }

    /**
     * Those of the service, where each is a bean. {@code rules test} tells of the tests alone: there is no other one.
     */
    static List<AdmissionCheck> checks(List<Evaluation> evaluations, ObjectMapper json) {
        return List.of(new PolicyTestsPass(tests(evaluations, json)));
    }

    private static LocalRules of(
            List<Evaluation> evaluations, ObjectMapper json, RulesetCache cache, SmallRyeConfig config) {
        return new LocalRules(List.copyOf(evaluations), MAPPINGS, checks(evaluations, json), cache, limits(config));
    }

    private static EvaluationConfig limits(SmallRyeConfig config) {
        return config.getConfigMapping(EvaluationConfig.class);
    }
}

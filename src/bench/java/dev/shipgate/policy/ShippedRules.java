package dev.shipgate.policy;

import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drools.DroolsBuild;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.session.CompiledRules;
import dev.shipgate.policy.session.EvaluationConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;

/** The rules of one folder as they are shipped, ready to be measured. */
final class ShippedRules {

    private static final EvaluationConfig LIMITS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(EvaluationConfig.class)
            .build()
            .getConfigMapping(EvaluationConfig.class);

    static {
        // As in the service. Without a level the engine would put every step into words for its trace.
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
    }

    private final CompiledRules rules;

    private ShippedRules(CompiledRules rules) {
        this.rules = rules;
    }

    static ShippedRules of(String folder) throws IOException, RulesetRefusedException {
        return new ShippedRules(FolderCompiler.compile(drl(folder)));
    }

    /** The rules without the checks that are put into their classes, to measure the cost of these checks. */
    static ShippedRules withoutChecks(String folder) throws IOException, RulesetRefusedException {
        List<RuleFile> drl = drl(folder);
        DroolsBuild build = DroolsBuild.of(drl);
        return new ShippedRules(CompiledRules.open(
                build.open(), build, drl.stream().map(ParsedDrl::parse).toList(), List.of()));
    }

    private static List<RuleFile> drl(String folder) throws IOException {
        Path directory = Path.of(System.getProperty("shipgate.rules.dir", "rules"));
        return new RulesDirectory(directory).read().drl(folder);
    }

    RuleRun evaluate(Collection<?> facts) {
        return rules.evaluate(facts, LIMITS);
    }

    /**
     * Requires that the rules have the same findings as plain Java: otherwise their times could not be compared.
     *
     * @param types the types of the findings to compare
     */
    void requireSameFindings(Collection<?> facts, List<Object> expected, Class<?>... types) {
        RuleRun run = evaluate(facts);
        for (Class<?> type : types) {
            Set<Object> found = new HashSet<>(run.facts(type));
            Set<Object> wanted = new HashSet<>(expected.stream().filter(type::isInstance).toList());
            if (!found.equals(wanted)) {
                throw new IllegalStateException(
                        "The rules find " + found.size() + " " + type.getSimpleName() + ", plain Java finds "
                                + wanted.size() + ", and they are not the same.");
            }
        }
    }
}

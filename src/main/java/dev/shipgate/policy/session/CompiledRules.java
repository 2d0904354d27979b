package dev.shipgate.policy.session;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import dev.shipgate.policy.confinement.limits.MatchLimits;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drools.DroolsBuild;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.base.definitions.rule.impl.QueryImpl;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The rules of one folder, ready to run. Shared by all rulesets that hold the same text. Thread-safe. */
public final class CompiledRules {

    private final ReferenceCount references;
    private final SessionPool sessions;
    private final List<RuleInfo> rules;
    private final List<Diagnostic> evidenceLosses;
    private final RuleBindings bindings;
    private final TextsAskedTogether askedTogether;
    private final RuleFailures failures;
    private final boolean cached;

    private CompiledRules(
            KieContainer container,
            DroolsBuild build,
            KieBase kieBase,
            List<RuleInfo> rules,
            RuleFailures failures,
            List<Diagnostic> evidenceLosses,
            TextsAskedTogether askedTogether,
            RuleBindings bindings) {
        this.askedTogether = askedTogether;
        this.evidenceLosses = evidenceLosses;
        this.sessions = new SessionPool(kieBase);
        this.rules = rules;
        this.cached = build.wasCached();
        this.bindings = bindings;
        this.failures = failures;
        this.references = new ReferenceCount(() -> {
            container.dispose();
            build.discard();
        });
    }

    public static CompiledRules open(
            KieContainer container, DroolsBuild build, List<ParsedDrl> files, List<Diagnostic> evidenceLosses) {
        KieBase kieBase = container.getKieBase();
        initialize(build.classNames(), container.getClassLoader());
        MatchLimits.putInto(kieBase);
        IdentityHashMap<Rule, RuleInfo> infos = new IdentityHashMap<>();
        Map<RuleInfo, String> texts = new HashMap<>();
        Map<List<String>, RuleInfo> byName = new HashMap<>();
        for (ParsedDrl file : files) {
            for (ParsedDrl.ParsedRule rule : file.rules()) {
                byName.put(List.of(rule.info().packageName(), rule.info().rule()), rule.info());
                texts.put(rule.info(), file.textOf(rule));
            }
        }
        kieBase.getKiePackages().stream()
                .flatMap(kiePackage -> kiePackage.getRules().stream())
                .filter(rule -> !(rule instanceof QueryImpl))
                .forEach(rule -> {
                    RecordedConsequence.putInto((RuleImpl) rule);
                    infos.put(
                            rule,
                            Objects.requireNonNull(
                                    byName.get(List.of(rule.getPackageName(), rule.getName())),
                                    () -> "The name of the rule \"" + rule.getName() + "\" can be read in two ways"));
                });
        return new CompiledRules(
                container,
                build,
                kieBase,
                List.copyOf(byName.values()),
                new RuleFailures(files, build::bytesOfClass),
                evidenceLosses,
                new TextsAskedTogether(files),
                new RuleBindings(infos, texts));
    }

    /** A class that an evaluation initialises, and that fails in it, would stay broken for all that follow. */
    private static void initialize(List<String> classNames, ClassLoader classes) {
        try {
            for (String name : classNames) {
                Class.forName(name, true, classes);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A compiled class is missing", e);
        }
    }

    public List<RuleInfo> rules() {
        return rules;
    }

    /** Whether they had been compiled before, and were read. */
    public boolean wereCached() {
        return cached;
    }

    /**
     * Refuses rules that take evidence away. A replay does not call this: such rules may have decided before they were
     * refused.
     */
    public void requireEvidenceKept() throws RulesetRefusedException {
        if (!evidenceLosses.isEmpty()) {
            throw new RulesetRefusedException(evidenceLosses);
        }
    }

    TextsAskedTogether askedTogether() {
        return askedTogether;
    }

    public ReferenceCount references() {
        return references;
    }

    /**
     * Lets the rules loose on the facts until no more of them fires.
     *
     * @throws PolicyEvaluationException when a rule throws, or the rules use more than an evaluation may
     */
    public RuleRun evaluate(Collection<?> facts, EvaluationConfig limits) {
        FiringRecorder recorder = new FiringRecorder(bindings);
        EvaluationFailures runaway = new EvaluationFailures(failures, recorder, limits);
        try {
            EvaluationAllowance.start(limits.maxDuration(), limits.maxMemory().asLongValue());
            return run(facts, recorder, runaway, limits);
        } catch (PolicyEvaluationException e) {
            throw e;
        } catch (Throwable e) {
            throw runaway.failure(e);
        } finally {
            EvaluationAllowance.stop();
            FiringRecorder.stop();
        }
    }

    private static void fireAll(KieSession session, EvaluationFailures runaway, EvaluationConfig limits) {
        // One more than allowed, so that using the whole allowance is told from going beyond it.
        if (session.fireAllRules(limits.maxFirings() + 1) > limits.maxFirings()) {
            throw runaway.tooManyFirings();
        }
    }

    private RuleRun run(
            Collection<?> facts, FiringRecorder recorder, EvaluationFailures runaway, EvaluationConfig limits) {
        KieSession session = sessions.take();
        boolean completed = false;
        try {
            facts.forEach(session::insert);
            // From here on whatever is inserted comes from a rule.
            recorder.start(session);
            fireAll(session, runaway, limits);
            EvaluationAllowance.requireSomeLeft();
            RuleRun run = recorder.run();
            sessions.giveBack(session);
            completed = true;
            return run;
        } finally {
            if (!completed) {
                session.dispose();
            }
        }
    }
}

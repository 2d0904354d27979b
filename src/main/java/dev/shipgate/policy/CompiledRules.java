package dev.shipgate.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drools.base.definitions.rule.impl.QueryImpl;
import org.drools.base.rule.EntryPointId;
import org.drools.core.impl.InternalRuleBase;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The rules of one folder, ready to run. Shared by all rulesets that hold the same text. Thread-safe. */
final class CompiledRules {

    private final UseCount users;
    private final SessionPool sessions;
    private final List<RuleInfo> rules;
    private final RuleBindings bindings;
    private final RuleOfStackTrace culprits;

    private CompiledRules(
            KieContainer container, DroolsBuild build, KieBase kieBase, List<RuleInfo> rules, RuleBindings bindings) {
        this.sessions = new SessionPool(kieBase);
        this.rules = rules;
        this.bindings = bindings;
        this.culprits = new RuleOfStackTrace(
                rules.stream().map(RuleInfo::rule).collect(Collectors.toUnmodifiableSet()), build::bytesOfClass);
        this.users = new UseCount(() -> {
            container.dispose();
            build.discard();
        });
    }

    static CompiledRules open(DroolsBuild build, List<ParsedDrl> files) {
        KieContainer container = build.open();
        KieBase kieBase = container.getKieBase();
        requireNoEntryPoint(kieBase);
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
                .forEach(rule -> infos.put(
                        rule,
                        Objects.requireNonNull(
                                byName.get(List.of(rule.getPackageName(), rule.getName())),
                                () -> "The name of the rule \"" + rule.getName() + "\" can be read in two ways")));
        return new CompiledRules(
                container, build, kieBase, List.copyOf(byName.values()), new RuleBindings(infos, texts));
    }

    /** What comes in at another entry point stays there when a session is used again. */
    private static void requireNoEntryPoint(KieBase kieBase) {
        for (EntryPointId entryPoint :
                ((InternalRuleBase) kieBase).getRete().getEntryPointNodes().keySet()) {
            if (!entryPoint.equals(EntryPointId.DEFAULT)) {
                throw new IllegalArgumentException(
                        "Rules must not use an entry point, such as " + entryPoint.getEntryPointId());
            }
        }
    }

    List<RuleInfo> rules() {
        return rules;
    }

    UseCount users() {
        return users;
    }

    /**
     * Lets the rules loose on the facts until no more of them fires.
     *
     * @throws PolicyEvaluationException when a rule throws, or the rules use more than an evaluation may
     */
    RuleRun evaluate(Collection<?> facts, EvaluationConfig limits) {
        FiringRecorder recorder = new FiringRecorder(bindings);
        EvaluationDeadline.start(limits.maxDuration());
        try {
            return run(facts, recorder, limits);
        } catch (PolicyEvaluationException e) {
            throw e;
        } catch (Throwable e) {
            throw RunawayRules.failure(e, culprits, recorder, limits);
        } finally {
            EvaluationDeadline.stop();
        }
    }

    /** Until nothing is left to fire: a rule that calls {@code drools.halt()} must not keep others from speaking. */
    private static void fireAll(KieSession session, FiringRecorder recorder, EvaluationConfig limits) {
        int allowed = limits.maxFirings();
        int fired;
        do {
            // One more than allowed, so that using the whole allowance is told from going beyond it.
            fired = session.fireAllRules(allowed + 1);
            allowed -= fired;
            if (allowed < 0) {
                throw RunawayRules.tooManyFirings(recorder, limits);
            }
        } while (fired > 0);
    }

    private RuleRun run(Collection<?> facts, FiringRecorder recorder, EvaluationConfig limits) {
        KieSession session = sessions.take();
        boolean completed = false;
        try {
            facts.forEach(session::insert);
            // From here on whatever is inserted comes from a rule, by whichever way.
            recorder.listenTo(session);
            fireAll(session, recorder, limits);
            EvaluationDeadline.requireTimeLeft();
            RuleRun run = recorder.run();
            completed = true;
            return run;
        } finally {
            if (completed) {
                sessions.giveBack(session);
            } else {
                session.dispose();
            }
        }
    }
}

package dev.shipgate.policy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The rules of one folder, ready to run. Shared by all rulesets that hold the same text. Thread-safe. */
final class CompiledRules {

    /** A session that held more facts than this is not kept: its memory would stay as large as its largest use. */
    private static final int MAX_FACTS_OF_KEPT_SESSION = 1_000;

    /** More idle sessions than this are not worth their memory. */
    private static final int MAX_IDLE_SESSIONS = 64;

    private final UseCount users;
    private final KieBase kieBase;
    private final List<RuleInfo> rules;
    private final RuleBindings bindings;
    private final Deque<KieSession> idleSessions = new ArrayDeque<>();

    private CompiledRules(
            KieContainer container, DroolsBuild build, KieBase kieBase, List<RuleInfo> rules, RuleBindings bindings) {
        this.kieBase = kieBase;
        this.rules = rules;
        this.bindings = bindings;
        this.users = new UseCount(() -> {
            container.dispose();
            build.discard();
        });
    }

    static CompiledRules open(DroolsBuild build, List<ParsedDrl> files) {
        KieContainer container = build.open();
        KieBase kieBase = container.getKieBase();
        IdentityHashMap<Rule, RuleInfo> infos = new IdentityHashMap<>();
        Map<String, String> texts = new HashMap<>();
        Map<List<String>, RuleInfo> byName = new HashMap<>();
        for (ParsedDrl file : files) {
            for (ParsedDrl.ParsedRule rule : file.rules()) {
                byName.put(List.of(rule.info().packageName(), rule.info().rule()), rule.info());
                texts.put(rule.info().rule(), file.textOf(rule));
            }
        }
        kieBase.getKiePackages().stream()
                .flatMap(kiePackage -> kiePackage.getRules().stream())
                .forEach(rule -> infos.put(rule, byName.get(List.of(rule.getPackageName(), rule.getName()))));
        return new CompiledRules(
                container, build, kieBase, List.copyOf(byName.values()), new RuleBindings(infos, texts));
    }

    List<RuleInfo> rules() {
        return rules;
    }

    UseCount users() {
        return users;
    }

    /** Lets the rules loose on the facts until no more of them fires. */
    RuleRun evaluate(Collection<?> facts, EvaluationConfig limits) {
        KieSession session = takeSession();
        FiringRecorder recorder = new FiringRecorder(bindings);
        recorder.listenTo(session);
        boolean completed = false;
        EvaluationDeadline.start(limits.maxDuration());
        try {
            facts.forEach(session::insert);
            // One more than allowed, so that using the whole allowance is told from going beyond it.
            int fired = session.fireAllRules(Math.addExact(limits.maxFirings(), 1));
            if (fired > limits.maxFirings()) {
                throw RunawayRules.tooManyFirings(recorder, limits);
            }
            completed = true;
            return recorder.run();
        } catch (PolicyEvaluationException e) {
            throw e;
        } catch (Throwable e) {
            throw RunawayRules.failure(e, recorder, limits);
        } finally {
            EvaluationDeadline.stop();
            giveBack(session, completed);
        }
    }

    private KieSession takeSession() {
        synchronized (idleSessions) {
            KieSession idle = idleSessions.pollFirst();
            if (idle != null) {
                return idle;
            }
        }
        return kieBase.newKieSession();
    }

    private void giveBack(KieSession session, boolean completed) {
        if (completed && session.getFactCount() <= MAX_FACTS_OF_KEPT_SESSION) {
            ((InternalWorkingMemory) session).reset();
            synchronized (idleSessions) {
                if (idleSessions.size() < MAX_IDLE_SESSIONS) {
                    idleSessions.addFirst(session);
                    return;
                }
            }
        }
        session.dispose();
    }
}

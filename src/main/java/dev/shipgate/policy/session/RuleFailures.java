package dev.shipgate.policy.session;

import dev.shipgate.policy.Causes;
import dev.shipgate.policy.FailureCause;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleFailure;
import dev.shipgate.policy.RuleFailure.Part;
import dev.shipgate.policy.confinement.limits.ConditionFailedException;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.ParsedDrl.ParsedRule;
import dev.shipgate.policy.drools.RuleOfMethod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells from a thrown exception or error which rule failed, which of its conditions, and why. */
final class RuleFailures {

    private final Map<String, RuleInFile> sources = new HashMap<>();
    private final RuleOfMethod methods;

    private record RuleInFile(ParsedDrl file, ParsedRule rule) {}

    RuleFailures(List<ParsedDrl> files, Function<String, byte @Nullable []> bytesOfClass) {
        files.forEach(file ->
                file.rules().forEach(rule -> sources.put(rule.info().rule(), new RuleInFile(file, rule))));
        this.methods = new RuleOfMethod(sources.keySet(), bytesOfClass);
    }

    /**
     * Why rules failed; empty when no rule can be told.
     *
     * @param running the rule whose consequence was running; null when none was
     */
    Optional<RuleFailure> of(Throwable thrown, @Nullable Firing running) {
        Optional<StackTraceElement> frame = frameOfRule(thrown);
        // An inserted fact is tried on conditions at once, so the condition may be one of another rule.
        if (running != null && frame.filter(this::isCondition).isEmpty()) {
            return consequence(running, FailureCause.of(thrown));
        }
        return frame.flatMap(found -> methods.find(found.getClassName(), found.getMethodName())
                .map(sources::get)
                .map(source -> condition(source, found, thrown)));
    }

    private boolean isCondition(StackTraceElement frame) {
        return methods.condition(frame.getClassName(), frame.getMethodName()).isPresent();
    }

    /** The frame nearest to where it was thrown that is of a rule, and not of a function that it calls. */
    private Optional<StackTraceElement> frameOfRule(Throwable thrown) {
        StackTraceElement nearest = null;
        for (Throwable cause : Causes.of(thrown)) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (methods.find(frame.getClassName(), frame.getMethodName()).isPresent()) {
                    nearest = frame;
                    break;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private RuleFailure condition(RuleInFile source, StackTraceElement frame, Throwable thrown) {
        List<String> written = source.rule().conditions();
        String text = methods.condition(frame.getClassName(), frame.getMethodName())
                .filter(position -> position.of() == written.size())
                .map(position -> written.get(position.index()))
                .orElse(null);
        return new RuleFailure(
                source.rule().info().rule(),
                source.file().file().path(),
                text == null ? source.rule().info().line() : source.file().lineOf(source.rule(), text),
                Part.CONDITION,
                text,
                FailureCause.of(thrown),
                factsTried(thrown));
    }

    /** The facts of the service that a condition was tried on, by their kinds; empty where that cannot be told. */
    private static Map<String, Object> factsTried(Throwable thrown) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof ConditionFailedException condition) {
                condition.facts().stream()
                        .filter(FactSnapshot::isOfTheService)
                        .forEach(fact -> facts.putIfAbsent(fact.getClass().getSimpleName(), fact));
            }
        }
        return facts;
    }

    /** The failure of a consequence; empty when the rule is of another folder. */
    Optional<RuleFailure> consequence(Firing firing, String cause) {
        return Optional.ofNullable(sources.get(firing.rule().rule()))
                .map(source -> new RuleFailure(
                        source.rule().info().rule(),
                        source.file().file().path(),
                        source.rule().thenLine(),
                        Part.CONSEQUENCE,
                        null,
                        cause,
                        firing.facts()));
    }
}

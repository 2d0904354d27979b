package dev.shipgate.policy;

import dev.shipgate.policy.ParsedDrl.ParsedRule;
import dev.shipgate.policy.RuleFailure.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.ConsequenceException;

/** Tells which rule failed, which of its conditions, and why, of what was thrown. */
final class RuleFailures {

    private final Map<String, Source> sources = new HashMap<>();
    private final RuleOfMethod methods;

    private record Source(ParsedDrl file, ParsedRule rule) {}

    RuleFailures(List<ParsedDrl> files, Function<String, byte @Nullable []> bytesOfClass) {
        files.forEach(file ->
                file.rules().forEach(rule -> sources.put(rule.info().rule(), new Source(file, rule))));
        this.methods = new RuleOfMethod(sources.keySet(), bytesOfClass);
    }

    /**
     * Why rules failed; empty when no rule can be told.
     *
     * @param lastFiring the rule that fired last, whose consequence it may be
     */
    Optional<RuleFailure> of(Throwable thrown, @Nullable Firing lastFiring) {
        boolean inConsequence = Causes.of(thrown).stream().anyMatch(ConsequenceException.class::isInstance);
        if (inConsequence && lastFiring != null) {
            return Optional.ofNullable(sources.get(lastFiring.rule().rule()))
                    .map(source -> consequence(source, thrown, lastFiring));
        }
        return frameOfRule(thrown)
                .flatMap(found -> methods.find(found.getClassName(), found.getMethodName())
                        .map(sources::get)
                        .map(source -> condition(source, found, thrown)));
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

    private RuleFailure condition(Source source, StackTraceElement frame, Throwable thrown) {
        List<String> written = source.rule().conditions().written();
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
                Map.of());
    }

    private static RuleFailure consequence(Source source, Throwable thrown, Firing firing) {
        return new RuleFailure(
                source.rule().info().rule(),
                source.file().file().path(),
                source.rule().thenLine(),
                Part.CONSEQUENCE,
                null,
                FailureCause.of(thrown),
                firing.facts());
    }
}

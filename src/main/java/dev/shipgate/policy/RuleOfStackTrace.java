package dev.shipgate.policy;

import java.util.Optional;

/** Tells which rule's compiled code is in a stack trace: the engine does not know whose condition it evaluates. */
final class RuleOfStackTrace {

    private final RuleOfMethod methods;

    RuleOfStackTrace(RuleOfMethod methods) {
        this.methods = methods;
    }

    /** The rule nearest to where it was thrown; empty when none is in the trace. */
    Optional<String> find(Throwable thrown) {
        String rule = null;
        for (Throwable cause : Causes.of(thrown)) {
            rule = ruleIn(cause.getStackTrace()).orElse(rule);
        }
        return Optional.ofNullable(rule);
    }

    private Optional<String> ruleIn(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            Optional<String> rule = methods.find(frame.getClassName(), frame.getMethodName());
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }
}

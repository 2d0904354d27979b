package dev.shipgate.console.rules;

import dev.shipgate.decision.Evaluation.PolicyLimit;
import dev.shipgate.number.Numbers;
import dev.shipgate.rulesets.KnownLimits.KnownLimit;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit in words.
 *
 * @param text such as {@code 800 or less}
 * @param because why the check does not apply; empty where it does
 * @param rule the name of the rule that set it; empty where none did
 * @param page of the rule; null where there is none
 * @param owner of the rule; empty when nobody is named
 */
public record LimitCell(
        String text, String because, String rule, @Nullable URI page, String owner) {

    public static LimitCell of(KnownLimit known) {
        return new LimitCell(
                text(known.limit()),
                Objects.requireNonNullElse(known.limit().because(), ""),
                Objects.requireNonNullElse(known.limit().rule(), ""),
                known.rule() == null ? null : RuleLinks.rule(known.rule()),
                RuleView.owner(known.rule()));
    }

    private static String text(PolicyLimit limit) {
        if (limit.because() != null) {
            return "does not apply";
        }
        return limit.limit() == null
                ? "no limit"
                : Numbers.forPeople(limit.limit()) + (limit.lower() ? " or more" : " or less");
    }
}

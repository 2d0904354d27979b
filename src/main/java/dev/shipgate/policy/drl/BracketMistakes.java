package dev.shipgate.policy.drl;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Mistakes in the Java of a rule file that would keep the engine's parser busy: see {@link DeepJava}. */
final class BracketMistakes {

    private static final String MESSAGE = "Here, or shortly before, is a mistake within more than "
            + DeepJava.FEW_BRACKETS + " open brackets. Maybe a sign is missing or too much? "
            + "What stands in the innermost brackets can be a variable of its own.";

    private final RuleFile file;
    private final List<Diagnostic> found = new ArrayList<>();

    private BracketMistakes(RuleFile file) {
        this.file = file;
    }

    static List<Diagnostic> in(RuleFile file, PackageDescr content) {
        BracketMistakes mistakes = new BracketMistakes(file);
        for (RuleDescr rule : content.getRules()) {
            javaOf(rule).forEach(java -> mistakes.check(java, rule, rule.getName()));
        }
        for (FunctionDescr function : content.getFunctions()) {
            mistakes.check(function.getBody(), function, null);
        }
        return mistakes.found;
    }

    private static Stream<String> javaOf(RuleDescr rule) {
        Stream<Object> consequences =
                Stream.concat(Stream.ofNullable(rule.getConsequence()), rule.getNamedConsequences().values().stream());
        return Stream.concat(consequences.map(Object::toString), inline(rule.getLhs()));
    }

    /** The code that is written out in the place of a function of an {@code accumulate}. */
    private static Stream<String> inline(@Nullable Object part) {
        if (part instanceof PatternDescr pattern) {
            return inline(pattern.getSource());
        }
        if (part instanceof AccumulateDescr accumulate) {
            return Stream.concat(
                    inline(accumulate.getInput()),
                    Stream.of(accumulate.getInitCode(), accumulate.getActionCode(), accumulate.getReverseCode())
                            .filter(Objects::nonNull));
        }
        return part instanceof ConditionalElementDescr element
                ? element.getDescrs().stream().flatMap(BracketMistakes::inline)
                : Stream.empty();
    }

    private void check(String java, BaseDescr within, @Nullable String rule) {
        DeepJava.mistakeIn(java).ifPresent(offset -> {
            int start = Math.max(0, file.source().indexOf(java, Math.max(0, within.getStartCharacter())));
            Place place = new FileText(file.source()).place(start + offset);
            found.add(Diagnostic.error(file.path(), place.line(), place.column(), rule, "syntax", MESSAGE));
        });
    }
}

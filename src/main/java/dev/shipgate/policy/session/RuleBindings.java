package dev.shipgate.policy.session;

import dev.shipgate.policy.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.AbstractTerminalNode;
import org.drools.core.reteoo.TerminalNode;
import org.kie.api.definition.rule.Rule;

/** The bindings of each compiled rule, and the text that it came from. Worked out once per rule. Thread-safe. */
final class RuleBindings {

    /** The bindings of a rule: a declaration for each name. Never compared. */
    record BoundNames(RuleInfo rule, List<String> names, Declaration[] declarations) {}

    private final IdentityHashMap<Rule, RuleInfo> infos;
    private final Map<RuleInfo, String> texts;
    private final Map<TerminalNode, BoundNames> boundByNode = new ConcurrentHashMap<>();

    /**
     * @param infos by the engine's own rule objects
     * @param texts the text of each rule: it says the order of the names
     */
    RuleBindings(IdentityHashMap<Rule, RuleInfo> infos, Map<RuleInfo, String> texts) {
        this.infos = infos;
        this.texts = texts;
    }

    RuleInfo info(Rule rule) {
        RuleInfo info = infos.get(rule);
        if (info == null) {
            throw new IllegalStateException("Not a rule of this ruleset: " + rule.getName());
        }
        return info;
    }

    /** The bindings of the rule of a terminal node. */
    BoundNames bound(TerminalNode node) {
        return boundByNode.computeIfAbsent(node, this::read);
    }

    private static int placeOf(String name, String text) {
        Matcher word = Pattern.compile(Pattern.quote(name) + "\\b").matcher(text);
        return word.find() ? word.start() : text.length();
    }

    private BoundNames read(TerminalNode node) {
        RuleInfo rule = info(node.getRule());
        String text = texts.getOrDefault(rule, "");
        List<Declaration> declarations = Arrays.stream(((AbstractTerminalNode) node).getAllDeclarations())
                .filter(declaration -> !declaration.getIdentifier().startsWith("GENERATED_"))
                .sorted(Comparator.<Declaration>comparingInt(d -> placeOf(d.getIdentifier(), text))
                        .thenComparing(Declaration::getIdentifier))
                .toList();
        List<String> names = new ArrayList<>();
        for (Declaration declaration : declarations) {
            names.add(declaration.getIdentifier().replaceFirst("^\\$", ""));
        }
        return new BoundNames(rule, List.copyOf(names), declarations.toArray(Declaration[]::new));
    }
}

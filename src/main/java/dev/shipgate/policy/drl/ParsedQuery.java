package dev.shipgate.policy.drl;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.jspecify.annotations.Nullable;

/**
 * A query as the parser understood it.
 *
 * @param asksFor the names of the kinds of facts and of the queries that it asks for
 */
public record ParsedQuery(String name, RuleFile file, int line, Set<String> asksFor) {

    static List<ParsedQuery> all(RuleFile file, PackageDescr content) {
        return content.getRules().stream()
                .filter(QueryDescr.class::isInstance)
                .map(query -> {
                    Set<String> names = new HashSet<>();
                    collect(query.getLhs(), names);
                    return new ParsedQuery(query.getName(), file, query.getLine(), names);
                })
                .toList();
    }

    private static void collect(@Nullable Object part, Set<String> names) {
        if (part instanceof PatternDescr pattern) {
            names.add(pattern.getObjectType());
            collect(pattern.getSource(), names);
        } else if (part instanceof AccumulateDescr accumulate) {
            collect(accumulate.getInput(), names);
        } else if (part instanceof CollectDescr collected) {
            collect(collected.getInputPattern(), names);
        } else if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach((BaseDescr inner) -> collect(inner, names));
        }
    }

    /** An error for each query that asks for itself, or for one that does: the engine would follow it for ever. */
    public static List<Diagnostic> endless(List<ParsedQuery> queries) {
        Map<String, Set<String>> asksFor = new HashMap<>();
        queries.forEach(query -> asksFor.merge(query.name(), query.asksFor(), (one, more) -> {
            Set<String> both = new HashSet<>(one);
            both.addAll(more);
            return both;
        }));
        return queries.stream()
                .filter(query -> reaches(query.name(), asksFor))
                .map(query -> Diagnostic.error(
                        query.file().path(),
                        query.line(),
                        1,
                        query.name(),
                        "not-allowed",
                        "A query must not ask for itself, also not by way of another query."))
                .toList();
    }

    private static boolean reaches(String name, Map<String, Set<String>> asksFor) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(asksFor.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(name)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(asksFor.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}

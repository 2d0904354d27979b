package dev.shipgate.console.rules;

import dev.shipgate.decision.Evaluation.PolicyLimit;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.rulesets.KnownLimits.KnownLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one kind of evaluation for one service: a row for each route and check, a column for each environment.
 *
 * @param kind in words
 * @param environments the heads of the columns
 */
record LimitTable(String kind, List<String> environments, List<RouteLimits> routes) {

    private static final String NO_ENVIRONMENT = "no environment named";

    /**
     * The rows of a route.
     *
     * @param route empty for limits of the whole measurement
     */
    record RouteLimits(String route, List<LimitRow> rows) {}

    /**
     * A row.
     *
     * @param cells by environment; one that is empty has no such limit
     */
    record LimitRow(String check, List<Optional<LimitCell>> cells) {}

    private record Key(@Nullable String route, String check, boolean lower) {

        static Key of(PolicyLimit limit) {
            return new Key(limit.route(), limit.check(), limit.lower());
        }
    }

    /** The tables of one service, by kind. */
    static List<LimitTable> of(List<KnownLimit> limits) {
        return limits.stream()
                .collect(Collectors.groupingBy(KnownLimit::kind, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> table(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static LimitTable table(String kind, List<KnownLimit> limits) {
        List<String> environments =
                limits.stream().map(LimitTable::environment).distinct().toList();
        Map<Key, Map<String, LimitCell>> rows = new LinkedHashMap<>();
        for (KnownLimit known : limits) {
            rows.computeIfAbsent(Key.of(known.limit()), first -> new LinkedHashMap<>())
                    .putIfAbsent(environment(known), LimitCell.of(known));
        }
        Map<String, List<LimitRow>> byRoute = new TreeMap<>();
        rows.forEach((key, cells) -> byRoute.computeIfAbsent(
                        Objects.requireNonNullElse(key.route(), ""), first -> new ArrayList<>())
                .add(new LimitRow(
                        key.check().replace('_', ' '),
                        environments.stream()
                                .map(environment -> Optional.ofNullable(cells.get(environment)))
                                .toList())));
        List<RouteLimits> routes = byRoute.entrySet().stream()
                .map(route -> new RouteLimits(route.getKey(), route.getValue()))
                .toList();
        return new LimitTable(ReportedKind.title(kind), environments, routes);
    }

    private static String environment(KnownLimit known) {
        return known.environment() == null ? NO_ENVIRONMENT : known.environment();
    }
}

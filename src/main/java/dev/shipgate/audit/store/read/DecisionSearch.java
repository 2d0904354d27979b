package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.read.SearchCondition.ContainsName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the ids of decisions, newest first. No database knows how often the very value occurs that is asked
 * for, and a wrong guess means to look through most of the records. So the condition that fits the fewest is
 * found out first, by counting a little, and its index is the one that is walked.
 */
final class DecisionSearch {

    /** Beyond it any condition will do: a decision that fits all of them turns up soon. */
    private static final int MAX_COUNTED = 1_000;

    /** SQLite allows 500 parts of a compound statement. */
    private static final int MAX_PARTS = 250;

    private static final Comparator<byte[]> NEWEST_FIRST = (one, other) -> Arrays.compareUnsigned(other, one);

    private final Connection connection;
    private final List<SearchCondition> conditions;
    private final SearchRange range;

    private final OptionalLong chain;

    /** Of all chains. */
    DecisionSearch(Connection connection, DecisionFilter filter) throws SQLException {
        this(connection, filter, OptionalLong.empty());
    }

    /** Of one chain, by its number. */
    DecisionSearch(Connection connection, DecisionFilter filter, long chain) throws SQLException {
        this(connection, filter, OptionalLong.of(chain));
    }

    private DecisionSearch(Connection connection, DecisionFilter filter, OptionalLong chain) throws SQLException {
        this.connection = connection;
        this.conditions = SearchCondition.of(filter);
        this.range = SearchRange.of(filter, connection);
        this.chain = chain;
    }

    /** The newest decisions that fit, as many as asked for. */
    List<byte[]> find(int count) throws SQLException {
        Optional<SearchCondition> narrowest = narrowest();
        if (narrowest.isPresent() && narrowest.get() instanceof ContainsName sets) {
            return findInSets(sets, count);
        }
        return newest(narrowest, count).run(connection);
    }

    /** How many decisions fit, up to a number. */
    int count(int max) throws SQLException {
        Optional<SearchCondition> narrowest = narrowest();
        if (narrowest.isPresent() && narrowest.get() instanceof ContainsName sets) {
            return findInSets(sets, max).size();
        }
        return newest(narrowest, max).count(connection);
    }

    private SearchQuery newest(Optional<SearchCondition> narrowest, int count) {
        SearchQuery query = new SearchQuery(range);
        narrowest.ifPresent(query::walking);
        others(narrowest).forEach(query::checking);
        chain.ifPresent(query::checkingChain);
        return query.newest(count);
    }

    private Optional<SearchCondition> narrowest() throws SQLException {
        if (conditions.size() < 2) {
            return conditions.stream().findFirst();
        }
        SearchCondition narrowest = conditions.get(0);
        int least = MAX_COUNTED + 1;
        for (SearchCondition condition : conditions) {
            int counted = SearchQuery.count(connection, condition, MAX_COUNTED);
            if (counted < least) {
                narrowest = condition;
                least = counted;
            }
        }
        return Optional.of(narrowest);
    }

    private List<SearchCondition> others(Optional<SearchCondition> walked) {
        return conditions.stream()
                .filter(condition -> !walked.equals(Optional.of(condition)))
                .toList();
    }

    /**
     * The newest of each set of names that holds the name, and of those the newest: no database would find
     * that out by itself, and without it a name that is in most decisions means to sort them all.
     */
    private List<byte[]> findInSets(ContainsName named, int count) throws SQLException {
        List<Long> sets = setsWith(named);
        List<byte[]> newest = new ArrayList<>();
        for (int from = 0; from < sets.size(); from += MAX_PARTS) {
            List<SearchQuery> parts = new ArrayList<>();
            for (Long set : sets.subList(from, Math.min(sets.size(), from + MAX_PARTS))) {
                SearchQuery part = new SearchQuery(range);
                part.walking(named.column(), set);
                others(Optional.of(named)).forEach(part::checking);
                chain.ifPresent(part::checkingChain);
                parts.add(part.newest(count));
            }
            newest.addAll(SearchQuery.newestOf(parts, count).run(connection));
        }
        newest.sort(NEWEST_FIRST);
        return newest.subList(0, Math.min(count, newest.size()));
    }

    private List<Long> setsWith(ContainsName named) throws SQLException {
        Select sets = Select.of("SELECT name_set FROM name_set_member WHERE name_sha256 = ?", named.value());
        return sets.all(connection, found -> found.getLong(1));
    }
}

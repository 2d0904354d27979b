package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteOrderTest {

    private final RouteOrder order = new RouteOrder(List.of("zulu", "alpha"), List.of("mike", "bravo", "alpha"));

    @Test
    void measuredRoutesKeepTheirOrderAndTheOthersFollowByName() {
        assertThat(order.routes(List.of())).containsExactly("zulu", "alpha", "bravo", "mike");
    }

    @Test
    void routesThatOnlyRulesKnowComeLastByName() {
        assertThat(order.routes(List.of("yankee", "charlie", "mike")))
                .containsExactly("zulu", "alpha", "bravo", "mike", "charlie", "yankee");
    }

    @Test
    void theRankOfARouteIsItsPlace() {
        assertThat(order.rank("zulu")).isZero();
        assertThat(order.rank("alpha")).isEqualTo(1);
        assertThat(order.rank("bravo")).isEqualTo(2);
        assertThat(order.rank("mike")).isEqualTo(3);
    }

    @Test
    void noRouteAndAnUnknownRouteRankLast() {
        assertThat(order.rank(null)).isEqualTo(Integer.MAX_VALUE);
        assertThat(order.rank("charlie")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aRouteThatIsNamedTwiceHasOnePlace() {
        RouteOrder twice = new RouteOrder(List.of("find"), List.of("find", "find"));
        assertThat(twice.routes(List.of("find"))).containsExactly("find");
    }
}

package dev.shipgate.console.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void goesFromPlaceToPlace() {
        assertThat(Trace.line(places(new Place(1, 2), new Place(3.25, 4.16)))).isEqualTo("M1 2L3.2 4.2");
    }

    @Test
    void missingPlacesBreakTheLine() {
        assertThat(Trace.line(places(null, new Place(1, 2), null, new Place(3, 4), new Place(5, 6), null)))
                .isEqualTo("M1 2h0M3 4L5 6");
    }

    @Test
    void noPlaceIsNoPath() {
        assertThat(Trace.line(places(null, null))).isEmpty();
        assertThat(Trace.steps(places(null, null), 10)).isEmpty();
    }

    @Test
    void stepsGoThroughWholeColumnsAndChangeBetweenThem() {
        List<@Nullable Place> limits =
                places(new Place(5, 80), new Place(15, 80), new Place(25, 60), null, new Place(45, 60));
        assertThat(Trace.steps(limits, 10)).isEqualTo("M0 80H20V60H30M40 60H50");
    }

    @Test
    void keepsHighestAndLowestOfManyPlacesInAColumn() {
        List<Place> many = IntStream.range(0, 1000)
                .mapToObj(i -> new Place(7 + i / 1000.0, i == 400 ? 1 : i == 300 ? 99 : 50))
                .toList();
        assertThat(Trace.line(many)).isEqualTo("M7.3 99L7.4 1L8 50");
    }

    @Test
    void keepsOnePlaceOfManyThatAreAlike() {
        assertThat(Trace.line(List.of(new Place(7, 5), new Place(7.1, 5), new Place(7.2, 5), new Place(9, 5))))
                .isEqualTo("M7 5L9 5");
    }

    private static List<@Nullable Place> places(@Nullable Place... places) {
        return Arrays.asList(places);
    }
}

package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianFunctionTest {

    private final MedianFunction median = new MedianFunction();

    @Test
    void isTheMiddleOneOfAnOddNumberOfValuesInAnyOrder() {
        assertThat(median.getResult(values(9, 1, 4))).isEqualTo(4.0);
    }

    @Test
    void isTheMeanOfTheMiddleTwoOfAnEvenNumberOfValues() {
        assertThat(median.getResult(values(9, 1, 4, 2))).isEqualTo(3.0);
    }

    @Test
    void isTheValueItselfIfThereIsOne() {
        assertThat(median.getResult(values(0.25))).isEqualTo(0.25);
    }

    @Test
    void isNullOverNoValues() {
        assertThat(median.getResult(values())).isNull();
    }

    @Test
    void takesAnyKindOfNumber() {
        MedianFunction.Values values = median.createContext();
        median.accumulate(values, 3);
        median.accumulate(values, 1L);
        median.accumulate(values, 2.5);

        assertThat(median.getResult(values)).isEqualTo(2.5);
    }

    @Test
    void aValueThatIsTakenBackNoLongerCounts() {
        MedianFunction.Values values = values(1, 5, 5, 9);
        assertThat(median.supportsReverse()).isTrue();

        median.reverse(values, 5.0);
        median.reverse(values, 1.0);

        assertThat(median.getResult(values)).isEqualTo(7.0);
    }

    @Test
    void nullIsNoValue() {
        MedianFunction.Values values = values(1, 2, 9);
        median.accumulate(values, null);
        median.reverse(values, null);

        assertThat(median.getResult(values)).isEqualTo(2.0);
    }

    @Test
    void startsAgainFromNothing() {
        MedianFunction.Values values = values(1, 2, 3);
        median.init(values);

        assertThat(median.getResult(values)).isNull();
    }

    @Test
    void anOutlierDoesNotMoveIt() {
        assertThat(median.getResult(values(1, 1, 1, 1_000))).isEqualTo(1.0);
    }

    private MedianFunction.Values values(double... numbers) {
        MedianFunction.Values values = median.createContext();
        for (double number : numbers) {
            median.accumulate(values, number);
        }
        return values;
    }
}

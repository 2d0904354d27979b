package dev.shipgate.policy.confinement.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | 3",
                "a{3} | 3",
                "a{2,5}b | 6",
                "a{7,}b | 8",
                "(ab){10} | 30",
                "((a{10}){10}){10} | 1110",
                "a{10}{10} | 100",
                "\\(a{10} | 11",
                "[0-9a-f]{8}-[0-9a-f]{4} | 27",
                "a{x} | 4",
                "(a | 1"
            })
    void countsCopies(String regex, double size) {
        assertThat(RegexSize.of(regex)).isEqualTo(size);
    }
}

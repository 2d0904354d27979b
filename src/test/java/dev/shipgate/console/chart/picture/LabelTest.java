package dev.shipgate.console.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    @Test
    void keepsATextThatHasRoom() {
        assertThat(Label.shortened("2026.11.23", 64)).isEqualTo("2026.11.23");
    }

    @Test
    void endsALongTextWithAnEllipsis() {
        assertThat(Label.shortened("2026.11.23-1", 64)).isEqualTo("2026.11.2…");
        assertThat(Label.shortened("東京東京東京東京", 64)).isEqualTo("東京東京東…");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Label.shortened("😀😀😀", 20)).isEqualTo("😀…");
    }

    @Test
    void showsThatThereAreHiddenCharacters() {
        assertThat(Label.visible("a\u202Eb\u0007c\u200Bd\ne")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\ne");
    }

    @Test
    void keepsJoinersThatLanguagesNeed() {
        assertThat(Label.visible("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    }

    @ParameterizedTest
    @CsvSource({
        "750, 1000, 750",
        "0.25, 1, 0.25",
        "75000, 99000, 75000",
        "75000, 100000, 75k",
        "2500000, 1e7, 2.5M",
        "1e12, 1e12, 1T",
        "0, 1e12, 0",
    })
    void writesLargeNumbersOfAxesShort(double value, double top, String label) {
        assertThat(Label.ofAxis(value, top)).isEqualTo(label);
    }
}

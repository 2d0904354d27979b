package dev.shipgate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.text.HiddenCharacters.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenCharactersTest {

    @ParameterizedTest
    @CsvSource({
        "0, U+0000",
        "8, U+0008",
        "11, U+000B",
        "27, U+001B",
        "31, U+001F",
        "127, U+007F",
        "133, U+0085",
        "155, U+009B",
        "173, U+00AD",
        "8203, U+200B",
        "8232, U+2028",
        "8233, U+2029",
        "65279, U+FEFF",
        "917569, U+E0041",
        "8234, U+202A",
        "8238, U+202E",
        "8294, U+2066",
        "8297, U+2069"
    })
    void isFoundWithItsNameAndLine(int character, String name) {
        assertThat(HiddenCharacters.firstIn("a\r\nb" + Character.toString(character) + "\n" + (char) 27))
                .contains(new Found(name, 2));
    }

    @Test
    void whatPeopleWriteHasNone() {
        assertThat(HiddenCharacters.firstIn(
                        "Tab\t, line\r\n, page\f, é, \uD83D\uDC68\u200D\uD83D\uDC69, \u200Fعربي\u200E"))
                .isEmpty();
    }

    @Test
    void areReplacedAndSoAreHalvesOfCharacters() {
        assertThat(HiddenCharacters.replacedIn("a\u0000b\u202Ec\uD83Dd\uDC68 \uD83D\uDC68\n"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD \uD83D\uDC68\n");
    }
}

package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileTextTest {

    private static final String SOURCE = "one\ntwo two\n\nthree one\n";

    private final FileText text = new FileText(SOURCE);

    @Test
    void knowsTheLineOfEachPart() {
        assertThat(text.lineOf("one", 0, SOURCE.length())).hasValue(1);
        assertThat(text.lineOf("two", 0, SOURCE.length())).hasValue(2);
        assertThat(text.lineOf("wo two", 0, SOURCE.length())).hasValue(2);
        assertThat(text.lineOf("one", 1, SOURCE.length())).hasValue(4);
        assertThat(text.lineOf("one", 1, 12)).isEmpty();
        assertThat(text.lineOf("four", 0, SOURCE.length())).isEmpty();
        assertThat(text.lineAt(SOURCE.length())).isEqualTo(5);
        assertThat(new FileText("").lineAt(0)).isEqualTo(1);
        assertThat(text.place(SOURCE.indexOf("wo two"))).isEqualTo(new Place(2, 2));
    }

    @Test
    void endsWhereItEnds() {
        assertThat(text.between(4, 7)).isEqualTo("two");
        assertThat(text.between(SOURCE.length() - 4, SOURCE.length() + 9)).isEqualTo("one\n");
        assertThat(text.between(SOURCE.length() + 1, SOURCE.length() + 9)).isEmpty();
    }

    @Test
    void looksFromALineOn() {
        assertThat(text.lineFrom(1, "one")).isEqualTo(1);
        assertThat(text.lineFrom(2, "one")).isEqualTo(4);
        assertThat(text.lineFrom(3, "two")).isEqualTo(3);
        assertThat(text.lineFrom(9, "one")).isEqualTo(9);
        assertThat(text.lineFrom(0, "one")).isEqualTo(1);
        assertThat(text.lineFrom(-1, "none")).isEqualTo(1);
    }
}

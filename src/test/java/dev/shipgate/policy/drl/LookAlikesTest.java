package dev.shipgate.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

    private static List<String> diagnostics(String when) {
        String drl = "package test\nrule \"r\" when " + when + "\nthen end\n";
        return ParsedDrl.parse(TestRules.file("load-gate/x.drl", drl)).errors().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "String(this == “go”)|30|The character “ (U+201C, left double quotation mark) can stand in texts and comments only. Maybe \"?",
                "Integer(this > 1–2)|31|The character – (U+2013, en dash) can stand in texts and comments only. Maybe -?",
                "Integer(this ≥ 5)|28|The character ≥ (U+2265, greater-than or equal to) can stand in texts and comments only. Maybe >=?",
                "Integer(\u0440 > 1)|23|The character \u0440 (U+0440, cyrillic small letter er) can stand in texts and comments only.",
                "$\uff41 : Integer()|16|The character \uff41 (U+FF41, fullwidth latin small letter a) can stand in texts and comments only. Maybe a?",
                "$a\u0308 : Integer()|17|The character \u0308 (U+0308, combining diaeresis) can stand in texts and comments only.",
                "$a\u2060b : Integer()|17|Here is the character U+2060, which nobody sees. Leave it out.",
                "$𝒂 : Integer()|16|The character 𝒂 (U+1D482, mathematical bold italic small a) can stand in texts and comments only. Maybe a?"
            })
    void areNamedWithTheirPlaceAndWhatIsMeant(String when, int column, String message) {
        assertThat(diagnostics(when)).first().isEqualTo("load-gate/x.drl:2:" + column + ": " + message);
    }

    @Test
    void aBlankThatIsNoneIsNamed() {
        assertThat(diagnostics("Integer(this >\u00a05)"))
                .containsExactly(
                        "load-gate/x.drl:2:29: The character \u00a0 (U+00A0, no-break space) can stand in texts"
                                + " and comments only. Maybe a blank?");
    }

    @Test
    void textsCommentsAndLettersWithAccentsAreFine() {
        assertThat(diagnostics("/* Гр\u200dе“ */ $größe : String(this == \"Ж\u200d„予\") // ≥"))
                .isEmpty();
    }
}

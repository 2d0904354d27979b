package dev.shipgate.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.StepTable;
import dev.shipgate.ingest.tool.RequestRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {

    @ParameterizedTest
    @CsvSource({"420,420", "0.041,0.041", "-1.5,-1.5", "1.0E-4,0.0001", "' 7 ',7", "+3,3", ".5,0.5", "0.0,0"})
    void readsWhatProgramsWrite(String text, double number) {
        assertThat(NumberCell.number(text, 2)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"420,420", "-1,-1", "' 7 ',7", "50.0,50", "1760000000000,1760000000000"})
    void readsWholeNumbers(String text, long number) {
        assertThat(NumberCell.integer(text, 2)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.|Is the file cut off?",
                "420.|Is the file cut off?",
                "02|Maybe it is what stood behind a decimal comma? Write a point, as in 0.02.",
                "001|Maybe it is what stood behind a decimal comma? Write a point, as in 0.02.",
                "0,41|Maybe it has a decimal comma? Write a point, as in 0.25.",
                "1,240|Is its comma one of them, or a decimal comma?",
                "1.234.567|without thousands separators.",
                "1,234.5|without thousands separators, and with a decimal point.",
                "1.234,5|without thousands separators, and with a decimal point.",
                "1 240|without thousands separators.",
                "'1''240'|without thousands separators.",
                "1,5 %|Maybe it is a percentage? Write 0.01 for 1 %.",
                "420 ms|in the unit of its column. Leave the unit out.",
                "0.42s|in the unit of its column. Leave the unit out.",
                "$0.04|in the unit of its column. Leave the unit out.",
                "TRUE|but is a truth value. Maybe the columns were shifted?",
                "#DIV/0!|Leave the cell empty.",
                "n/a|Leave the cell empty where nothing was measured.",
                "24.01.2026|Maybe a spreadsheet made one of a number?",
                "01. Jan|Maybe a spreadsheet made one of a number?",
                "=1/3|Leave the mark before it out.",
                "0x1p3|must be a number.",
                "12d|Leave the unit out."
            })
    void saysWhatAPersonOrASpreadsheetMayHaveMeant(String text, String hint) {
        assertThatThrownBy(() -> NumberCell.number(text, 7))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("Line 7: \"" + text + "\" ")
                .hasMessageEndingWith(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.240|Is its point a thousands separator? Leave it out.",
                "1.76E+12|A spreadsheet has shortened it: give the file as it was before.",
                "5.5|must be a whole number.",
                "07|Maybe it is what stood behind a decimal comma? Write a point, as in 0.02.",
                "07.0|Maybe it is what stood behind a decimal comma? Write a point, as in 0.02.",
                "7.|Is the file cut off?",
                "99999999999999999999|must be a whole number."
            })
    void refusesWhatIsNoWholeNumber(String text, String hint) {
        assertThatThrownBy(() -> NumberCell.integer(text, 2)).hasMessageEndingWith(hint);
    }

    private static RequestRows steps(String... rows) throws IOException {
        String table = "concurrency,p95_ms,error_rate\n" + String.join("\n", rows);
        return new StepTable().read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAThousandsSeparatorThatReadsAsADecimalPoint() {
        assertThatThrownBy(() -> steps("50,420,0.001", "100,1.240,0.002", "150,1.910,0.004"))
                .hasMessage(
                        "Line 3: p95_ms is 1.240, and in line 2 it is 420. Is that 1240 with a thousands separator, or a "
                                + "decimal fraction? Write 1240, or 1.2400.");
    }

    @Test
    void warnsWhereAllNumbersMayHaveThousandsSeparators() throws IOException {
        assertThat(steps("50,1.240,0", "100,2.500,0").notes())
                .containsExactly(
                        "p95_ms has three decimals in each row, such as 1.240, and is read so. If its points are "
                                + "thousands separators, leave them out: 1240.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.420", "420.5", "1.2400", "0"})
    void decimalsOfOtherRowsSayThatAPointIsOne(String p95) throws IOException {
        assertThat(steps("50," + p95 + ",0", "100,1.241,0").notes()).as(p95).hasSize(p95.equals("0") ? 1 : 0);
    }

    @Test
    void readsATableWithoutALastLineEnd() throws IOException {
        assertThat(steps("50,420,0.001", "100,600,0.002").rows()).hasSize(2);
    }

    @Test
    void refusesATableWhoseLastCellIsCutOff() {
        assertThatThrownBy(() -> steps("50,420,0.001", "100,600,"))
                .hasMessage("The last line has no end. Is the file cut off, or was it still being written?");
    }

    @Test
    void refusesANumberThatIsCutOffBehindItsPoint() {
        assertThatThrownBy(() -> steps("50,420,0.001", "100,600,0."))
                .hasMessage(
                        "Line 3: \"0.\" must be a number with digits after its point, or without a point. Is the file "
                                + "cut off?");
    }

    @Test
    void saysThatColumnsAreSeparatedAsASpreadsheetDoes() {
        String table = "\uFEFFconcurrency;p95_ms;error_rate\n50;420,5;0,001\n";
        assertThatThrownBy(() -> new StepTable().read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))))
                .hasMessageStartingWith(
                        "The columns are separated by semicolons, as a spreadsheet does where decimals have a "
                                + "comma.");
    }
}

package dev.shipgate.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static List<String> firstCells(String table, Charset encoding) throws IOException {
        List<String> cells = new ArrayList<>();
        try (CsvRows rows = CsvRows.of(new ByteArrayInputStream(table.getBytes(encoding)), ',')) {
            rows.forEachRemaining(row -> cells.add(row.text(0)));
        }
        return cells;
    }

    private static List<String> firstCells(String table) throws IOException {
        return firstCells(table, StandardCharsets.UTF_8);
    }

    @Test
    void rowsOfNothingThatASpreadsheetWritesArePassedOver() throws IOException {
        assertThat(firstCells(",,\nroute,p95_ms,error_rate\na,1,0\n,,\n , ,\nb,2,0\n,,\n"))
                .containsExactly("a", "b");
        assertThat(firstCells("route,p95_ms\n,1\n")).containsExactly("");
    }

    @Test
    void twoFilesThatWerePutTogetherAreRefused() {
        assertThatThrownBy(() -> firstCells("route,p95_ms\na,1\nroute,p95_ms\nb,2\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 3: The names of the columns are there again. Were two files put together? Give each as a "
                                + "file of its own.");
    }

    /** The letters of both would be the same one, and their routes too. */
    @Test
    void lettersOfAnotherEncodingAreRefused() throws IOException {
        assertThatThrownBy(
                        () -> firstCells("route,p95_ms\nZ\u00fcrich,1\nZ\u00f6rich,2\n", StandardCharsets.ISO_8859_1))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The file is not text in UTF-8. Maybe it is in Windows-1252 or Latin-1, as spreadsheets on "
                        + "Windows write it? Save it in UTF-8. Or is the file cut off?");
        // The first byte of \u00fc alone, as where a download broke off.
        assertThatThrownBy(() -> firstCells("route,p95_ms\na,1\nZ\u00c3", StandardCharsets.ISO_8859_1))
                .hasMessageEndingWith("Or is the file cut off?");
        assertThat(firstCells("route,p95_ms\nZ\u00fcrich,1\n\ufffd,2\n")).containsExactly("Z\u00fcrich", "\ufffd");
    }
}

package dev.shipgate.audit.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.record.RecordPlace;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.TooManyRequestsException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RecordedFiringsTest {

    private static final String FIRING = "{\"rule\":\"ä\",\"facts\":{\"route\":\"b\"}}";

    private static final long ROOM_FOR_ONE = FIRING.getBytes(UTF_8).length;

    private static StoredRecord record(String firings) {
        return record("{\"routes\":{}}", firings);
    }

    private static StoredRecord record(String request, String firings) {
        String content = "{\"form\":2,\"verdict\":\"pass\",\"request\":" + request
                + ",\"response\":{\"verdict\":\"pass\"},\"firings\":[" + firings;
        return new StoredRecord(
                null,
                new RecordPlace("chain", 1, null, new byte[0]),
                new byte[0],
                Zstandard.compress(content.getBytes(UTF_8)),
                null);
    }

    @Test
    void eachIsReadByteForByte() throws IOException {
        IncludedFirings read = RecordedFirings.read(record(FIRING + "," + FIRING.replace("b", "c") + "]"), 1_000);

        assertThat(new String(new ObjectMapper().writeValueAsBytes(read.first()), UTF_8))
                .isEqualTo("[" + FIRING + "," + FIRING.replace("b", "c") + "]");
        assertThat(read.cut()).isFalse();
    }

    @Test
    void noMoreAreReadThanHaveRoom() {
        StoredRecord record = record(FIRING + "," + FIRING + "," + FIRING + ",broken");

        IncludedFirings read = RecordedFirings.read(record, ROOM_FOR_ONE);
        assertThat(read.first()).hasSize(2);
        assertThat(read.cut()).isTrue();
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> RecordedFirings.read(record, 3 * ROOM_FOR_ONE))
                .withMessageStartingWith("The content of the record at position 1 of the chain chain cannot be read.");
    }

    @Test
    void onlyAFewLargeRecordsAreReadAtATime() {
        StoredRecord large = record("\"" + " ".repeat(1 << 20) + "\"", FIRING + "]");
        assertThat(large.isLarge()).isTrue();

        assertThatExceptionOfType(TooManyRequestsException.class)
                .isThrownBy(() -> answered(large, 0).firings().apply(1_000));
        assertThat(answered(large, 1).firings().apply(1_000).first()).hasSize(1);
        assertThat(answered(record(FIRING + "]"), 0).firings().apply(1_000).first())
                .hasSize(1);
    }

    private static Answered answered(StoredRecord record, int atATime) {
        return RecordedDecision.read(record).answered(new Bulkhead(atATime, "Reads of large records"));
    }
}

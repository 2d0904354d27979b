package dev.shipgate.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As many requests at a time as there is memory for. */
class MemoryAdmissionTest {

    private final MemoryAdmission admission = new MemoryAdmission(100);

    @Test
    void letsInWhatFitsAndRefusesTheNext() {
        MemoryAdmission.Admitted most = admission.admit(60);
        MemoryAdmission.Admitted rest = admission.admit(40);
        assertThatThrownBy(() -> admission.admit(1)).isInstanceOf(TooManyRequestsException.class);

        most.release();
        rest.release();
        assertThatCode(() -> admission.admit(100)).doesNotThrowAnyException();
    }

    @Test
    void whoWasRefusedTakesNothing() {
        MemoryAdmission.Admitted most = admission.admit(60);
        assertThatThrownBy(() -> admission.admit(60)).isInstanceOf(TooManyRequestsException.class);

        assertThatCode(() -> admission.admit(40)).doesNotThrowAnyException();
        most.release();
        most.release();
        assertThatCode(() -> admission.admit(60)).doesNotThrowAnyException();
        assertThatThrownBy(() -> admission.admit(1)).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void whatNeedsMoreThanThereIsWillNeverBeAnswered() {
        assertThatThrownBy(() -> admission.admit(101))
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessageContaining("more memory than the service has");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"routes\":{\"a\":null,\"b\":{}}}                 | 4",
                "{\"points\":[{\"minute\":0},{\"minute\":1}]}        | 4",
                "{\"service\":\"{[n null \\\" {\"}                     | 1",
                "{\"service\":\"\\\\\",\"routes\":null}              | 2",
            })
    void aRowIsAnObjectAnArrayOrANullOutsideOfTexts(String body, int rows) {
        assertThat(MemoryNeed.rows(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time,latency 1,2                                  | 96",
                "{\"result\":[{},{},{}]}                            | 596",
                "{\"files\":\"no value of many characters at all\"} | 184",
            })
    void whatIsReadNeedsAsMuchAsItsValuesOrItsBytes(String body, int bytes) {
        assertThat(MemoryNeed.ofReading(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(bytes);
    }

    @Test
    void workIsRefusedOrDoneAndGivesItsMemoryBack() {
        assertThat(admission.<Integer, RuntimeException>run(100, () -> 1)).isEqualTo(1);
        assertThatThrownBy(() -> admission.run(60, () -> admission.run(60, () -> 1)))
                .isInstanceOf(TooManyRequestsException.class);
        assertThat(admission.<Integer, RuntimeException>run(100, () -> 1)).isEqualTo(1);
    }

    @Test
    void fiveThousandNullRoutesNeedFarMoreThanTheirBytes() {
        byte[] body = ("{\"routes\":{" + "\"r\":null,".repeat(5_000) + "}}").getBytes(StandardCharsets.UTF_8);

        assertThat(MemoryNeed.ofEvaluation(body)).isEqualTo(5_002L * 8_192);
    }
}

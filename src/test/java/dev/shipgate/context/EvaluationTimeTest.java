package dev.shipgate.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTimeTest {

    private static final Instant LATE_ON_MONDAY = Instant.parse("2026-11-30T23:30:00Z");

    @Test
    void theDateTheDayAndTheHourAreThoseOfTheTimeZone() {
        assertThat(EvaluationContext.at(LATE_ON_MONDAY, ZoneId.of("Europe/Berlin"))
                        .time())
                .isEqualTo(new EvaluationTime(LATE_ON_MONDAY, LocalDate.of(2026, 12, 1), DayOfWeek.TUESDAY, 0));
        assertThat(EvaluationContext.at(LATE_ON_MONDAY, ZoneId.of("UTC")).time())
                .isEqualTo(new EvaluationTime(LATE_ON_MONDAY, LocalDate.of(2026, 11, 30), DayOfWeek.MONDAY, 23));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'instant':'soon','date':'2026-12-01','day_of_week':'tuesday','hour':0}",
                "{'instant':'2026-11-30T23:30:00Z','date':'2026-13-01','day_of_week':'tuesday','hour':0}",
                "{'instant':'2026-11-30T23:30:00Z','date':'2026-12-01','day_of_week':'someday','hour':0}",
                "{'instant':'2026-11-30T23:30:00Z','date':'2026-12-01','day_of_week':'tuesday','hour':24}",
                "{'instant':'2026-11-30T23:30:00Z','date':'2026-12-01','day_of_week':'tuesday'}"
            })
    void whatIsNoTimeIsRefused(String time) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree("{\"time\":" + time.replace('\'', '"') + "}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvaluationContext.read(recorded))
                .withMessage("No time of an evaluation was recorded as " + recorded.path("time"));
    }

    @Test
    void isReadAsItWasRecordedWhateverTheTimeZoneOfNow() throws IOException {
        String recorded = """
                {"time":{"instant":"2026-11-30T23:30:00Z","date":"2026-12-01","day_of_week":"tuesday","hour":0}}""";
        assertThat(EvaluationContext.read(new ObjectMapper().readTree(recorded)))
                .isEqualTo(EvaluationContext.at(LATE_ON_MONDAY, ZoneId.of("Europe/Berlin")));
    }
}

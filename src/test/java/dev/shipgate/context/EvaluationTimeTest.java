package dev.shipgate.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EvaluationTimeTest {

    private static final Instant LATE_ON_MONDAY = Instant.parse("2026-11-30T23:30:00Z");

    @Test
    void theDateTheDayAndTheHourAreThoseOfTheTimeZone() {
        assertThat(new ServiceContext(ZoneId.of("Europe/Berlin"))
                        .at(LATE_ON_MONDAY)
                        .time())
                .isEqualTo(new EvaluationTime(LATE_ON_MONDAY, LocalDate.of(2026, 12, 1), DayOfWeek.TUESDAY, 0));
        assertThat(new ServiceContext(ZoneId.of("UTC")).at(LATE_ON_MONDAY).time())
                .isEqualTo(new EvaluationTime(LATE_ON_MONDAY, LocalDate.of(2026, 11, 30), DayOfWeek.MONDAY, 23));
    }

    @Test
    void isReadAsItWasRecordedWhateverTheTimeZoneOfNow() throws IOException {
        String recorded = """
                {"time":{"instant":"2026-11-30T23:30:00Z","date":"2026-12-01","day_of_week":"tuesday","hour":0}}""";
        assertThat(EvaluationContext.read(new ObjectMapper().readTree(recorded)))
                .isEqualTo(new ServiceContext(ZoneId.of("Europe/Berlin")).at(LATE_ON_MONDAY));
    }
}

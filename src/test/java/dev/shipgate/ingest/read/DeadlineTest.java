package dev.shipgate.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.json.InvalidBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Deadline OVER = Deadline.in(Duration.ZERO);

    private static Mapping mapping(String yaml) {
        return Mapping.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsReadUntilTheTimeIsOver() throws IOException {
        ResultFile file = ResultFile.of(null, "a.csv", new byte[] {1, 2});
        try (InputStream in = Deadline.in(Duration.ofDays(1)).of(file).open()) {
            assertThat(in.readAllBytes()).containsExactly(1, 2);
        }
        try (InputStream in = OVER.of(file).open()) {
            assertThatThrownBy(in::read).isInstanceOf(ImportTooLongException.class);
            assertThatThrownBy(() -> in.read(new byte[2])).isInstanceOf(ImportTooLongException.class);
        }
    }

    @Test
    void namesAreLookedUpUntilTheTimeIsOver() {
        assertThatThrownBy(
                        () -> mapping("routes: {a: [{pattern: b}]}").until(OVER).routeOf("b"))
                .isInstanceOf(ImportTooLongException.class)
                .hasMessageStartingWith("The import has taken more than 0 s and was given up.");
    }

    @Test
    void aNameThatIsTooLongToBeLookedUpIsRefused() {
        String name = "x".repeat(4_001);
        assertThat(Mapping.none().routeOf(name)).contains(name);
        assertThatThrownBy(() -> mapping("leave_out: [{pattern: b}]").routeOf(name))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageEndingWith("has 4001 characters. With a mapping it must have at most 4000.");
    }

    @Test
    void patternsAreCompiledOnlyUntilThereAreTooMany() {
        String pattern = "{pattern: \"[a-z]{200}[0-9]\"}";
        String all = "routes: {a: [" + (pattern + ",").repeat(1_000) + pattern + "]}";
        assertThatThrownBy(() -> mapping(all))
                .isInstanceOf(InvalidBodyException.class)
                .hasMessageContaining("has too many or too long patterns");
    }
}

package dev.shipgate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.Quality;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The blocks that the page of imports shows beside its commands, which another test runs. */
class ImportsPageTest {

    private static Block only(String section, String language) {
        List<Block> blocks = page().section(section).blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    private static Markdown page() {
        return Markdown.read("docs/imports.md");
    }

    @Test
    void theMappingSaysWhichNamesAreWhichRoute() {
        Mapping mapping = Mapping.read(only("Mappings", "yaml").text().getBytes(UTF_8));
        assertThat(mapping.routeOf("POST /v1/answers/4711")).contains("answer_question");
        assertThat(mapping.routeOf("setup: log in")).isEmpty();
        assertThat(mapping.metrics()).containsOnlyKeys("cost_per_success", "task_success_delta");
    }

    @Test
    void bothFormsOfQualitySayTheSame() {
        Quality expected = new Quality(
                Map.of("answer_question", Map.of("cost_per_success", 0.012, "task_success_delta", 0.01)), List.of());
        assertThat(Quality.read(only("What is sent", "json").text().getBytes(UTF_8)))
                .isEqualTo(expected);
        assertThat(Quality.read((only("What is sent", "csv").text() + "\n").getBytes(UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void everyFormatIsThere() {
        List<String> formats = page().section("What is read").rows().stream()
                .map(row -> row.get(0).replace("`", ""))
                .filter(name -> !name.equals("format"))
                .toList();
        assertThat(formats).containsExactlyElementsOf(ResultFormats.all().names());
    }
}

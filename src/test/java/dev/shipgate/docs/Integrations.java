package dev.shipgate.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** The recipes of the page of integrations. */
final class Integrations {

    private static final String PAGE = "docs/integrations.md";

    /** Stands on the page for the address of the service. */
    static final String ADDRESS = "https://shipgate.example.com";

    private Integrations() {}

    static Markdown page() {
        return Markdown.read(PAGE);
    }

    /** The one block of YAML under a heading. */
    static JsonNode yaml(String heading) {
        List<Markdown.Block> blocks = page().section(heading).blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .toList();
        if (blocks.size() != 1) {
            throw new AssertionError("There is not one block of YAML under " + heading + ", but " + blocks.size());
        }
        try {
            return new YAMLMapper().readTree(blocks.get(0).text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.shipgate.ingest.mapping;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.re2j.Pattern;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import dev.shipgate.json.StrictYaml;
import dev.shipgate.json.YamlError;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.MappingCheck;
import dev.shipgate.policy.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses an edit of a mapping that no import could read, with the line of each problem. */
public final class MappingFileCheck implements MappingCheck {

    private static final String CODE = "mapping";

    /** As callers ask for it. */
    private static final Pattern PATH = Pattern.compile("imports/[a-z0-9][a-z0-9-]{0,63}\\.yaml");

    private record Location(int line, int column) {

        private static final Location START = new Location(1, 1);

        static Location of(JsonLocation location) {
            return new Location(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        }
    }

    @Override
    public List<Diagnostic> diagnostics(RuleFile mapping) {
        if (!PATH.matches(mapping.path())) {
            return List.of(error(
                    mapping,
                    Location.START,
                    "No import can ask for a mapping of this name. It must be of a-z, 0-9 and -, as imports/k6.yaml."));
        }
        byte[] text = mapping.text().getBytes(StandardCharsets.UTF_8);
        try {
            new MappingText(mapping.path(), text).read();
            return List.of();
        } catch (InvalidBodyException e) {
            return e.problems().stream()
                    .map(problem -> error(mapping, placeOf(problem, text), problem.toString()))
                    .toList();
        }
    }

    private static Diagnostic error(RuleFile mapping, Location place, String message) {
        return Diagnostic.error(mapping.path(), place.line, place.column, null, CODE, message);
    }

    /** Of the value that a problem is about, or of the innermost one around it that is there. */
    private static Location placeOf(Problem problem, byte[] yaml) {
        Location found = Location.START;
        int depth = 0;
        try (JsonParser parser = StrictYaml.mapper().createParser(yaml)) {
            while (parser.nextToken() != null) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                if (pointer.length() > depth && (problem.pointer() + "/").startsWith(pointer + "/")) {
                    depth = pointer.length();
                    found = Location.of(parser.currentTokenLocation());
                }
            }
            return found;
        } catch (JsonProcessingException e) {
            YamlError error = YamlError.of(e, new String(yaml, StandardCharsets.UTF_8));
            return new Location(error.line(), error.column());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

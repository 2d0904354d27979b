package dev.shipgate.decision;

import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.RulesetLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped rules, and beside them rules that read labels: one service for each way. */
final class LabelRules {

    private static final Path RULES = Path.of("src/test/resources/dev/shipgate/decision/labels");

    private LabelRules() {}

    /** Compiles them; to be closed. */
    static RulesetLease lease() {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(RULES)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(RULES.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestRules.leaseOfShippedWith(files);
    }
}

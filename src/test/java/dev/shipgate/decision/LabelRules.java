package dev.shipgate.decision;

import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.RulesetLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The shipped rules, and beside them rules that read labels: one service for each way. As a static extension of a test
 * it compiles them before all tests, and lets go of them afterwards.
 */
final class LabelRules implements BeforeAllCallback, AfterAllCallback {

    private static final Path RULES = Path.of("src/test/resources/dev/shipgate/decision/labels");

    private @Nullable RulesetLease lease;

    RulesetLease lease() {
        return Objects.requireNonNull(lease);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(RULES)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(RULES.relativize(path).toString(), Files.readString(path));
            }
        }
        lease = TestRules.leaseOfShippedWith(files);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        lease().close();
    }
}

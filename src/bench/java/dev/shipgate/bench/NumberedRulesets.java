package dev.shipgate.bench;

import dev.shipgate.file.FileTree;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The shipped rules with a number written into three files of two folders, as the limit of budgets. The
 * folder is laid out as Kubernetes mounts a ConfigMap, so that all files change at once.
 */
final class NumberedRulesets implements AutoCloseable {

    private final Path root;
    private final Map<String, String> shipped = new TreeMap<>();

    NumberedRulesets(Path rules) throws IOException {
        this.root = Files.createTempDirectory("shipgate-bench-rules");
        try (Stream<Path> all = Files.walk(rules)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                shipped.put(rules.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    Path root() {
        return root;
    }

    /** Writes the files of this number, and returns the version that they have once they are shown. */
    String write(int number) throws IOException {
        Map<String, String> files = new TreeMap<>(shipped);
        files.put("load-gate/first.drl", loadGate("first", number));
        files.put("load-gate/second.drl", loadGate("second", number));
        files.put("capacity/numbered.drl", capacity(number));
        List<RuleFile> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = data(number).resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            written.add(RuleFile.of(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        return RulesetFiles.of(written).version();
    }

    /** Makes the files of this number those that the service sees. */
    void show(int number) throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("..next"), data(number).getFileName());
        Files.move(link, root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (String file : shipped.keySet()) {
            Path folder = root.resolve(file).getParent();
            if (!Files.exists(folder)) {
                Files.createSymbolicLink(folder, Path.of("..data").resolve(folder.getFileName()));
            }
        }
    }

    void delete(int number) throws IOException {
        FileTree.delete(data(number));
    }

    private Path data(int number) {
        return root.resolve("..version-" + number);
    }

    private static String loadGate(String route, int number) {
        return """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Budget
                rule "the budget of the %1$s route"
                when
                    Release(service == "numbered")
                then
                    insert(new Budget("%1$s").p95Ms(%2$d).errorRate(0.5).costPerSuccess(1));
                end
                """
                .formatted(route, number);
    }

    private static String capacity(int number) {
        return """
                package shipgate.capacity
                import dev.shipgate.capacity.CapacityBudget
                import dev.shipgate.decision.Release
                rule "the budget of the steps"
                when
                    Release(service == "numbered")
                then
                    insert(new CapacityBudget().p95Ms(%d).errorRate(0.5));
                end
                """
                .formatted(number);
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(root);
    }
}

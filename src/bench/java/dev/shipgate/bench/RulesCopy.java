package dev.shipgate.bench;

import dev.shipgate.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the rules that may be edited. */
final class RulesCopy implements AutoCloseable {

    private final Path root;

    private RulesCopy(Path root) {
        this.root = root;
    }

    static RulesCopy of(Path rules) throws IOException {
        RulesCopy copy = new RulesCopy(Files.createTempDirectory("shipgate-bench-rules"));
        for (Path file : files(rules)) {
            Path target = copy.root.resolve(rules.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    Path root() {
        return root;
    }

    /** Saves a file as editors do: beside its place, then under its name. */
    void save(String path, String text) throws IOException {
        Path target = root.resolve(path);
        Path beside = target.resolveSibling("." + target.getFileName());
        Files.writeString(beside, text);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete(String path) throws IOException {
        Files.delete(root.resolve(path));
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(root);
    }
}

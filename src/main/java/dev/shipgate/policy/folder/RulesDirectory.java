package dev.shipgate.policy.folder;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * A folder of rules on disk.
 *
 * <p>Links are followed and names that start with a dot are passed over: that is how Kubernetes mounts a
 * ConfigMap (visible names link into a hidden folder that is swapped), and how editors keep their
 * temporary files out of sight.
 */
public record RulesDirectory(Path root) {

    private static final long MAX_FILE_BYTES = 4L * 1024 * 1024;

    /**
     * Reads every file of rules, of test cases and of mappings below the folder, and every one whose name was meant
     * to be such, for which the ruleset is then refused.
     */
    public RulesetFiles read() throws IOException {
        List<RuleFile> files = new ArrayList<>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(root) && isHidden(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (!isHidden(file) && RuleFileNames.isLookedAt(pathBelowRoot(file))) {
                            requireReadable(file, attributes);
                            files.add(RuleFile.of(pathBelowRoot(file), Files.readAllBytes(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return RulesetFiles.of(files);
    }

    private static void requireReadable(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            // Such as a link to nothing: its rules must not go away in silence.
            throw new NoSuchFileException(file.toString());
        }
        if (attributes.size() > MAX_FILE_BYTES) {
            throw new IOException(file + " is larger than " + MAX_FILE_BYTES + " bytes.");
        }
    }

    private String pathBelowRoot(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}

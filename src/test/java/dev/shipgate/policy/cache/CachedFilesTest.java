package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFilesTest {

    @TempDir
    Path parent;

    private CachedFiles keeping(int most) {
        return new CachedFiles(parent.resolve("below/compiled"), ".text", most);
    }

    private static Optional<String> read(CachedFiles files, String name) throws IOException {
        return files.read(name).map(content -> new String(content, UTF_8));
    }

    private static void age(Path file, int minutes) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutes))));
    }

    @Test
    void whatWasWrittenLastIsRead() throws IOException {
        CachedFiles files = keeping(2);
        assertThat(read(files, "a")).isEmpty();
        files.write("a", "one".getBytes(UTF_8));
        files.write("a", "two".getBytes(UTF_8));
        assertThat(read(files, "a")).contains("two");
        files.remove("a");
        files.remove("a");
        assertThat(read(files, "a")).isEmpty();
    }

    @Test
    void thoseNotUsedForTheLongestTimeGo() throws IOException {
        CachedFiles files = keeping(2);
        files.write("oldest", new byte[0]);
        files.write("used", new byte[0]);
        age(files.file("oldest"), 10);
        age(files.file("used"), 20);
        assertThat(read(files, "used")).contains("");
        files.write("new", new byte[0]);

        assertThat(read(files, "oldest")).isEmpty();
        assertThat(read(files, "used")).contains("");
        assertThat(read(files, "new")).contains("");
    }

    @Test
    void whatOthersKeepThereStaysAndWhatNobodyFinishedGoes() throws IOException {
        CachedFiles files = keeping(1);
        files.write("a", new byte[0]);
        Path folder = parent.resolve("below/compiled");
        Path abandoned = Files.createFile(folder.resolve("text1.unfinished"));
        Path beingWritten = Files.createFile(folder.resolve("text2.unfinished"));
        Path foreign = Files.createFile(folder.resolve("notes.md"));
        age(abandoned, 61);
        age(foreign, 1_000);
        files.write("b", new byte[0]);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(files.file("b"), beingWritten, foreign);
        }
    }

    @Test
    void foldersAndFilesAreForTheirOwnerAlone() throws IOException {
        CachedFiles files = keeping(1);
        files.write("a", new byte[0]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.file("a"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(files.file("a").getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void manyWhoWriteReadAndRemoveNeverSeeHalfAFile() throws Exception {
        String content = "x".repeat(100_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                // Each as a process of its own would be.
                CachedFiles files = keeping(2);
                all.add(threads.submit(() -> {
                    int found = 0;
                    for (int round = 0; round < 200; round++) {
                        String name = "name" + round % 3;
                        files.write(name, content.getBytes(UTF_8));
                        Optional<String> seen = read(files, name);
                        if (seen.isPresent()) {
                            assertThat(seen).contains(content);
                            found++;
                        }
                    }
                    return found;
                }));
            }
            for (Future<Integer> each : all) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

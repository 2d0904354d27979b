package dev.shipgate.file;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.shipgate.testing.ForcedToDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced whole, by one that is as much its owner's as the old one was. */
class DurableFileTest {

    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file(String permissions) throws IOException {
        Path file = Files.write(folder.resolve("file"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void replacesAFileAndLeavesNothingBesideIt() throws IOException {
        Path file = file("rw-r-----");
        DurableFile.replace(file, NEW);
        assertThat(file).hasBinaryContent(NEW);
        assertThat(permissions(file)).isEqualTo("rw-r-----");
        DurableFile.replaceOwned(file, OLD);
        assertThat(file).hasBinaryContent(OLD);
        assertThat(permissions(file)).isEqualTo("rw-r-----");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void makesAFileForItsOwnerAlone() throws IOException {
        DurableFile.replaceOwned(folder.resolve("new"), NEW);
        assertThat(permissions(folder.resolve("new"))).isEqualTo("rw-------");
    }

    @Test
    void leavesALinkALink() throws IOException {
        Path file = file("rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        DurableFile.replace(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(NEW);
    }

    @Test
    void writesWhatIsNoFileAsItIs() throws IOException {
        DurableFile.replace(Path.of("/dev/null"), NEW);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void leavesTheOldFileWhereTheNewOneBreaksOff() throws IOException {
        Path file = file("rw-r--r--");
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(NEW), closed);

        assertThatThrownBy(() -> DurableFile.replace(file, cut)).isInstanceOf(IOException.class);

        assertThat(file).hasBinaryContent(OLD);
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void forcesTheFileBeforeItHasItsNameAndTheFolderAfterwards() throws Exception {
        Path file = file("rw-r--r--");
        for (ForcedToDisk.Work replacing : List.<ForcedToDisk.Work>of(
                () -> DurableFile.replace(file, NEW),
                () -> DurableFile.replaceOwned(file, NEW),
                () -> DurableFile.replaceOwned(folder.resolve("new"), NEW))) {
            List<String> forced = ForcedToDisk.during(folder, replacing);
            assertThat(forced).hasSize(2);
            assertThat(forced.get(0)).endsWith(".unfinished");
            assertThat(forced.get(1)).isEqualTo(".");
        }
    }

    @Test
    void leavesWhatCannotBeReplaced() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.write(taken.resolve("inside"), OLD);

        List<String> forced = ForcedToDisk.during(
                folder,
                () -> assertThatThrownBy(() -> DurableFile.replaceOwned(taken, NEW))
                        .isInstanceOf(IOException.class));

        assertThat(taken.resolve("inside")).hasBinaryContent(OLD);
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
        // The folder only once the name is in it.
        assertThat(forced).singleElement(as(STRING)).endsWith(".unfinished");
    }

    @Test
    void forcesAFileThatItMakes() throws Exception {
        assertThat(ForcedToDisk.during(folder, () -> DurableFile.create(folder.resolve("new"), NEW)))
                .containsExactly("new");
        assertThat(folder.resolve("new")).hasBinaryContent(NEW);
        assertThatThrownBy(() -> DurableFile.create(folder.resolve("new"), OLD))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void tellsWhatOthersMayDo() throws IOException {
        assertThat(OwnerAlone.wider(file("rw-------"))).isEmpty();
        assertThat(OwnerAlone.wider(file("rw----r--"))).contains("rw----r--");
        assertThat(OwnerAlone.isWrittenByOthers(file("rw-r--r--"))).isFalse();
        assertThat(OwnerAlone.isWrittenByOthers(file("rw-rw----"))).isTrue();
        assertThat(OwnerAlone.isWrittenByOthers(file("rw-----w-"))).isTrue();
        assertThat(OwnerAlone.isReplacedByEverybody(folder)).isFalse();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(OwnerAlone.isReplacedByEverybody(folder)).isTrue();
        Files.setAttribute(folder, "unix:mode", 01777);
        assertThat(OwnerAlone.isReplacedByEverybody(folder)).isFalse();
    }
}

package dev.shipgate.policy.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.hash.Sha256;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesDirectoryTest {

    @TempDir
    Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RulesetFiles read() throws IOException {
        return new RulesDirectory(folder).read();
    }

    @Test
    void aLinkToNothingIsNotPassedOver() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.drl"), folder.resolve("gone.drl"));

        assertThatThrownBy(this::read).isInstanceOf(NoSuchFileException.class).hasMessage(link.toString());
    }

    @Test
    void readsRulesAndTestCasesOfAllFoldersSortedByPath() throws IOException {
        write("load-gate/teams/voice/b.drl", "b");
        write("load-gate/a.drl", "a");
        write("capacity/a.test.yaml", "t");
        write("README.md", "not a rule");
        write("load-gate/a.drl~", "a backup of an editor");
        assertThat(read().files())
                .extracting(RuleFile::path)
                .containsExactly("capacity/a.test.yaml", "load-gate/a.drl", "load-gate/teams/voice/b.drl");
    }

    @Test
    void passesOverHiddenFilesAndFolders() throws IOException {
        write("load-gate/.a.drl.swp.drl", "a");
        write(".git/a.drl", "a");
        write("load-gate/a.drl", "a");
        assertThat(read().files()).extracting(RuleFile::path).containsExactly("load-gate/a.drl");
    }

    @Test
    void followsTheLinksOfAConfigMap() throws IOException {
        write("..2026_11_23/load-gate/a.drl", "first");
        write("..2026_11_24/load-gate/a.drl", "second");
        Path data = folder.resolve("..data");
        Files.createSymbolicLink(data, Path.of("..2026_11_23"));
        Files.createSymbolicLink(folder.resolve("load-gate"), Path.of("..data/load-gate"));
        assertThat(read().files()).extracting(RuleFile::text).containsExactly("first");

        Path swapped = folder.resolve("..data_tmp");
        Files.createSymbolicLink(swapped, Path.of("..2026_11_24"));
        Files.move(swapped, data, StandardCopyOption.REPLACE_EXISTING);
        assertThat(read().files()).extracting(RuleFile::text).containsExactly("second");
    }

    @Test
    void theVersionIsTheHashOfWhatSha256sumPrints() throws IOException {
        write("load-gate/a.drl", "a\n");
        write("capacity/b.drl", "b\n");
        // printf 'b\n' | sha256sum, printf 'a\n' | sha256sum, and sha256sum of those two lines.
        String listing = """
                0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  capacity/b.drl
                87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  load-gate/a.drl
                """;
        assertThat(read().version()).isEqualTo("sha256:" + Sha256.hex(listing.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theVersionChangesWithTheContentAndWithThePath() throws IOException {
        write("load-gate/a.drl", "a");
        String before = read().version();
        write("load-gate/a.drl", "b");
        String otherContent = read().version();
        Files.move(folder.resolve("load-gate/a.drl"), folder.resolve("load-gate/c.drl"));
        String otherPath = read().version();
        assertThat(otherContent).isNotEqualTo(before);
        assertThat(otherPath).isNotEqualTo(otherContent).isNotEqualTo(before);
    }
}

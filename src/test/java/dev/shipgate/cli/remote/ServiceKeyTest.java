package dev.shipgate.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeyTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsTakenBeforeTheVariable() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), " sg_of_file\n");
        assertThat(ServiceKey.find(file, Map.of("SHIPGATE_KEY", "sg_of_variable")))
                .contains("sg_of_file");
        assertThat(ServiceKey.find(null, Map.of("SHIPGATE_KEY", "sg_of_variable")))
                .contains("sg_of_variable");
        assertThat(ServiceKey.find(null, Map.of("SHIPGATE_KEY", ""))).isEmpty();
        assertThat(ServiceKey.find(null, Map.of())).isEmpty();
    }

    @Test
    void whatIsNoKeyIsNotRepeated() throws IOException {
        assertThatThrownBy(() -> ServiceKey.find(null, Map.of("SHIPGATE_KEY", "one two")))
                .hasMessage("SHIPGATE_KEY must hold one key: visible ASCII characters, without spaces, on one line.");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> ServiceKey.find(empty, Map.of("SHIPGATE_KEY", "sg_of_variable")))
                .hasMessageStartingWith("The file " + empty + " must hold one key");
        assertThatThrownBy(() -> ServiceKey.find(folder.resolve("none"), Map.of()))
                .hasMessage("There is no file " + folder.resolve("none") + ".");
    }
}

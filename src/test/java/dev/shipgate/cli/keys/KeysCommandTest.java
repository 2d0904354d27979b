package dev.shipgate.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.access.KeyFile;
import dev.shipgate.access.StoredKey;
import dev.shipgate.testing.ForcedToDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysCommandTest {

    @TempDir
    Path folder = Path.of(".");

    private record Outcome(int exitCode, String out, String err) {}

    private Outcome keys(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--file", file().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    private Path file() {
        return folder.resolve("keys.json");
    }

    @Test
    void aKeyIsShownOnceAndTheFileHasNothingToMakeItFrom() throws IOException {
        Outcome added = keys("add", "ci", "--role", "evaluate", "--role", "audit");
        assertThat(added.exitCode()).isZero();
        assertThat(added.out().strip()).matches("sg_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
        String secret = added.out().strip().substring("sg_0123456789ab_".length());
        assertThat(Files.readString(file())).doesNotContain(secret);
        StoredKey stored = KeyFile.read(file()).keys().get(0);
        assertThat(stored.name()).isEqualTo("ci");
        assertThat(stored.roles()).containsExactly("evaluate", "audit");
        assertThat(added.out()).startsWith("sg_" + stored.id() + "_");
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        keys("add", "ci", "--role", "evaluate");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file(), folder.resolve(".keys.json.lock"));
        }
    }

    @Test
    void theListHasNamesAndRolesAndRevokingTakesOneOut() throws IOException {
        keys("add", "ci", "--role", "evaluate");
        keys("add", "auditor", "--role", "audit");
        assertThat(keys("list").out())
                .matches("ci\tevaluate\t[0-9a-f]{12}\t\\S+Z\\Rauditor\taudit\t[0-9a-f]{12}\t\\S+Z\\R");
        assertThat(keys("revoke", "ci").exitCode()).isZero();
        assertThat(keys("list").out()).startsWith("auditor\t");
        assertThat(keys("revoke", "ci"))
                .isEqualTo(new Outcome(1, "", "There is no key \"ci\"." + System.lineSeparator()));
    }

    @Test
    void aKeyThatWasRevokedDoesNotComeBackAfterAPowerCut() throws Exception {
        keys("add", "ci", "--role", "evaluate");

        List<String> forced = ForcedToDisk.during(folder, () -> keys("revoke", "ci"));

        assertThat(KeyFile.read(file()).keys()).isEmpty();
        assertThat(forced).hasSize(2);
        assertThat(forced.get(0)).startsWith(".keys.json.").endsWith(".unfinished");
        assertThat(forced.get(1)).as("the folder, which has the name").isEqualTo(".");
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        keys("add", "ci", "--role", "evaluate");
        Outcome again = keys("add", "ci", "--role", "audit");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("There is a key \"ci\" already.");
        assertThat(KeyFile.read(file()).keys()).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsWritten() {
        assertThat(keys("add", "ci", "--role", "admin").err())
                .contains("--role must be one of evaluate, audit, author, publish, waive, but is \"admin\".");
        assertThat(keys("add", "ci").exitCode()).isEqualTo(2);
        assertThat(keys("add", "two words", "--role", "audit").err()).contains("The name of a key must be 1 to 64");
        assertThat(keys("list").exitCode()).isEqualTo(2);
        assertThat(Files.exists(file())).isFalse();
    }
}

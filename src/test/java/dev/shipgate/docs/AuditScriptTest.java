package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the page on the audit, with which anybody can check an export. */
class AuditScriptTest {

    private static final String START = "0".repeat(64);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void chainsAreFollowedEachByItself() throws Exception {
        Chain one = new Chain("one", START, 0).add("load_gate").add("load_gate");
        Chain two = new Chain("two", START, 0).add("capacity");

        assertThat(check(one.lines.get(0), two.lines.get(0), one.lines.get(1)))
                .isEqualTo("3 records have their hash, gaps: 0\n0");
    }

    @Test
    void whatARetentionRemovedIsNoGap() throws Exception {
        Chain chain = new Chain("one", START, 0).add("load_gate").add("load_gate");
        String head = chain.head;
        chain.add("retention", ",\"removed_to\":2,\"removed_to_hash\":\"" + head + "\"")
                .add("load_gate");

        assertThat(check(chain.lines.get(2), chain.lines.get(3))).isEqualTo("2 records have their hash, gaps: 0\n0");
        assertThat(check(chain.lines.get(1), chain.lines.get(2), chain.lines.get(3)))
                .as("a removal that has not come to its end")
                .isEqualTo("3 records have their hash, gaps: 0\n0");
    }

    @Test
    void aRecordThatIsMissingIsNamedAndOneThatIsChangedToo() throws Exception {
        Chain chain =
                new Chain("one", START, 0).add("load_gate").add("load_gate").add("load_gate");

        assertThat(check(chain.lines.get(0), chain.lines.get(2)))
                .isEqualTo("missing: 2 to 2 of one\n2 records have their hash, gaps: 1\n1");
        assertThat(check(chain.lines.get(1)))
                .isEqualTo("missing: 1 to 1 of one\n1 records have their hash, gaps: 1\n1");
        assertThat(check(chain.lines.get(0).replace("load_gate", "capacity")))
                .isEqualTo("line 1 does not have its hash: capacity\n1");
    }

    @Test
    void oneThatDoesNotFollowIsNamed() throws Exception {
        Chain chain = new Chain("one", START, 0).add("load_gate");
        Chain other = new Chain("one", "1".repeat(64), 1).add("load_gate");

        assertThat(check(chain.lines.get(0), other.lines.get(0)))
                .isEqualTo("does not follow the one before it: 2 of one\n1");
    }

    /** Records, each with its hash, and the one before it. */
    private static final class Chain {

        private final String name;
        private final List<String> lines = new ArrayList<>();
        private String head;
        private int position;

        Chain(String name, String head, int position) {
            this.name = name;
            this.head = head;
            this.position = position;
        }

        Chain add(String kind) {
            return add(kind, "");
        }

        Chain add(String kind, String more) {
            String content = "{\"kind\":\"" + kind + "\"" + more + ",\"chain\":\"" + name + "\",\"position\":"
                    + ++position + ",\"previous_hash\":\"" + head + "\"";
            head = Sha256.hex((content + "}").getBytes(StandardCharsets.UTF_8));
            lines.add(content + ",\"hash\":\"" + head + "\"}\n");
            return this;
        }
    }

    /** The output of the script on these lines, and its status. */
    private String check(String... lines) throws Exception {
        Path records = folder.resolve("records.ndjson");
        Files.writeString(records, String.join("", lines));
        String page = Files.readString(Path.of("docs/audit.md"));
        String begin = "python3 - records.ndjson <<'END'\n";
        int start = page.indexOf(begin) + begin.length();
        Path script = folder.resolve("check.py");
        Files.writeString(script, page.substring(start, page.indexOf("\nEND\n", start)));
        Process process = new ProcessBuilder("python3", script.toString(), records.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor();
    }
}

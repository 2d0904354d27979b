package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.docs.Markdown.Section;
import dev.shipgate.testing.Commands;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.Launcher;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The commands that the pages of the command line and of imports show are run from top to bottom, and their output is
 * compared.
 */
class CommandLinePageIT {

    /** A value that differs each time is compared by its form, and the number of rules is left out. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            Pattern.compile("sha256:[0-9a-f]+"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"),
            Pattern.compile("(?:\\d+|\\.{3})(?= rules\\b)"));

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Path here = DataFolder.fresh();

    @ParameterizedTest
    @CsvSource({"docs/command-line.md, 6", "docs/imports.md, 3", "docs/backtests.md, 3"})
    void theCommandsPrintWhatThePageShows(String page, int outputs) throws Exception {
        Commands.require(
                "cp", "-r", Path.of("rules").toString(), here.resolve("rules").toString());
        ServiceProcess service = services.onSqlite(DataFolder.fresh()).start();
        Map<String, String> environment = Launcher.environment();
        environment.put("PATH", Launcher.FOLDER + ":" + System.getenv("PATH"));
        int compared = 0;
        for (Section section : Markdown.read(page).sections()) {
            String printed = "";
            for (Block block : section.blocks()) {
                if (block.language().equals("bash")) {
                    String commands =
                            block.text().replace("http://localhost:8080", "http://localhost:" + service.port());
                    printed = Script.run(commands, here, environment).out();
                } else if (block.language().equals("text")) {
                    assertThat(inForm(printed)).as(printed).matches(asPattern(block.text()));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(outputs);
    }

    private static String inForm(String text) {
        String form = text.strip();
        for (Pattern pattern : FORMS) {
            form = pattern.matcher(form).replaceAll("#");
        }
        return form;
    }

    /** A line of dots stands for any lines. */
    private static Pattern asPattern(String shown) {
        String exact = Pattern.quote(inForm(shown));
        return Pattern.compile(exact.replace("\n...\n", "\\E\n(?s:.*)\n\\Q"));
    }
}

package dev.shipgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ShipgateCommandTest {

    static Stream<String> commands() {
        return under(ShipgateCommand.commandLine());
    }

    private static Stream<String> under(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec().qualifiedName()),
                command.getSubcommands().values().stream().flatMap(ShipgateCommandTest::under));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExampleOfItself(String name) {
        String[] arguments = (name + " --help").replaceFirst("^shipgate ", "").split(" ", -1);
        CommandRun help = CommandRun.of(arguments);
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        String examples = help.out().substring(help.out().indexOf("\nExample"));
        assertThat(examples).contains(name.equals("shipgate help") ? "shipgate help check" : name);
    }

    @Test
    void thereAreThese() {
        assertThat(commands())
                .containsExactlyInAnyOrder(
                        "shipgate",
                        "shipgate serve",
                        "shipgate check",
                        "shipgate capacity",
                        "shipgate retry-storms",
                        "shipgate ready",
                        "shipgate waivers",
                        "shipgate waivers grant",
                        "shipgate waivers list",
                        "shipgate waivers show",
                        "shipgate waivers revoke",
                        "shipgate decisions",
                        "shipgate decisions list",
                        "shipgate decisions show",
                        "shipgate decisions replay",
                        "shipgate decisions export",
                        "shipgate releases",
                        "shipgate releases mark",
                        "shipgate releases list",
                        "shipgate rules",
                        "shipgate rules test",
                        "shipgate rules lint",
                        "shipgate rules backtest",
                        "shipgate rules precompile",
                        "shipgate audit",
                        "shipgate audit verify",
                        "shipgate keys",
                        "shipgate keys add",
                        "shipgate keys list",
                        "shipgate keys revoke",
                        "shipgate train",
                        "shipgate generate-completion",
                        "shipgate help");
    }

    @Test
    void theVersionIsThatOfTheProgramAndNoReleases() {
        assertThat(CommandRun.of("--version").exitCode()).isZero();
        CommandRun list = CommandRun.of("decisions", "list", "--url", "http://localhost:1", "--version", "1");
        assertThat(list.err()).startsWith("Unknown option");
        assertThat(list.err()).contains("--release-version");
        assertThat(list.out()).isEmpty();
        assertThat(list.exitCode()).isEqualTo(2);
    }

    @Test
    void helpOfACommandIsTheSameAsItsOption() {
        assertThat(CommandRun.of("help", "check").out())
                .isEqualTo(CommandRun.of("check", "--help").out())
                .contains("Usage: shipgate check");
    }

    @Test
    void theCompletionIsAScriptThatBashReadsAndThatKnowsTheCommands() throws IOException, InterruptedException {
        CommandRun completion = CommandRun.of("generate-completion");
        assertThat(completion.exitCode()).isZero();
        String script =
                completion.out() + "\nCOMP_WORDS=(shipgate re) COMP_CWORD=1 COMP_LINE='shipgate re' COMP_POINT=11\n"
                        + "_complete_shipgate\necho \"${COMPREPLY[*]}\"\n";
        Process bash = new ProcessBuilder("bash", "-eu", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).isEqualTo("retry-storms ready releases");
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void aWrongCommandIsToldWithoutAllOfTheHelp() {
        CommandRun mistyped = CommandRun.of("readdy");
        assertThat(mistyped).isEqualTo(new CommandRun(2, "", """
                Unmatched argument at index 0: 'readdy'
                Did you mean: shipgate ready or shipgate releases or shipgate retry-storms?
                Usage: shipgate [-hV] [COMMAND]
                More: shipgate --help
                """));
    }
}

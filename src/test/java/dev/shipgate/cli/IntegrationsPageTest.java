package dev.shipgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command that the recipes of the page of integrations call is there. */
class IntegrationsPageTest {

    /** A command and the lines that go on with it: after a backslash, or with an option. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^ +shipgate (check .*(?:\\n +--.*)*)$");

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^\\s\"]+");

    private static final Pattern OF_RULES =
            Pattern.compile("(?m)^ +(?:run: )?shipgate ((?:rules|decisions) .*(?:\\n +--.*)*)$");

    static Stream<List<String>> commands() throws IOException {
        return commands(COMMAND);
    }

    private static Stream<List<String>> commands(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("docs/integrations.md")))
                .results()
                .map(command -> WORD.matcher(command.group(1).replace("\\\n", " "))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @Test
    void thereIsOneForEachSystemThatRunsTheCommandLine() throws IOException {
        assertThat(commands()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsOptionsAreThereAndTheServiceDecides(List<String> words) {
        var parsed = ShipgateCommand.commandLine()
                .parseArgs(words.toArray(String[]::new))
                .subcommand();
        assertThat(parsed.commandSpec().name()).isEqualTo("check");
        for (String option : List.of("--url", "--idempotency-key", "--release-version", "--environment", "--output")) {
            assertThat(parsed.hasMatchedOption(option)).as(option).isTrue();
        }
    }

    @Test
    void aChangeOfTheRulesIsTestedAndTriedOnAnExport() throws IOException {
        List<String> names = new ArrayList<>();
        for (List<String> words : commands(OF_RULES).toList()) {
            var group = ShipgateCommand.commandLine()
                    .parseArgs(words.toArray(String[]::new))
                    .subcommand();
            names.add(group.subcommand().commandSpec().qualifiedName());
        }
        assertThat(names)
                .containsExactly("shipgate rules test", "shipgate decisions export", "shipgate rules backtest");
    }
}

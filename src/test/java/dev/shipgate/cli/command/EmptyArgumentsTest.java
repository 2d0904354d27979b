package dev.shipgate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The empty arguments that a pipeline gives when a variable is not set. */
class EmptyArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "check a.json --service, --service",
        "check a.json --environment, --environment",
        "check a.json --release-version, --release-version",
        "check a.json --route, --route",
        "check a.json --by, --by",
        "check a.json --request, --request",
        "check a.json --rules, --rules",
        "ready a.json --url, --url",
        "ready a.json --idempotency-key, --idempotency-key",
        "ready, FILE",
        "decisions list --service, --service",
        "decisions export --file, --file",
        "keys add --role evaluate, NAME",
    })
    void anEmptyOneIsRefusedByItsName(String command, String name) {
        String[] words = (command + " ").split(" ", -1);
        CommandRun run = CommandRun.of(words);

        assertThat(run.err().lines().findFirst())
                .hasValue(name + " is empty. Maybe a variable is not set? Leave it out, or give a value.");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aLabelMustHaveAName() {
        assertThat(CommandRun.of("check", "a.json", "--label", "").err())
                .contains("must be a name and a value, as in track=canary, but is \"\"");
        assertThat(CommandRun.of("check", "a.json", "--label", "=x").exitCode()).isEqualTo(2);
    }
}

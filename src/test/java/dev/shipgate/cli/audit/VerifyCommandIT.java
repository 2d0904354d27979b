package dev.shipgate.cli.audit;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.Commands;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.Launcher;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import dev.shipgate.testing.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code audit verify}, as scripts call it. */
class VerifyCommandIT {

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Path data = DataFolder.fresh();

    /** The output of a command, and its exit code. */
    private record Outcome(int exitCode, String out, String err) {

        JsonNode report() {
            return json(out);
        }
    }

    private Outcome shipgate(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), arguments);
    }

    /** Runs the command as a user who may not read or write everything. Only root can do that. */
    private Outcome shipgateAsNobody(String... arguments) throws IOException, InterruptedException {
        return run(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"), arguments);
    }

    private Outcome run(List<String> prefix, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Launcher.SCRIPT.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SHIPGATE_DATA_DIR", data.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private static void decide(ServiceProcess service) throws IOException, InterruptedException {
        assertThat(service.post("/v1/load-gate", "{}", Map.of()).statusCode()).isEqualTo(200);
    }

    private void execute(String sql) throws SQLException {
        assertThat(Sql.update("jdbc:sqlite:" + data.resolve("audit.db"), sql)).isEqualTo(1);
    }

    @Test
    void verifiesAChainThatTheServiceWritesAndOneThatWasChanged() throws Exception {
        ServiceProcess service = services.onSqlite(data).start();
        decide(service);
        decide(service);
        Outcome intact = shipgate("audit", "verify");
        assertThat(intact.err()).isEmpty();
        assertThat(intact.exitCode()).isZero();
        assertThat(intact.report()).isEqualTo(service.get("/v1/audit/verification"));
        String head = intact.report().path("head_hash").asText();

        decide(service);
        service.stop();
        assertThat(shipgate("audit", "verify", "--head", head).exitCode()).isZero();

        // The first record is that the rules became active.
        execute("DELETE FROM record WHERE position = 4");
        assertThat(shipgate("audit", "verify", "--head", head).exitCode()).isZero();

        execute("DELETE FROM record WHERE position = 3");
        assertThat(shipgate("audit", "verify").exitCode())
                .as("an end that was cut off")
                .isZero();
        Outcome cut = shipgate("audit", "verify", "--head", head);
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.report().at("/first_misfit/reason").asText()).isEqualTo("removed");

        execute("UPDATE record SET verdict = 'pass' WHERE position = 2");
        Outcome changed = shipgate("audit", "verify");
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.report().at("/first_misfit/position").asInt()).isEqualTo(2);
        assertThat(changed.report().at("/first_misfit/reason").asText()).isEqualTo("changed");
        assertThat(changed.report().at("/first_misfit/detail").asText())
                .isEqualTo("Its verdict in the index is not that in its content.");
    }

    @Test
    void whatCannotBeReadIsNoVerdict() throws Exception {
        Outcome missing = shipgate("audit", "verify");
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err())
                .contains("The audit store cannot be read now.")
                .contains(data.toString());
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whoMayNotReadLearnsWhatIsMissing() throws Exception {
        ServiceProcess service = services.onSqlite(data).start();
        decide(service);
        service.stop();
        Commands.require("chmod", "755", data.toString());
        Outcome readOnly = shipgateAsNobody("audit", "verify");
        assertThat(readOnly.exitCode()).isEqualTo(3);
        assertThat(readOnly.err())
                .contains("To read the database in " + data + ", the user nobody needs permission to write there.");
        Commands.require("chmod", "700", data.toString());
        Outcome unreadable = shipgateAsNobody("audit", "verify");
        assertThat(unreadable.exitCode()).isEqualTo(3);
        assertThat(unreadable.err())
                .contains("The folder of the database, " + data + ", cannot be read by the user nobody");
    }

    @Test
    void aWrongCommandSaysWhatWouldBeRight() throws Exception {
        Outcome noHash = shipgate("audit", "verify", "--head", "abc");
        assertThat(noHash.exitCode()).isEqualTo(2);
        assertThat(noHash.err()).contains("--head must be 64 characters of 0-9 and a-f, but is \"abc\".");
        Outcome unfinished = shipgate("audit");
        assertThat(unfinished.exitCode()).isEqualTo(2);
        assertThat(unfinished.err()).contains("Which command?").contains("Usage: shipgate audit");
        Outcome mistyped = shipgate("audt");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.err()).contains("Did you mean: shipgate audit?");
        assertThat(shipgate("audit", "verify", "--heads", "a").exitCode()).isEqualTo(2);
        Outcome help = shipgate("audit", "verify", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: shipgate audit verify").contains("Exit codes:");
    }
}

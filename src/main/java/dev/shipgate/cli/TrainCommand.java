package dev.shipgate.cli;

import dev.shipgate.cli.command.CommandConfig;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.rules.RulesFolderArgument;
import dev.shipgate.file.FileTree;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code shipgate train}: judges a release and runs a service once, so that the JVM can note which classes that takes.
 * The script calls it for {@code shipgate archive}.
 */
@Command(
        name = "train",
        hidden = true,
        description =
                "Judges a release, starts a service, asks it and ends. For the script, which archives the classes "
                        + "that this takes.",
        footer = {"", "Example:", "  shipgate train rules"},
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    private static final String REQUEST = """
            {"service": "training", "routes": {"any": {"p95_ms": 1, "error_rate": 0}}}""";

    private static final String DATABASE = "shipgate.audit.jdbc-url";

    @Mixin
    private RulesFolderArgument folder = new RulesFolderArgument();

    @Override
    public Integer call() throws IOException {
        // Set to nothing instead, it would end the start of the service.
        if (CommandConfig.of().getOptionalValue(DATABASE, String.class).isPresent()) {
            throw CommandFailure.badInput(DATABASE + " is set, and a training has a store of its own. Unset it.");
        }
        Path rules = folder.existing().toAbsolutePath();
        Path data = Files.createTempDirectory("shipgate-training");
        try {
            System.setProperty("shipgate.data.dir", data.toString());
            Path request = Files.writeString(data.resolve("request.json"), REQUEST);
            requireVerdict(ShipgateCommand.execute("check", request.toString(), "--rules", rules.toString()));
            requireVerdict(askService(rules, request));
            return ExitCode.PASS;
        } finally {
            FileTree.delete(data);
        }
    }

    /** Work that was not done took no classes. */
    private static void requireVerdict(int exitCode) {
        if (exitCode != ExitCode.PASS && exitCode != ExitCode.BLOCKED) {
            throw CommandFailure.noAnswer("There was no verdict.");
        }
    }

    private static int askService(Path rules, Path request) throws IOException {
        int port = freePort();
        System.setProperty("shipgate.rules.dir", rules.toString());
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.http.port", Integer.toString(port));
        AtomicInteger exitCode = new AtomicInteger(ExitCode.FAILED);
        Quarkus.run(
                TrainingRun.class,
                (code, failure) -> {
                    if (failure != null) {
                        // Its log is off, as that of every command is.
                        System.err.println("The service failed: " + failure);
                    }
                    exitCode.set(failure == null ? code : ExitCode.FAILED);
                },
                "check",
                request.toString(),
                "--url",
                "http://127.0.0.1:" + port);
        return exitCode.get();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}

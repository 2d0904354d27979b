package dev.shipgate.cli.remote;

import dev.shipgate.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the service to ask, and for the key of the caller. */
public final class ServiceOptions {

    private static final int LONGEST_TIMEOUT_SECONDS = 3_600;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL", description = "The service, such as http://localhost:8080.")
    private @Nullable String url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with the key for the service; else it is in the variable SHIPGATE_KEY.")
    private @Nullable Path keyFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long the service may take for an answer; 60 if it is left out.")
    private int timeoutSeconds = 60;

    @Option(
            names = "--retries",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How often a request that may be sent twice is sent again, after no connection, 429 or 503; "
                    + "3 if it is left out.")
    private int retries = 3;

    public Duration timeout() {
        if (timeoutSeconds < 1 || timeoutSeconds > LONGEST_TIMEOUT_SECONDS) {
            throw wrong("--timeout must be 1 to " + LONGEST_TIMEOUT_SECONDS + ", but is " + timeoutSeconds + ".");
        }
        return Duration.ofSeconds(timeoutSeconds);
    }

    public boolean areGiven() {
        return url != null;
    }

    /** The files that are read for it. */
    public List<Path> files() {
        return keyFile == null ? List.of() : List.of(keyFile);
    }

    /**
     * The service that the options name.
     *
     * @throws ParameterException when an option is wrong, or no service is named
     */
    public ServiceClient client() throws IOException {
        return new ServiceClient(address(), key().orElse(null), timeout(), retries());
    }

    /**
     * The address of the service that the options name.
     *
     * @throws ParameterException when it is wrong, or no service is named
     */
    public ServiceAddress address() {
        if (url == null) {
            throw wrong("Which service? Give its address with --url.");
        }
        try {
            return ServiceAddress.parse(url);
        } catch (IllegalArgumentException e) {
            throw wrong("--url " + e.getMessage());
        }
    }

    private Optional<String> key() throws IOException {
        try {
            return ServiceKey.find(keyFile, System.getenv());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        }
    }

    private Retries retries() {
        try {
            return new Retries(retries, spec.commandLine().getErr()::println);
        } catch (IllegalArgumentException e) {
            throw wrong("--retries " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The exit code that a service which gave no answer stands for. */
    public static CommandFailure failure(ServiceException e) {
        return e.requestIsWrong() ? CommandFailure.badInput(e.lines()) : CommandFailure.noAnswer(e.lines());
    }
}

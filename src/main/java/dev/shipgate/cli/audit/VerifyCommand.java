package dev.shipgate.cli.audit;

import dev.shipgate.audit.AuditConfig;
import dev.shipgate.audit.DataConfig;
import dev.shipgate.audit.Databases;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.cli.command.CommandConfig;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate audit verify}. */
@Command(
        name = "verify",
        description = {
            "Checks that every recorded decision is as it was written, and where it was written.",
            "Finds the store as the service does: SHIPGATE_DATA_DIR, or SHIPGATE_AUDIT_JDBC_URL with "
                    + "SHIPGATE_AUDIT_USERNAME and SHIPGATE_AUDIT_PASSWORD. The service may go on meanwhile.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all records are intact",
            "1:a record does not fit; the answer names it",
            "2:the command is wrong",
            "3:the records cannot be read, or the answer cannot be printed"
        },
        footer = {"", "Example:", "  SHIPGATE_DATA_DIR=/var/lib/shipgate shipgate audit verify --head 5b7f1e90..."},
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description =
                    "A hash that was noted earlier, and that a record must still have. May be given several times.")
    private Set<String> heads = new LinkedHashSet<>();

    @Override
    public Integer call() throws IOException {
        heads.stream().filter(head -> !HASH.matcher(head).matches()).findFirst().ifPresent(head -> {
            throw new ParameterException(
                    spec.commandLine(), "--head must be 64 characters of 0-9 and a-f, but is \"" + head + "\".");
        });
        SmallRyeConfig config = CommandConfig.of(DataConfig.class, AuditConfig.class);
        VerificationReport report = Databases.verify(
                config.getConfigMapping(DataConfig.class), config.getConfigMapping(AuditConfig.class), heads);
        CommandOutput.print(spec.commandLine().getOut(), report);
        return report.intact() ? ExitCode.PASS : ExitCode.BLOCKED;
    }
}

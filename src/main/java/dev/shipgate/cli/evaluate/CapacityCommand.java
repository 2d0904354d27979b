package dev.shipgate.cli.evaluate;

import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.StepImporter;
import dev.shipgate.ingest.request.StepPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate capacity}. */
@Command(
        name = "capacity",
        description = "Says which load a step-load test supports. Passes if some load is known to be supported.",
        footer = {
            "",
            "Examples:",
            "  shipgate capacity steps.csv",
            "  shipgate capacity stats_history.csv --from locust",
            "  shipgate capacity simulation.log --step-seconds 60",
            "  shipgate capacity steps.json --url https://shipgate.example.com"
        },
        mixinStandardHelpOptions = true)
public final class CapacityCommand extends ImportCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--step-seconds",
            paramLabel = "SECONDS",
            description = "How long each step of a run lasts. Needed where the file has a row for each request.")
    private @Nullable Integer stepSeconds;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            split = ",",
            description = "The concurrency of each step, as in 50,100,150, where the file does not say it.")
    private List<Integer> concurrency = new ArrayList<>();

    CapacityCommand() {
        super(new StepImporter(ResultFormats.all()));
    }

    @Override
    @Nullable
    StepPlan steps() {
        if (stepSeconds == null) {
            if (!concurrency.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "--concurrency is that of steps. How long are they? Give --step-seconds.");
            }
            return null;
        }
        if (stepSeconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--step-seconds must be 1 or more, but is " + stepSeconds + ".");
        }
        return new StepPlan(stepSeconds * 1_000L, concurrency);
    }
}

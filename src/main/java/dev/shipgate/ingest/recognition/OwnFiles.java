package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.StepFormat;
import java.util.List;
import java.util.Optional;

/** Files that Shipgate reads elsewhere: its own requests, tables of other evaluations, and results of tools. */
final class OwnFiles {

    private static final ResultFormats RESULTS = ResultFormats.all();
    private static final StepFormats STEPS = StepFormats.ofTools();

    private static final List<KnownForm> FORMS = List.of(
            KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/load-gate.", "routes"),
            KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/capacity.", "steps"),
            KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/retry-storms.", "points"),
            KnownForm.ofColumns(
                    "This is a table of steps: give it to shipgate capacity, or to /v1/capacity/imports.",
                    "concurrency",
                    "p95_ms"),
            KnownForm.ofColumns(
                    "This is a table of traffic: give it to shipgate retry-storms, or to /v1/retry-storms/imports.",
                    "minute",
                    "user_turns"));

    private OwnFiles() {}

    /** Where a file belongs; empty when it is none of Shipgate's. */
    static Optional<String> describe(FileStart start) {
        return FORMS.stream()
                .filter(form -> form.recognises().test(start))
                .map(KnownForm::what)
                .findFirst()
                .or(() -> STEPS.of(start).map(OwnFiles::ofSteps))
                .or(() -> RESULTS.of(start).map(OwnFiles::ofTool));
    }

    private static String ofSteps(StepFormat format) {
        return "This is " + format.what() + ": give it to shipgate capacity, or to /v1/capacity/imports.";
    }

    private static String ofTool(ResultFormat format) {
        return "This is a result of " + format.name() + ": give it to shipgate check, or to /v1/load-gate/imports.";
    }
}

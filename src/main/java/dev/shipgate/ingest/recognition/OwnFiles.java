package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.locust.LocustHistory;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.StepFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Shipgate reads elsewhere: its own requests, tables of other evaluations, and results of tools. */
final class OwnFiles {

    private static final ResultFormats RESULTS = ResultFormats.all();
    private static final StepFormat HISTORY = new LocustHistory();

    private static final List<KnownForm> FORMS = List.of(
            KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/load-gate.", "routes"),
            KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/capacity.", "steps"),
            KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/retry-storms.", "points"),
            new KnownForm(
                    HISTORY::recognises,
                    "This is the history of a run of Locust: give it to shipgate capacity, or to /v1/capacity/imports."),
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
    static Optional<String> told(FileStart start) {
        return Stream.concat(
                        FORMS.stream()
                                .filter(form -> form.recognises().test(start))
                                .map(KnownForm::what),
                        RESULTS.of(start).stream().map(OwnFiles::ofTool))
                .findFirst();
    }

    private static String ofTool(ResultFormat format) {
        return "This is a result of " + format.name() + ": give it to shipgate check, or to /v1/load-gate/imports.";
    }
}

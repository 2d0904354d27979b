package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.measure.LatencyHistogram;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The events of logs of both forms, and the notes at their end. */
final class LogEvents {

    /** Why requests are left out that are named by their group. */
    static final String NO_GROUP = "as they are in no group";

    private final ResultSink sink;
    private final GatlingNaming naming;
    private long activeUsers;
    private long messages;
    private long errors;

    LogEvents(ResultSink sink, GatlingNaming naming) {
        this.sink = sink;
        this.naming = naming;
    }

    /** A request, whose duration Gatling counts from its start to its end. */
    void request(List<String> groups, String request, long startMs, long durationMs, boolean failed) {
        Optional<String> name = naming.name(groups, request);
        if (name.isPresent()) {
            sink.sample(name.get(), startMs, durationMs, TimeUnit.MILLISECONDS, failed);
        } else {
            sink.leftOut(NO_GROUP, request, 1, failed ? 1L : 0L);
        }
    }

    /**
     * A message of a server that nobody waited for: Gatling logs it like a request without an end, and counts it as
     * none.
     */
    void unexpectedMessage() {
        messages++;
    }

    void userStarted(long atMs) {
        activeUsers++;
        sink.users(atMs, activeUsers());
    }

    /** Whether a user was there that could end. */
    boolean userEnded(long atMs) {
        if (activeUsers == 0) {
            return false;
        }
        activeUsers--;
        sink.users(atMs, activeUsers());
        return true;
    }

    private int activeUsers() {
        return (int) Math.min(activeUsers, Integer.MAX_VALUE);
    }

    /** A request that could not even be sent, as for a variable that is not there. */
    void error() {
        errors++;
    }

    /** The log has ended as a whole one. */
    Provenance end(String version, String form) {
        if (activeUsers > 0) {
            sink.note("Users of Gatling's log who have started and not ended: " + activeUsers
                    + ". Either the run was stopped "
                    + "(maxDuration does it), or the log is cut off after a whole record.");
        }
        if (errors > 0) {
            sink.note("Errors in Gatling's log that are no failed requests, such as requests that could not be built: "
                    + errors + ". Gatling counts them in no error rate.");
        }
        if (messages > 0) {
            sink.note("Messages of servers in Gatling's log that no check waited for: " + messages + ". Gatling counts "
                    + "none as a request.");
        }
        return new Provenance(
                "gatling",
                version,
                form,
                LatencyHistogram.P95_METHOD,
                "status KO: no answer, or a check of the simulation failed");
    }
}

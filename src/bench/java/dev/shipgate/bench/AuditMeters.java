package dev.shipgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that the metrics of a service tell of its audit, since it started. */
record AuditMeters(double records, double commits, double commitSeconds) {

    static final AuditMeters NONE = new AuditMeters(0, 0, 0);

    static AuditMeters of(PackagedService service) throws IOException, InterruptedException {
        String metrics = new String(service.get("/q/metrics"), StandardCharsets.UTF_8);
        return new AuditMeters(
                value(metrics, "shipgate_audit_records_total"),
                value(metrics, "shipgate_audit_commit_seconds_count"),
                value(metrics, "shipgate_audit_commit_seconds_sum"));
    }

    private static double value(String metrics, String name) {
        Matcher line = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("No metric " + name);
        }
        return Double.parseDouble(line.group(1));
    }

    AuditMeters plus(AuditMeters other) {
        return new AuditMeters(
                records + other.records, commits + other.commits, commitSeconds + other.commitSeconds);
    }

    AuditMeters minus(AuditMeters other) {
        return new AuditMeters(
                records - other.records, commits - other.commits, commitSeconds - other.commitSeconds);
    }
}

package dev.shipgate.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The service's processes of one test: ended after it, and their logs shown when it fails. */
public final class ServiceProcesses implements AfterEachCallback {

    private final List<ServiceProcess> all = new ArrayList<>();

    /** One that keeps its records in a folder. */
    public ServiceProcess onSqlite(Path data) {
        return of(Map.of("SHIPGATE_DATA_DIR", data.toString()), List.of());
    }

    /** The same, on rules that the test may edit. */
    public ServiceProcess onLiveRules(Path data) {
        return of(
                Map.of(
                        "SHIPGATE_DATA_DIR", data.toString(),
                        "SHIPGATE_RULES_DIR", LiveRules.folder().toString()),
                List.of());
    }

    /** The same, on rules of a test's own, which may use little time. */
    public ServiceProcess onRules(Path data, Path rules, Duration longestEvaluation) {
        return of(
                Map.of(
                        "SHIPGATE_DATA_DIR", data.toString(),
                        "SHIPGATE_RULES_DIR", rules.toString(),
                        "SHIPGATE_EVALUATION_MAX_DURATION", longestEvaluation.toMillis() + "ms"),
                List.of());
    }

    /** One that keeps compiled rules with its data, and not where others do. */
    public ServiceProcess onRulesOfItsOwn(Path data, Path rules) {
        return of(
                Map.of(
                        "SHIPGATE_DATA_DIR", data.toString(),
                        "SHIPGATE_RULES_DIR", rules.toString(),
                        "SHIPGATE_RULES_COMPILED_DIR", data.resolve("compiled").toString()),
                List.of());
    }

    /** The first one, with a file of keys. */
    public ServiceProcess onKeys(Path data, Path keys) {
        return of(
                Map.of(
                        "SHIPGATE_DATA_DIR", data.toString(),
                        "SHIPGATE_ACCESS_KEYS_FILE", keys.toString()),
                List.of());
    }

    /** The first one, run by a user who may not write everywhere: "nobody". For root alone. */
    public ServiceProcess onSqliteAsNobody(Path data) {
        return of(
                // The compiled rules that others keep are not for this user.
                Map.of(
                        "SHIPGATE_DATA_DIR", data.toString(),
                        "SHIPGATE_RULES_COMPILED_DIR", data.resolve("compiled").toString()),
                // Becomes the service itself, so that a signal to it reaches the service.
                List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }

    /** One that keeps its records on a server. */
    public ServiceProcess onPostgres(String jdbcUrl) {
        return of(
                Map.of(
                        "SHIPGATE_AUDIT_JDBC_URL",
                        jdbcUrl,
                        "SHIPGATE_AUDIT_USERNAME",
                        PostgresServer.USERNAME,
                        "SHIPGATE_AUDIT_PASSWORD",
                        PostgresServer.PASSWORD),
                List.of());
    }

    private ServiceProcess of(Map<String, String> environment, List<String> prefix) {
        ServiceProcess service =
                new ServiceProcess(environment, prefix, DataFolder.fresh().resolve("service.log"));
        all.add(service);
        return service;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (ServiceProcess service : all) {
            service.kill();
            if (context.getExecutionException().isPresent()) {
                System.err.println("---- Log of the service ----\n" + service.log());
            }
        }
    }
}

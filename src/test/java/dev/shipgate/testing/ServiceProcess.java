package dev.shipgate.testing;

import static dev.shipgate.testing.Json.json;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged application as a process of its own, which can be killed and started again on the same data. */
public final class ServiceProcess {

    private static final Path RULES = LiveRules.untestedCopy();
    private static final int STOPPED_BY_SIGNAL = 143;
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> environment;
    private final List<String> prefix;
    private final Path log;
    private @Nullable Process process;
    private boolean keepsPort;
    private volatile int port;
    private volatile @Nullable String key;

    ServiceProcess(Map<String, String> environment, List<String> prefix, Path log) {
        this.environment = environment;
        this.prefix = prefix;
        this.log = log;
    }

    /** Asks with this key from now on, where a request does not bring another one. */
    public ServiceProcess askedWith(String text) {
        key = text;
        return this;
    }

    /** Listens where it did before when it is started again, as a service that people have open in a browser. */
    public ServiceProcess keepingItsPort() {
        keepsPort = true;
        return this;
    }

    /** Starts it, and waits until it takes requests. */
    public ServiceProcess start() {
        startWithoutStore();
        await("ready").atMost(LONGEST_START).until(() -> ready() == 200);
        return this;
    }

    /** Starts it, and waits until it answers, whether or not it can record anything. */
    public ServiceProcess startWithoutStore() {
        launch();
        await("live").atMost(LONGEST_START).until(() -> status("/q/health/live") == 200);
        return this;
    }

    private void launch() {
        port = keepsPort && port != 0 ? port : freePort();
        List<String> command = new ArrayList<>(prefix);
        // It starts the service as people do, and becomes it, so that signals reach the service.
        command.addAll(List.of(Launcher.SCRIPT.toString(), "serve"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SHIPGATE_JAVA_MEMORY", "-XX:+UseSerialGC -Xmx512m");
        // The first compiler alone: a start takes less of two cores, and nothing here lives long.
        builder.environment().put("SHIPGATE_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Tests send more from one address than a caller should.
        builder.environment().put("SHIPGATE_ACCESS_REQUESTS_PER_SECOND", "0");
        builder.environment().put("SHIPGATE_ACCESS_MAX_CONCURRENT_REQUESTS", "0");
        builder.environment().put("SHIPGATE_RULES_DIR", RULES.toString());
        builder.environment().put("SHIPGATE_RULES_COMPILED_DIR", DataFolder.COMPILED_RULES.toString());
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing of it runs any more when this returns. */
    public void kill() {
        end(true);
    }

    /** SIGTERM, and waits until it has ended by itself. */
    public void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        try {
            if (forcibly) {
                running.destroyForcibly().waitFor();
            } else {
                running.destroy();
                if (!running.waitFor(60, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor();
                    throw new IllegalStateException("The service did not stop");
                }
                if (running.exitValue() != STOPPED_BY_SIGNAL) {
                    throw new IllegalStateException("The service ended with " + running.exitValue());
                }
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Posts JSON. */
    public HttpResponse<byte[]> post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    /** Sends JSON. */
    public HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return client.send(request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofByteArray());
    }

    /** Gets JSON that must be there. */
    public JsonNode get(String path) {
        return json(send(path));
    }

    private String send(String path) {
        try {
            HttpResponse<String> response = client.send(request(path).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whole records, a line each. */
    public InputStream export(String query) throws IOException, InterruptedException {
        HttpRequest request = request("/v1/decisions" + query)
                .header("Accept", "application/x-ndjson")
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("The export answered " + response.statusCode());
        }
        return response.body();
    }

    /** Where it listens on loopback. */
    public int port() {
        return port;
    }

    /** The status of readiness. */
    public int ready() {
        return status("/q/health/ready");
    }

    /** The status of a path; 0 when nobody answers. */
    public int status(String path) {
        try {
            return client.send(request(path).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The body of readiness, whatever its status. */
    public JsonNode readiness() throws IOException, InterruptedException {
        return json(client.send(request("/q/health/ready").build(), BodyHandlers.ofString())
                .body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONGEST_ANSWER);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    /** All that it logged, also before it was started again. */
    public String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}

package dev.shipgate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, on a free loopback port. */
final class PackagedService implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final int port;
    private final Path log;
    private final Path data;
    private final @Nullable Path ownData;
    private final long startNanos = System.nanoTime();
    private @Nullable String key;

    private PackagedService(Process process, int port, Path log, Path data, @Nullable Path ownData) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.data = data;
        this.ownData = ownData;
    }

    /**
     * Starts it, with a store of its own that goes when it stops.
     *
     * @param application the folder with {@code quarkus-run.jar} in it
     * @param rules the rules folder
     * @param environment further environment variables
     */
    static PackagedService start(Path application, Path rules, Map<String, String> environment) throws IOException {
        Path data = dataBeside(application);
        return start(command(application), rules, environment, data, data);
    }

    /**
     * Starts it as its users do, by the launcher of a checkout, with a store of its own that goes when it stops.
     *
     * @param project the checkout, in which it is built
     */
    static PackagedService launch(Path project) throws IOException {
        Path data = dataBeside(project.resolve("target/quarkus-app"));
        List<String> command = List.of(project.resolve("shipgate").toString(), "serve");
        return start(command, project.resolve("rules"), Map.of("JAVA_HOME", System.getProperty("java.home")), data, data);
    }

    /** Starts it with a store that stays. */
    static PackagedService start(Path application, Path rules, Map<String, String> environment, Path data)
            throws IOException {
        return start(command(application), rules, environment, data, null);
    }

    /** As the launcher starts it. */
    private static List<String> command(Path application) {
        return List.of(
                Jdk.tool("java"),
                "-XX:+UseSerialGC",
                "-Xms96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                application.resolve("quarkus-run.jar").toString());
    }

    /** Not among temporary files, which may be in memory. */
    private static Path dataBeside(Path application) throws IOException {
        return Files.createTempDirectory(application.toAbsolutePath().getParent(), "data-");
    }

    private static PackagedService start(
            List<String> command, Path rules, Map<String, String> environment, Path data, @Nullable Path ownData)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path log = Files.createTempFile("shipgate-bench", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // The load that the service can take is measured, and not the load that one caller may make.
        builder.environment().put("SHIPGATE_ACCESS_REQUESTS_PER_SECOND", "0");
        builder.environment().put("SHIPGATE_ACCESS_MAX_CONCURRENT_REQUESTS", "0");
        builder.environment().put("SHIPGATE_RULES_DIR", rules.toString());
        builder.environment().put("SHIPGATE_DATA_DIR", data.toString());
        builder.environment().putAll(environment);
        return new PackagedService(builder.start(), port, log, data, ownData);
    }

    /** Posts a body again and again until the service answers, and says how long that took from its start. */
    Duration firstDecision(String path, byte[] body) throws InterruptedException {
        while (process.isAlive() && System.nanoTime() - startNanos < LONGEST_START.toNanos()) {
            try {
                if (post(path, body).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startNanos);
                }
            } catch (IOException e) {
                // Nobody listens yet.
            }
            Thread.sleep(2);
        }
        throw new IllegalStateException("The service did not start; its log is " + log);
    }

    /** Sends a key with every POST from now on. */
    void sendKey(String sent) {
        key = sent;
    }

    HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url(path)));
        if (key != null) {
            builder.header("Authorization", "Bearer " + key);
        }
        HttpRequest request = builder.header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** Asks, and makes sure that it was answered 200. */
    byte[] get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + " was answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /** Asks for an answer that is larger than memory should hold. */
    InputStream stream(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url(path))).header("Accept", accept).build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    long pid() {
        return process.pid();
    }

    /** The folder of its store. */
    Path data() {
        return data;
    }

    /** The texts of the group in the last lines of the log that match a pattern with one group, newest last. */
    List<String> logged(java.util.regex.Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            var matcher = pattern.matcher(line);
            if (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(35, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
        if (ownData != null) {
            Folders.delete(ownData);
        }
    }
}

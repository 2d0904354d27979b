package dev.shipgate.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of its own, with nothing in it, on a free port of this machine. It can be stopped, and
 * started again with the data that it had stored.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USERNAME = "shipgate";
    public static final String PASSWORD = "only for tests";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable PostgresServer shared;

    private final Path programs;
    private final Path folder;
    private final int port;
    private boolean running;

    private PostgresServer(Path programs) throws IOException {
        this.programs = programs;
        // Not below the build's folder: the user that runs the server may not reach that.
        this.folder = Files.createTempDirectory("shipgate-postgres");
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** One that is running, for tests that need a database, and leave the server alone. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = started();
        }
        return shared;
    }

    /** One that is running, to be stopped and closed at will. */
    public static PostgresServer started() {
        if (System.getProperty("shipgate.tests.later", "").contains(WithDatabaseServer.TAG)) {
            throw new IllegalStateException(
                    "This phase of the build starts no server. Annotate the test class with @WithDatabaseServer.");
        }
        try {
            PostgresServer server = new PostgresServer(installed());
            server.initialize();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where no server is installed the test ends: see {@link Absent}. */
    private static Path installed() throws IOException {
        return find().orElseThrow(() ->
                Absent.end("PostgreSQL is not installed: neither " + INSTALLED + " nor the PATH has its initdb."));
    }

    private static Optional<Path> find() throws IOException {
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> versions = Files.list(INSTALLED)) {
                versions.sorted(Comparator.comparing(Path::toString).reversed())
                        .map(version -> version.resolve("bin"))
                        .forEach(places::add);
            }
        }
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            places.add(Path.of(place));
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialize() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            for (Path given : List.of(folder, password)) {
                Files.setOwner(
                        given,
                        given.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
        }
        run(
                "initdb",
                "--username=" + USERNAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
    }

    /** Starts on the same port as before, with the same data. */
    public synchronized void start() {
        // The users who may write to the folder of a socket would have to be known: there is no socket.
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--log=" + folder.resolve("log"),
                "--options=-h 127.0.0.1 -p " + port + " -c unix_socket_directories=''");
        running = true;
    }

    /** Ends transactions and connections, and stops. */
    public void stop() {
        stop("fast");
    }

    /** Stops as if the power had failed: the next start recovers. */
    public void stopImmediately() {
        stop("immediate");
    }

    private synchronized void stop(String mode) {
        run("pg_ctl", "stop", "--wait", "--mode=" + mode);
        running = false;
    }

    /** PostgreSQL refuses to be run by root. */
    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.add("--pgdata=" + folder.resolve("data"));
        command.addAll(List.of(arguments));
        try {
            // Not to a pipe: the server would keep that open for as long as it runs.
            Path output = folder.resolve(program + ".out");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", e);
        }
    }

    /** The URL, with user and password, of the database that each server has. */
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USERNAME + "&password="
                + PASSWORD.replace(" ", "%20");
    }

    /** The URL, with user and password, of a new database. */
    public String createDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(jdbcUrl());
        try (Connection connection = database.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made", e);
        }
        return jdbcUrl(name);
    }

    /** Stops, and deletes all data. */
    @Override
    public synchronized void close() {
        if (running) {
            stopImmediately();
        }
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package dev.shipgate.policy.confinement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Notices when code of a ruleset has run that must not: the attacks of the suite leave one of these traces. */
final class Canary {

    private static final String PROPERTY = "shipgate.canary";
    private static final Path FILE = Path.of("target", "canary");
    private static final int PORT = 47011;

    private final ServerSocket socket;

    Canary() {
        try {
            Files.deleteIfExists(FILE);
            socket = new ServerSocket(PORT, 50, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if anything was touched. That the process still runs shows that nothing made it exit. */
    void requireAlive() {
        List<String> traces = new ArrayList<>();
        if (System.getProperty(PROPERTY) != null) {
            traces.add("the system property " + PROPERTY);
        }
        if (Files.exists(FILE)) {
            traces.add("the file " + FILE);
        }
        if (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("canary"))) {
            traces.add("a thread");
        }
        if (wasConnectedTo()) {
            traces.add("a connection");
        }
        if (!traces.isEmpty()) {
            throw new AssertionError("Code of a ruleset has run and left " + traces);
        }
    }

    private boolean wasConnectedTo() {
        try {
            socket.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

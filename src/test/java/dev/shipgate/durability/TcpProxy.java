package dev.shipgate.durability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between the service and its database server, to cut connections or to let nothing through. Thread-safe. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean frozen;
    private volatile @Nullable String last;

    private TcpProxy(URI server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** @param jdbcUrl of the server */
    static TcpProxy before(String jdbcUrl) throws IOException {
        TcpProxy proxy = new TcpProxy(URI.create(jdbcUrl.substring("jdbc:".length())));
        start(proxy::accept);
        return proxy;
    }

    /** The URL of the same database, through this. */
    String through(String jdbcUrl) {
        return jdbcUrl.replace(":" + server.getPort() + "/", ":" + listening.getLocalPort() + "/");
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                Socket upstream = new Socket(server.getHost(), server.getPort());
                open.add(upstream);
                start(() -> pump(client, upstream));
                start(() -> pump(upstream, client));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int count = in.read(buffer);
            while (count >= 0) {
                awaitThaw();
                out.write(buffer, 0, count);
                freezeIfLast(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                count = in.read(buffer);
            }
        } catch (IOException e) {
            // Either side has ended the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void freezeIfLast(String sent) {
        String awaited = last;
        if (awaited != null && sent.contains(awaited)) {
            last = null;
            freeze();
        }
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    /** Lets nothing through any more once a text has come by, which still reaches the other side. */
    void freezeAfter(String text) {
        last = text;
    }

    synchronized boolean isFrozen() {
        return frozen;
    }

    /** Connections stay open, and nothing comes through. */
    synchronized void freeze() {
        frozen = true;
    }

    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /** Ends all connections, whatever is under way. New ones are let through. */
    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thaw();
        cut();
    }
}

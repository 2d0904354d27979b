package dev.shipgate.http;

import io.netty.channel.ChannelFuture;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Writes to a client, and ends the connection of one that takes nothing for a while: a thread waits for it.
 * Closing this leaves the answer open.
 */
public final class WriteTimeoutOutput extends OutputStream {

    private static final int PART_BYTES = 1 << 16;
    private static final long CHECK_EVERY_MILLIS = 500;
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final OutputStream out;
    private final RoutingContext exchange;
    private final long timer;
    private volatile long writingSinceNanos = NOT_WRITING;

    /** @param patience the longest that a client may take for 64 KiB */
    public WriteTimeoutOutput(OutputStream out, RoutingContext exchange, Duration patience) {
        this.out = out;
        this.exchange = exchange;
        this.timer = exchange.vertx().setPeriodic(CHECK_EVERY_MILLIS, tick -> check(patience));
    }

    private void check(Duration patience) {
        long since = writingSinceNanos;
        if (since != NOT_WRITING && System.nanoTime() - since > patience.toNanos()) {
            // Not the connection's own close, which would first send the bytes that still wait.
            ConnectionBase connection = (ConnectionBase) exchange.request().connection();
            ChannelFuture unused = connection.channelHandlerContext().close();
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PART_BYTES) {
            writingSinceNanos = System.nanoTime();
            try {
                out.write(source, offset + done, Math.min(PART_BYTES, length - done));
            } finally {
                writingSinceNanos = NOT_WRITING;
            }
        }
    }

    @Override
    public void close() {
        exchange.vertx().cancelTimer(timer);
    }
}

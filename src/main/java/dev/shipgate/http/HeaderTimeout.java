package dev.shipgate.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose first request does not come, or whose headers do not end, in time: for the server's idle
 * time a client that sends a byte now and then is busy for ever. There is one for each connection, used on its event
 * loop alone.
 */
final class HeaderTimeout extends ChannelInboundHandlerAdapter {

    private final long timeoutMillis;
    private boolean waitsForRequest = true;
    private @Nullable ScheduledFuture<?> deadline;

    HeaderTimeout(long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    /** That of the connection of a request; null where there is none, as in tests without a network. */
    static @Nullable HeaderTimeout of(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? connection.channelHandlerContext().pipeline().get(HeaderTimeout.class)
                : null;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        begin(context);
        context.fireChannelRead(bytes);
    }

    private void begin(ChannelHandlerContext context) {
        if (waitsForRequest && deadline == null) {
            deadline = context.executor().schedule(() -> end(context), timeoutMillis, TimeUnit.MILLISECONDS);
        }
    }

    private static void end(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }

    /** The headers are there. */
    void headersCame() {
        waitsForRequest = false;
        cancel();
    }

    /** The request was answered, and the next may begin. */
    void answered() {
        waitsForRequest = true;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}

package dev.shipgate.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.concurrent.TimeUnit;

/**
 * Gives each new connection its {@link HeaderTimeout}. Vert.x has no such timeout, and tells of a connection only once
 * it has a request.
 */
public final class NewConnections implements VertxServiceProvider {

    private static final long HEADER_TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final long headerTimeoutMillis;

    /** As Vert.x makes it, which finds it by its name. */
    public NewConnections() {
        this(HEADER_TIMEOUT_MILLIS);
    }

    NewConnections(long headerTimeoutMillis) {
        this.headerTimeoutMillis = headerTimeoutMillis;
    }

    @Override
    public void init(VertxBuilder vertx) {
        if (vertx.findTransport() instanceof JDKTransport) {
            vertx.findTransport(new Transport(headerTimeoutMillis));
        }
    }

    /** The transport that Vert.x uses anyway. */
    private static final class Transport extends JDKTransport {

        private final long headerTimeoutMillis;

        Transport(long headerTimeoutMillis) {
            this.headerTimeoutMillis = headerTimeoutMillis;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
            super.configure(options, domainSocket, server);
            server.handler(new Accepted(headerTimeoutMillis));
        }
    }

    /** Sees each connection that a server accepts, before anything is read of it. */
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final long headerTimeoutMillis;

        Accepted(long headerTimeoutMillis) {
            this.headerTimeoutMillis = headerTimeoutMillis;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted).pipeline().addFirst(new HeaderTimeout(headerTimeoutMillis));
            context.fireChannelRead(accepted);
        }
    }
}

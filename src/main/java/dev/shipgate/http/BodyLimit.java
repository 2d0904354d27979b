package dev.shipgate.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies beyond the configured size, by their declared length where there is one and while reading
 * where there is none. Quarkus's own limit answers with an empty body, which is no problem detail.
 */
public class BodyLimit {

    private final long maxBytes;

    BodyLimit(HttpConfig config) {
        this.maxBytes = config.maxBodySize().asLongValue();
    }

    @ServerRequestFilter
    public void limit(ContainerRequestContext request) {
        String declared = request.getHeaderString("Content-Length");
        if (declared != null && Long.parseLong(declared) > maxBytes) {
            throw new BodyTooLargeException(maxBytes);
        }
        if (declared == null && request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), maxBytes));
        }
    }

    private static final class LimitedStream extends FilterInputStream {

        private final long maxBytes;
        private long readBytes;

        LimitedStream(InputStream stream, long maxBytes) {
            super(stream);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            readBytes += bytes;
            if (readBytes > maxBytes) {
                throw new BodyTooLargeException(maxBytes);
            }
        }
    }
}

package dev.shipgate.audit.http;

import dev.shipgate.audit.store.record.Link;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.walk.ChainWalk;
import dev.shipgate.audit.store.walk.ChainWalk.ChainName;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes all records, a line each, chain by chain, from the first record to the last. Reads a few at a time. */
final class RecordsExport implements StreamingOutput {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ChainWalk walk;

    RecordsExport(ChainWalk walk) {
        this.walk = walk;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        BufferedOutputStream lines = new BufferedOutputStream(out, BUFFER_BYTES);
        for (ChainName chain : walk.chains()) {
            List<Link> some = walk.from(chain, Long.MIN_VALUE);
            while (!some.isEmpty()) {
                for (Link link : some) {
                    RecordText.write(link.record(), lines);
                    lines.write('\n');
                }
                long last = some.get(some.size() - 1).record().position();
                some = last == Long.MAX_VALUE ? List.of() : walk.from(chain, last + 1);
            }
        }
        lines.flush();
    }
}

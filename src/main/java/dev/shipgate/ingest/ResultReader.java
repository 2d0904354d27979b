package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.hash.Sha256;
import dev.shipgate.ingest.LoadTest.ReadFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads results of tools. */
public final class ResultReader {

    private final ResultFormats formats;

    public ResultReader(ResultFormats formats) {
        this.formats = formats;
    }

    /** Which formats there are. */
    public ResultFormats formats() {
        return formats;
    }

    /**
     * Reads the files of one load test, all of one tool.
     *
     * @param format its name; null to recognise it
     * @param quality what the tool does not measure
     * @throws UnreadableResultException when a file cannot be read as a result, which then names the file
     */
    public LoadTest loadTest(List<ResultFile> files, @Nullable String format, Mapping mapping, Quality quality)
            throws IOException {
        RouteMeasurements measurements = new RouteMeasurements(mapping);
        Set<Provenance> provenances = new LinkedHashSet<>();
        List<ReadFile> read = new ArrayList<>();
        for (ResultFile file : files) {
            try {
                provenances.add(read(file, format, mapping, measurements, read));
            } catch (UnreadableResultException e) {
                throw files.size() == 1 ? e : e.in(file.name());
            }
        }
        Map<String, ObjectNode> routes = measurements.routes();
        quality.addTo(routes);
        return new LoadTest(routes, only(provenances), read, measurements.notes());
    }

    private Provenance read(
            ResultFile file, @Nullable String format, Mapping mapping, ResultSink sink, List<ReadFile> read)
            throws IOException {
        Mapping own = file.field() == null ? mapping : mapping.forField(file.field());
        ResultFormat found = formats.of(file, format);
        try (InputStream content = file.open()) {
            CountedInput in = new CountedInput(content);
            Provenance provenance = found.read(in, own, sink);
            in.transferTo(OutputStream.nullOutputStream());
            read.add(new ReadFile(
                    file.name(),
                    in.bytes,
                    HexFormat.of().formatHex(in.getMessageDigest().digest())));
            return provenance;
        }
    }

    private static Provenance only(Set<Provenance> provenances) {
        if (provenances.size() != 1) {
            throw new UnreadableResultException(
                    provenances.isEmpty()
                            ? "There is no file."
                            : "The files are of different tools or forms, whose figures mean different things. Import "
                                    + "those of one.");
        }
        return provenances.iterator().next();
    }

    /** Hashes and counts what is read, so that what is told of a file is what was read of it. */
    private static final class CountedInput extends DigestInputStream {

        private long bytes;

        CountedInput(InputStream in) {
            super(in, Sha256.digest());
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            bytes += Math.max(0, count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, 1 << 13)).length;
        }

        /** Not yet: who has read what it needs may close it, and the rest is hashed too. */
        @Override
        public void close() {}
    }
}

package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.testing.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The content of a file of k6, as the reader of k6 reports it. */
final class K6Reading extends RecordingSink {

    private final Provenance provenance;

    private K6Reading(InputStream file, Mapping mapping) throws IOException {
        this.provenance = new K6().read(file, mapping, this);
    }

    static K6Reading of(String file) {
        return of(file, Mapping.none());
    }

    static K6Reading of(String file, Mapping mapping) {
        return of(file.getBytes(StandardCharsets.UTF_8), mapping);
    }

    static K6Reading of(byte[] file, Mapping mapping) {
        try {
            return new K6Reading(new ByteArrayInputStream(file), mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping in YAML. */
    static Mapping mapping(String yaml) {
        return Mapping.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        }
        return compressed.toByteArray();
    }

    /** One of the files that were made after k6's sources, all of one made-up test. */
    static byte[] file(String name) {
        return SampleFiles.read("k6/" + name);
    }

    Provenance provenance() {
        return provenance;
    }
}

package dev.shipgate.ingest.request;

import dev.shipgate.file.CountedInput;
import dev.shipgate.hash.Sha256;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.Imported.ReadFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that were read, and where all of their numbers come from.
 *
 * @param provenance the same of all
 * @param files in their order
 */
record FilesRead(Provenance provenance, List<ReadFile> files) {

    /** Reads the content of one file. */
    @FunctionalInterface
    interface Reading {

        Provenance read(ResultFile file, InputStream content) throws IOException;
    }

    /**
     * Reads files one after the other.
     *
     * @throws UnreadableResultException when one cannot be read, which then names it, or they are of different tools or
     * forms
     */
    static FilesRead of(List<ResultFile> files, Reading reading) throws IOException {
        Set<Provenance> provenances = new LinkedHashSet<>();
        List<ReadFile> read = new ArrayList<>();
        for (ResultFile file : files) {
            try (InputStream content = file.open()) {
                KnownInput in = new KnownInput(content);
                try {
                    provenances.add(reading.read(file, TextEncoding.utf8(in)));
                } finally {
                    // Also where the reading fails: that a file is there twice tells more than that failure.
                    in.transferTo(OutputStream.nullOutputStream());
                    ReadFile known = in.asRead(file.name());
                    requireNew(known, read);
                    read.add(known);
                }
            } catch (UnreadableResultException e) {
                throw files.size() == 1 ? e : e.in(file.name());
            }
        }
        if (provenances.size() != 1) {
            throw new UnreadableResultException(
                    provenances.isEmpty()
                            ? "There is no file."
                            : "The files are of different tools or forms, whose figures mean different things. Import "
                                    + "those of one.");
        }
        return new FilesRead(provenances.iterator().next(), read);
    }

    /** Requests that count twice look like twice as many. */
    private static void requireNew(ReadFile file, List<ReadFile> read) {
        for (ReadFile other : read) {
            if (other.sha256().equals(file.sha256())) {
                throw new UnreadableResultException("The file has the same content as " + other.name() + ".");
            }
        }
    }

    /** Hashes and counts the bytes that are read, so that an import names the content that it really read. */
    private static final class KnownInput extends CountedInput {

        private final MessageDigest digest;

        KnownInput(InputStream in) {
            this(in, Sha256.digest());
        }

        private KnownInput(InputStream in, MessageDigest digest) {
            super(new DigestInputStream(in, digest));
            this.digest = digest;
        }

        ReadFile asRead(String name) {
            return new ReadFile(name, bytes(), HexFormat.of().formatHex(digest.digest()));
        }

        /** Not yet: a reader may close it once it has all that it needs, and the rest is hashed too. */
        @Override
        public void close() {}
    }
}

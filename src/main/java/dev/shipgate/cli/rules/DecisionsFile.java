package dev.shipgate.cli.rules;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.cli.command.CommandFailure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The decisions of an export, a line of JSON each, in whatever order the lines are. The file is read twice, so that
 * memory holds no more than a few of them: first for the places of those that fit, then for these.
 */
final class DecisionsFile implements PastDecisions, AutoCloseable {

    private static final int PAGE = 200;
    private static final int BUFFER_BYTES = 1 << 16;

    private record Place(long offset, int length) {}

    private final RandomAccessFile file;
    private final Iterator<Place> places;
    private final int total;

    private DecisionsFile(RandomAccessFile file, List<Place> places) {
        this.file = file;
        this.places = places.iterator();
        this.total = places.size();
    }

    /**
     * Opens an export.
     *
     * @throws CommandFailure when a line of it is no record
     */
    static DecisionsFile open(Path path, DecisionSelection selection) throws IOException {
        NavigableMap<UUID, Place> newest = new TreeMap<>(PastDecisions.NEWEST_FIRST);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            long offset = 0;
            long number = 0;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 || line.size() > 0; next = in.read()) {
                if (next >= 0 && next != '\n') {
                    line.write(next);
                    continue;
                }
                number++;
                add(newest, path, number, line.toByteArray(), offset, selection);
                offset += line.size() + 1L;
                line.reset();
            }
        }
        return new DecisionsFile(new RandomAccessFile(path.toFile(), "r"), List.copyOf(newest.values()));
    }

    private static void add(
            NavigableMap<UUID, Place> newest,
            Path path,
            long number,
            byte[] line,
            long offset,
            DecisionSelection selection) {
        if (line.length == 0) {
            return;
        }
        try {
            PastDecision.ofLine(line).filter(selection::holds).ifPresent(decision -> {
                newest.put(decision.id(), new Place(offset, line.length));
                if (newest.size() > selection.last()) {
                    newest.pollLastEntry();
                }
            });
        } catch (ContradictedRecordException e) {
            throw CommandFailure.badInput(path + ", line " + number
                    + ", is no whole record. An export of decisions has one in each line: shipgate decisions export. "
                    + "Maybe it broke off?");
        }
    }

    @Override
    public int total() {
        return total;
    }

    @Override
    public List<Unread> next() {
        List<Unread> some = new ArrayList<>();
        while (some.size() < PAGE && places.hasNext()) {
            byte[] line = read(places.next());
            some.add(() -> PastDecision.ofLine(line)
                    .orElseThrow(() -> new ContradictedRecordException("A line changed while the file was read.")));
        }
        return some;
    }

    private byte[] read(Place place) {
        try {
            byte[] line = new byte[place.length()];
            file.seek(place.offset());
            file.readFully(line);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("The decisions cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

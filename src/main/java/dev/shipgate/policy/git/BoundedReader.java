package dev.shipgate.policy.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads no object before it is known to take bounded time and memory. */
final class BoundedReader extends ObjectReader.Filter {

    private final ObjectReader reader;
    private final List<Pack> packs = new ArrayList<>();

    /**
     * Over the objects of a repository.
     *
     * @param reader is closed with this
     * @param packs where packed objects are
     */
    BoundedReader(ObjectReader reader, Path packs) throws IOException {
        this.reader = reader;
        try {
            open(packs);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(Path folder) throws IOException {
        for (Path index : PackIndexes.soundOnes(folder)) {
            Path content = Path.of(index.toString().replaceFirst("idx$", "pack"));
            if (Files.isRegularFile(content)) {
                packs.add(new Pack(PackIndex.open(index.toFile()), FileChannel.open(content)));
            }
        }
    }

    @Override
    protected ObjectReader delegate() {
        return reader;
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        for (Pack pack : packs) {
            pack.requireBounded(id);
        }
        return reader.open(id, type);
    }

    @Override
    public ObjectLoader open(AnyObjectId id) throws IOException {
        return open(id, OBJ_ANY);
    }

    @Override
    public void close() {
        reader.close();
        for (Pack pack : packs) {
            try {
                pack.content().close();
            } catch (IOException e) {
                // It was read, and nothing was written to it.
            }
        }
    }
}

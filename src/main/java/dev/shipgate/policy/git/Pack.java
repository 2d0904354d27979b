package dev.shipgate.policy.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One file of packed objects. Most are kept as the difference from another. JGit follows differences wherever they
 * lead, also in a circle, and makes room for as large a result as each says; so the way of an object is looked at
 * before it is read. See <a href="https://git-scm.com/docs/gitformat-pack">gitformat-pack</a>.
 */
record Pack(PackIndex index, FileChannel content) {

    /** Git makes ways of at most 4,095. */
    private static final int MAX_DIFFERENCES = 4_096;

    /** Enough for the header of an entry, and for the first bytes of its compressed content. */
    private static final int START_BYTES = 512;

    private static final int MORE = 0x80;
    private static final long WHOLE = -1;

    /** Makes sure that an object, if it is here, can be read in bounded time and memory. */
    void requireBounded(AnyObjectId id) throws IOException {
        long position = index.findOffset(id);
        for (int differences = 0; position >= 0; differences++) {
            if (differences > MAX_DIFFERENCES) {
                throw new IOException("An object is packed as a difference from another without end");
            }
            position = positionOfBase(position);
        }
    }

    /** Where that is which an entry is the difference from; negative for one that is whole. */
    private long positionOfBase(long position) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(START_BYTES);
        content.read(start, position);
        start.flip();
        byte first = start.get();
        for (byte size = first; (size & MORE) != 0; ) {
            size = start.get();
        }
        int type = first >> 4 & 7;
        if (type == Constants.OBJ_OFS_DELTA) {
            long base = position - distance(start);
            if (base < 0 || base >= position) {
                throw new IOException("An object is packed as a difference from what is not before it");
            }
            requireSmallResult(start);
            return base;
        }
        if (type == Constants.OBJ_REF_DELTA) {
            byte[] base = new byte[Constants.OBJECT_ID_LENGTH];
            start.get(base);
            requireSmallResult(start);
            return index.findOffset(ObjectId.fromRaw(base));
        }
        return WHOLE;
    }

    private static long distance(ByteBuffer start) {
        byte next = start.get();
        long distance = next & 0x7F;
        while ((next & MORE) != 0) {
            next = start.get();
            distance = ((distance + 1) << 7) + (next & 0x7F);
        }
        return distance;
    }

    private static void requireSmallResult(ByteBuffer compressed) throws IOException {
        byte[] difference = new byte[32];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            inflater.inflate(difference);
        } catch (DataFormatException e) {
            throw new IOException("A packed object is broken", e);
        } finally {
            inflater.end();
        }
        long size = BinaryDelta.getResultSize(difference);
        if (size < 0 || size > QuietJgit.MAX_OBJECT_BYTES) {
            throw new IOException("A packed object has more than " + QuietJgit.MAX_OBJECT_BYTES + " bytes");
        }
    }
}

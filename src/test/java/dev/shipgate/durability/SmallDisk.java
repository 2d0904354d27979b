package dev.shipgate.durability;

import dev.shipgate.testing.Commands;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    static SmallDisk ofMegabytes(int size) throws IOException {
        // Not below the build's folder: the user of a database server may not reach that.
        SmallDisk disk = new SmallDisk(Files.createTempDirectory("shipgate-disk"));
        Commands.require("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", disk.folder.toString());
        return disk;
    }

    Path folder() {
        return folder;
    }

    /** Takes all space that is left. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > block.length) {
                throw e;
            }
        }
    }

    /** Gives it back. */
    void free() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException {
        // Lazily: a process that still runs there is ended after the test.
        Commands.run("umount", "-l", folder.toString());
        Files.delete(folder);
    }
}

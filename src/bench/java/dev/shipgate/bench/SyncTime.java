package dev.shipgate.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** How long a disk takes until the bytes that were appended to a file are safe, without any database. */
final class SyncTime {

    private static final int COUNT = 500;
    private static final int BYTES = 16_384;

    private SyncTime() {}

    static void addTo(Table table, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", null);
        List<Double> millis = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < COUNT; i++) {
                channel.write(ByteBuffer.allocate(BYTES));
                long startNanos = System.nanoTime();
                channel.force(false);
                millis.add((System.nanoTime() - startNanos) / 1e6);
            }
        } finally {
            Files.delete(file);
        }
        table.row(
                "fdatasync after 16 kB: p50",
                Table.number("%.2f", Percentile.of(millis, 50), " ms"),
                Table.number("%.2f", Percentile.of(millis, 99), " ms p99"),
                "",
                "");
    }
}

package dev.shipgate.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A table as JMeter writes it, the same for each size: requests of 20 labels by 200 threads, of which some fail. */
final class GeneratedTable {

    private static final String HEADER = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
            + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";

    private static final int LABELS = 20;
    private static final int THREADS = 200;

    private GeneratedTable() {}

    static void write(Path file, long bytes) throws IOException {
        Random random = new Random(20_240_611);
        long written = 0;
        long atMs = 1_718_100_000_000L;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            while (written < bytes) {
                atMs += random.nextInt(3);
                byte[] row = row(random, atMs).getBytes(StandardCharsets.US_ASCII);
                out.write(row);
                written += row.length;
            }
        }
    }

    private static String row(Random random, long atMs) {
        int label = random.nextInt(LABELS);
        long elapsedMs = Math.round(Math.exp(4 + random.nextGaussian()));
        boolean failed = random.nextInt(100) == 0;
        return atMs + "," + elapsedMs + ",turn " + label + (failed ? ",503,Service Unavailable," : ",200,OK,")
                + "Thread Group 1-" + (1 + random.nextInt(THREADS)) + ",text," + !failed + ",,"
                + (200 + random.nextInt(5_000)) + ",180," + THREADS + "," + THREADS + ",http://voice.example/turn/" + label
                + "," + elapsedMs + ",0,0\n";
    }
}

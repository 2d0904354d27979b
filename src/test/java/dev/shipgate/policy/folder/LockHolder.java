package dev.shipgate.policy.folder;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that locks a file until its input ends. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String... arguments) throws Exception {
        try (FileChannel channel =
                        FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            System.out.println("locked " + lock.isValid());
            System.in.readAllBytes();
        }
    }

    /** Starts one, and waits until it has the lock. */
    static Process start(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "test-classes").toString(),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String line = process.inputReader().readLine();
        if (!"locked true".equals(line)) {
            throw new IllegalStateException("No lock, but: " + line);
        }
        return process;
    }
}

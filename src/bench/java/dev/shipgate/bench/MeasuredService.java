package dev.shipgate.bench;

import java.io.IOException;
import java.time.Duration;

/** A service under load, with the processor time, memory and disk space that it has used. */
final class MeasuredService implements AutoCloseable {

    private final PackagedService service;
    private final Wrk wrk;
    private final String path;
    private long requests;

    MeasuredService(PackagedService service, Wrk wrk, String path) {
        this.service = service;
        this.wrk = wrk;
        this.path = path;
    }

    /** Waits for its first answer, and says how long the next one is. */
    int answerBytes(byte[] body) throws IOException, InterruptedException {
        service.firstDecision(path, body);
        return service.post(path, body).body().length;
    }

    /**
     * One round of load.
     *
     * @param processorMicros the processor time that all threads of the service used together for a request
     */
    record Round(Wrk.Load load, double processorMicros) {}

    Round load(int connections, int seconds) {
        Duration before = processorTime();
        Wrk.Load load = wrk.load(service, path, connections, seconds);
        requests += load.requests();
        Duration used = processorTime().minus(before);
        return new Round(load, used.toNanos() / 1e3 / load.requests());
    }

    double bytesOnDisk() throws IOException {
        return (double) Folders.bytes(service.data()) / requests;
    }

    long residentMib() throws IOException {
        return PeakMemory.residentMib(service.pid());
    }

    private Duration processorTime() {
        return ProcessHandle.of(service.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}

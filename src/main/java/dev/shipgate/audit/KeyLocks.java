package dev.shipgate.audit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time for each key. Thread-safe. */
final class KeyLocks {

    private static final class CountedLock extends ReentrantLock {
        private static final long serialVersionUID = 1;
        private int references;
    }

    private final ConcurrentHashMap<String, CountedLock> locks = new ConcurrentHashMap<>();

    /** A key that one thread holds, until it closes this. */
    final class Held implements AutoCloseable {

        private final String key;
        private final CountedLock lock;

        private Held(String key, CountedLock lock) {
            this.key = key;
            this.lock = lock;
        }

        @Override
        public void close() {
            lock.unlock();
            locks.computeIfPresent(key, (any, present) -> --present.references == 0 ? null : present);
        }
    }

    /** Waits until no other thread holds the key. */
    Held hold(String key) {
        CountedLock lock = locks.compute(key, (any, present) -> {
            CountedLock used = present == null ? new CountedLock() : present;
            used.references++;
            return used;
        });
        lock.lock();
        return new Held(key, lock);
    }
}

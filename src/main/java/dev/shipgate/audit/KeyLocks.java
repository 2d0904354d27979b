package dev.shipgate.audit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time for each key. Thread-safe. */
final class KeyLocks {

    private static final class CountedLock extends ReentrantLock {
        private static final long serialVersionUID = 1;
        private int users;
    }

    private final ConcurrentHashMap<String, CountedLock> locks = new ConcurrentHashMap<>();

    <T> T whileHolding(String key, Supplier<T> work) {
        CountedLock lock = locks.compute(key, (any, present) -> {
            CountedLock used = present == null ? new CountedLock() : present;
            used.users++;
            return used;
        });
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
            locks.computeIfPresent(key, (any, present) -> --present.users == 0 ? null : present);
        }
    }
}

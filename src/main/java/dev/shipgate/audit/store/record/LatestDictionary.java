package dev.shipgate.audit.store.record;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary that new records are compressed with: some records of the same day (UTC). The more were made that day,
 * the later the next one is made.
 *
 * <p>No dictionary serves two days, so that it can go with the records in it when retention removes that day.
 * Thread-safe.
 */
public final class LatestDictionary {

    /** There is to be more than one record in it. */
    private static final int MAX_BYTES_OF_RECORD = Dictionary.MAX_BYTES / 2;

    private static final int FIRST_WAIT_RECORDS = 64;
    private static final int MAX_WAIT_RECORDS = 2_048;

    private final AtomicInteger recordsToWait = new AtomicInteger();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private long dayOfGathered;
    private int nextWait = FIRST_WAIT_RECORDS;
    private volatile @Nullable Made made;

    /** @param day of the records in it, since 1970 */
    private record Made(Dictionary dictionary, long day) {}

    /**
     * The content of a new record, still empty.
     *
     * @param at the time at which the record says that it was made
     */
    public RecordContent content(Instant at) {
        long day = at.toEpochMilli() / Duration.ofDays(1).toMillis();
        Made latest = madeOn(day);
        return new RecordContent(latest == null ? null : latest.dictionary, (text, length) -> add(day, text, length));
    }

    private @Nullable Made madeOn(long day) {
        Made latest = made;
        return latest == null || latest.day != day ? null : latest;
    }

    private void add(long day, byte[] text, int length) {
        boolean waits = madeOn(day) != null && recordsToWait.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!waits && length <= MAX_BYTES_OF_RECORD) {
            gather(day, text, length);
        }
    }

    private synchronized void gather(long day, byte[] text, int length) {
        if (day != dayOfGathered) {
            gathered.reset();
            dayOfGathered = day;
            nextWait = FIRST_WAIT_RECORDS;
        }
        if (gathered.size() + length <= Dictionary.MAX_BYTES) {
            gathered.write(text, 0, length);
            return;
        }
        Made before = made;
        made = new Made(new Dictionary(gathered.toByteArray()), day);
        if (before != null) {
            before.dictionary.retire();
        }
        gathered.reset();
        recordsToWait.set(nextWait);
        nextWait = Math.min(nextWait * 4, MAX_WAIT_RECORDS);
    }
}

package dev.shipgate.audit;

import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.decision.NotRecordedException;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The words for callers while the store cannot be written or read. The log has the cause. */
final class Unrecorded {

    private static final Logger LOG = Logger.getLogger(Unrecorded.class);

    private Unrecorded() {}

    static NotRecordedException of(WriteFailedException refused) {
        return new NotRecordedException(Objects.requireNonNull(refused.getMessage()));
    }

    /** @param unknown the end of the sentence, such as "the waivers are not known" */
    static NotRecordedException of(StoreUnreadableException unreadable, String unknown) {
        LOG.errorf("The audit store cannot be read: %s", unreadable.getCause());
        return new NotRecordedException("The audit store cannot be read now, so " + unknown + ".");
    }
}

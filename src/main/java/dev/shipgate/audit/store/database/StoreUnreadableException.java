package dev.shipgate.audit.store.database;

import java.sql.SQLException;

/** Records cannot be read now. */
public final class StoreUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreUnreadableException(SQLException cause) {
        super("The audit store cannot be read now.", cause);
    }
}

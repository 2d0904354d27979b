package dev.shipgate.audit.store.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The place of a record.
 *
 * @param chain the name of its chain
 * @param position its place in the chain, from 1
 * @param sequence its place among the records of all chains, which those of one commit share; null where there is only
 *     one chain, and in records from before there was such a number
 * @param previousHash the hash of the record before it
 */
public record RecordPlace(
        String chain, long position, @Nullable Long sequence, byte[] previousHash) {

    /** Reads one of four columns that stand in this order. */
    public static RecordPlace read(ResultSet found, int firstColumn) throws SQLException {
        long number = found.getLong(firstColumn + 2);
        Long sequence = found.wasNull() ? null : number;
        return new RecordPlace(
                found.getString(firstColumn),
                found.getLong(firstColumn + 1),
                sequence,
                found.getBytes(firstColumn + 3));
    }

    /** The members of a record that say it. */
    String members() {
        return ",\"chain\":\"" + chain + "\",\"position\":" + position
                + (sequence == null ? "" : ",\"sequence\":" + sequence)
                + ",\"previous_hash\":\"" + HexFormat.of().formatHex(previousHash) + "\"";
    }
}

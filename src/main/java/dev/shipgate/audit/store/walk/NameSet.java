package dev.shipgate.audit.store.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.hash.Sha256;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that occur together, and the hashes by which they are found.
 *
 * @param sha256 the hash by which it is found before it is stored a second time, in hex
 * @param names as a JSON array
 * @param members the hashes of the names, in hex
 */
record NameSet(long id, String sha256, String names, Set<String> members) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final HexFormat HEX = HexFormat.of();

    /** Some sets with higher numbers, in order. One statement, so that no set is seen half removed. */
    static List<NameSet> after(Connection connection, long id, int count) throws SQLException {
        return Select.of(
                        "SELECT page.id, page.sha256, page.names, name_set_member.name_sha256 FROM "
                                + "(SELECT id, sha256, names FROM name_set WHERE id > ? ORDER BY id LIMIT ?) AS page "
                                + "LEFT JOIN name_set_member ON name_set_member.name_set = page.id ORDER BY page.id",
                        id,
                        count)
                .run(connection, NameSet::read);
    }

    private static List<NameSet> read(ResultSet found) throws SQLException {
        List<NameSet> sets = new ArrayList<>();
        while (found.next()) {
            long id = found.getLong(1);
            if (sets.isEmpty() || sets.get(sets.size() - 1).id != id) {
                sets.add(new NameSet(id, HEX.formatHex(found.getBytes(2)), found.getString(3), new TreeSet<>()));
            }
            byte[] member = found.getBytes(4);
            if (member != null) {
                sets.get(sets.size() - 1).members.add(HEX.formatHex(member));
            }
        }
        return sets;
    }

    /** Whether each name can be found, and nothing else, and all of them by their hash. */
    boolean isWhole() {
        Set<String> hashes = new TreeSet<>();
        try {
            for (String name : JSON.readValue(names, String[].class)) {
                hashes.add(HEX.formatHex(Sha256.of(name)));
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // Such content, for example a null among the names, was not written here.
            return false;
        }
        return hashes.equals(members) && sha256.equals(HEX.formatHex(Sha256.of(names)));
    }
}

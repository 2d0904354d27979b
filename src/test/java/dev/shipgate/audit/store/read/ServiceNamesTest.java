package dev.shipgate.audit.store.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each service is named once, however many decisions there are on it, on each database. */
@BesideOthers
@WithDatabaseServer
class ServiceNamesTest {

    @ParameterizedTest
    @EnumSource
    void namesEachServiceOnceInOrder(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            int at = 1;
            for (String service : new String[] {"search", "chat", "search", null, "voice", "chat"}) {
                write(writer, at++, service);
            }
            assertThat(store.reader.services(null, 10)).containsExactly("chat", "search", "voice");
            assertThat(store.reader.services(null, 2)).containsExactly("chat", "search");
            assertThat(store.reader.services("search", 2)).containsExactly("voice");
            assertThat(store.reader.services("voice", 2)).isEmpty();
        }
    }

    private static void write(GroupCommit writer, int at, @Nullable String service) {
        TestDecision decision = TestDecision.at(at);
        decision.service = service;
        TestStore.write(writer, decision);
    }
}

package dev.shipgate.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.verification.Verifications.End;
import dev.shipgate.audit.verification.Verifications.Run;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationProgressTest {

    @Test
    void tellsOfEachRecordAndHowManyThereAre() {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            store.writerAfter(3);
            Progress progress = new Progress();
            assertThat(progress.isAtEnd()).isFalse();
            assertThat(new Verification(store.database).run(Set.of(), progress).intact())
                    .isTrue();
            assertThat(progress.records()).isEqualTo(3);
            assertThat(progress.walked()).isEqualTo(3);
            assertThat(progress.isAtEnd()).isTrue();
        }
    }

    @Test
    void runsBesideItsCallerAndKeepsItsResult() {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            store.writerAfter(2);
            Verifications verifications = new Verifications(new Verification(store.database));
            assertThat(verifications.latest()).isEmpty();
            assertThat(verifications.begin("key:ann", Set.of("f".repeat(64)))).isTrue();
            End end = end(verifications);
            assertThat(end.failure()).isNull();
            assertThat(Objects.requireNonNull(end.report()).intact()).isFalse();
            assertThat(verifications.latest().orElseThrow().by()).isEqualTo("key:ann");
            assertThat(verifications.latest().orElseThrow().heads()).isEqualTo(1);
            assertThat(verifications.begin("key:bob", Set.of())).isTrue();
            assertThat(Objects.requireNonNull(end(verifications).report()).intact())
                    .isTrue();
        }
    }

    private static End end(Verifications verifications) {
        await().until(() -> verifications.latest().filter(Run::isRunning).isEmpty());
        return Objects.requireNonNull(verifications.latest().orElseThrow().end());
    }
}

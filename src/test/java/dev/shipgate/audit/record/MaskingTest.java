package dev.shipgate.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.shipgate.capacity.Capacity;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.retrystorm.RetryStorms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private static final MaskWords WORDS =
            MaskWords.of(new Evaluations(List.of(new LoadGate(), new RetryStorms(), new Capacity())));

    private static final byte[] SALT = {1, 2, 3};

    private static Masking masking(String... pointers) {
        return new Masking(List.of(pointers).stream().map(JsonPointer::compile).toList(), WORDS, () -> SALT);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String applied(Masks masks, String json) {
        return new String(masks.applyToRequest(bytes(json)), StandardCharsets.UTF_8);
    }

    private static String appliedToAnswer(Masks masks, String json) {
        return new String(masks.applyToAnswer(bytes(json)), StandardCharsets.UTF_8);
    }

    private final Masking labels = masking("/labels");

    private String hash(String value) {
        return labels.hash(value);
    }

    @Test
    void withoutAMaskedFieldNothingIsTouched() {
        byte[] body = bytes("{ \"service\" : \"a\" }");
        assertThat(labels.of(body).applyToRequest(body)).isSameAs(body);
        assertThat(labels.of(body).pointers()).isEmpty();
    }

    @Test
    void allValuesBelowAMaskedFieldAreMaskedAndTheNamesKept() {
        String body = "{\"labels\":{\"a\":\"one\",\"b\":\"two\"},\"service\":\"s\"}";
        Masks masks = labels.of(bytes(body));
        assertThat(masks.pointers()).containsExactly("/labels");
        assertThat(applied(masks, body))
                .isEqualTo(
                        "{\"labels\":{\"a\":\"" + hash("one") + "\",\"b\":\"" + hash("two") + "\"},\"service\":\"s\"}");
    }

    @Test
    void aValueIsMaskedWhereverItComesUpAgain() {
        Masks masks = labels.of(bytes("{\"labels\":{\"a\":\"Jane Doe\",\"b\":\"Jane\"}}"));
        assertThat(applied(masks, "{\"routes\":{\"by Jane Doe\":[\"for Jane\",\"Janet\",7]}}"))
                .isEqualTo("{\"routes\":{\"by " + hash("Jane Doe") + "\":[\"for " + hash("Jane") + "\",\""
                        + hash("Jane") + "t\",7]}}");
    }

    @Test
    void whatShipgateSaysOfAnAnswerIsLeftAsItIs() {
        Masks masks = labels.of(bytes("{\"labels\":{\"a\":\"ship\",\"b\":\"2026\"}}"));
        assertThat(appliedToAnswer(
                        masks,
                        "{\"decision_id\":\"2026-ship\",\"evaluated_at\":\"2026\",\"ship\":true,\"version\":\"2026\"}"))
                .isEqualTo("{\"decision_id\":\"2026-ship\",\"evaluated_at\":\"2026\",\"ship\":true,\"version\":\""
                        + hash("2026") + "\"}");
    }

    @Test
    void nobodyCanMakeAReasonUnreadable() {
        Masks masks = labels.of(bytes("{\"labels\":{\"a\":\"latency\"}}"));
        String reason =
                "{\"reason\":\"latency\",\"rule\":\"latency is over budget\",\"metadata\":{\"doc\":\"latency\"}}";
        assertThat(appliedToAnswer(masks, "{\"failures\":[" + reason + "]}"))
                .isEqualTo("{\"failures\":[" + reason + "]}");
    }

    @Test
    void whatIsCountedIsLeftAsItIsAndWhatIsSentIsMasked() {
        Masks masks = masking("/a").of(bytes("{\"a\":1}"));
        String counted = "\"fired\":1,\"line\":1,\"margin\":1,\"points\":1,\"status\":1,\"step\":1";
        String sent = "\"points\":[{\"minute\":1}],\"facts\":{\"fired\":1}";
        String hidden = sent.replace(":1}", ":\"" + hash("1") + "\"}");

        assertThat(appliedToAnswer(masks, "[{" + counted + "},{" + sent + "}]"))
                .isEqualTo("[{" + counted + "},{" + hidden + "}]");
        assertThat(applied(masks, "{\"line\":1}")).isEqualTo("{\"line\":\"" + hash("1") + "\"}");
    }

    @Test
    void textsOfRequestsAndFactsAreMaskedWhateverTheirNames() {
        Masks masks = labels.of(bytes("{\"labels\":{\"reason\":\"latency\"}}"));
        assertThat(applied(masks, "{\"labels\":{\"reason\":\"latency\"}}"))
                .isEqualTo("{\"labels\":{\"reason\":\"" + hash("latency") + "\"}}");
        assertThat(appliedToAnswer(masks, "{\"rule\":\"latency\",\"facts\":{\"rule\":\"latency\"}}"))
                .isEqualTo("{\"rule\":\"latency\",\"facts\":{\"rule\":\"" + hash("latency") + "\"}}");
    }

    @Test
    void aNumberIsMaskedHoweverItIsWrittenAndNotAsAPartOfAnother() {
        Masks masks = masking("/a").of(bytes("{\"a\":9e2}"));
        assertThat(applied(masks, "[900,900.0,1900,9000,\"900 over 1900.900\",\"is 900.\"]"))
                .isEqualTo("[\"" + hash("900") + "\",\"" + hash("900") + "\",1900,9000,\"" + hash("900")
                        + " over 1900.900\",\"is " + hash("900") + ".\"]");
    }

    @Test
    void aShortValueIsMaskedOnlyAsAWhole() {
        Masks masks = labels.of(bytes("{\"labels\":{\"a\":\"a\"}}"));
        assertThat(applied(masks, "[\"a\",\"banana\"]")).isEqualTo("[\"" + hash("a") + "\",\"banana\"]");
    }

    @Test
    void aNumberIsMaskedAsAText() {
        Masks masks = masking("/points/0/minute").of(bytes("{\"points\":[{\"minute\":12345}]}"));
        assertThat(applied(masks, "[12345,1]")).isEqualTo("[\"" + hash("12345") + "\",1]");
    }

    @Test
    void anotherSaltGivesOtherHashes() {
        Masking other = new Masking(List.of(), WORDS, () -> new byte[] {9});
        assertThat(other.hash("one")).startsWith(Masking.PREFIX).isNotEqualTo(hash("one"));
    }

    @Test
    void aNameStaysShortEnoughToBeFound() {
        Masks masks = labels.of(bytes("{\"labels\":{\"a\":\"abc\"}}"));
        assertThat(masks.applyToName("abc".repeat(100))).matches("masked:[0-9a-f]{64}");
        assertThat(masks.applyToName("x abc")).isEqualTo("x " + hash("abc"));
    }
}

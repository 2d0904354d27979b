package dev.shipgate.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.json.InvalidBodyException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms whose parts have headers as no client writes them. */
class FormPartsTest {

    private static final String TYPE = "multipart/form-data; boundary=b";

    @Test
    void takesAFormApart() {
        List<FormParts.Part> parts = FormParts.of(TYPE, form("""
                Content-Disposition: form-data; name="file"; filename="run.jtl"
                Content-Type: text/csv"""));

        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).name()).isEqualTo("file");
        assertThat(parts.get(0).fileName()).isEqualTo("run.jtl");
        assertThat(parts.get(0).content()).isEqualTo("text".getBytes(StandardCharsets.UTF_8));
    }

    /** Each is either a form or refused as none; no other exception is allowed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition:",
                "Content-Disposition",
                "Content-Disposition: form-data",
                "Content-Disposition: form-data; name",
                "Content-Disposition: form-data; name=",
                "Content-Disposition: form-data; name=\"file\"; filename",
                "Content-Disposition: form-data; name=\"file\"; filename=",
                "Content-Disposition: form-data; name=\"file\"; filename*=",
                "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%",
                "Content-Disposition: form-data; name=\"file\"; filename*=nope''a",
                "Content-Disposition: form-data; name=\"file\"\nContent-Type:",
                "Content-Disposition: form-data; name=\"file\"\nContent-Type: text/plain; charset=",
                "Content-Disposition: form-data; name=\"file\"\nContent-Type: text/plain; charset=nope",
                "Content-Disposition: form-data; name=\"file\"\nContent-Type: text/plain; charset",
                "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\nContent-Type: text/plain; charset=nope",
                "Content-Disposition: form-data; name=\"file\"\nContent-Type: multipart/mixed; boundary=c",
                "Content-Disposition: form-data; name=\"file\"\nContent-Type: multipart/mixed",
                "Content-Disposition: form-data; name=\"file\"\nContent-Transfer-Encoding:",
                "Content-Disposition: form-data; name=\"file\"\nContent-Transfer-Encoding: nope",
                "Content-Disposition: form-data; name=\"file\"\nContent-Length: x",
                "Content-Disposition: attachment; name=\"file\"",
                ":",
                "",
            })
    void aHeaderThatIsNoneMakesNoOtherExceptionThanThatOfBadInput(String headers) {
        try {
            assertThat(FormParts.of(TYPE, form(headers))).hasSizeLessThanOrEqualTo(1);
        } catch (InvalidBodyException e) {
            assertThat(e).hasMessageNotContainingAny("netty", "Exception", "null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart", ";", "null"})
    void aTypeWithoutABoundaryIsRefused(String type) {
        assertThatThrownBy(() -> FormParts.of(type, form("Content-Disposition: form-data; name=\"file\"")))
                .isInstanceOf(InvalidBodyException.class);
    }

    private static byte[] form(String headers) {
        return ("--b\n" + headers + "\n\ntext\n--b--\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}

package dev.shipgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a report may lead its readers. */
class SafeLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://runbooks.example.com/a?b=1#c, https://runbooks.example.com/a?b=1#c",
        "HTTP://example.com, HTTP://example.com",
        "https://example.com/ä, https://example.com/%C3%A4",
        "https://example.com/\u202E, https://example.com/%E2%80%AE",
        "http://[::1]:8080/a(b), http://[::1]:8080/a(b)"
    })
    void webPagesAreLinkedTo(String address, String link) {
        assertThat(SafeLink.of(address)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "runbooks/a",
                "//example.com/a",
                "javascript:alert(1)",
                "data:text/html,a",
                "file:///etc/passwd",
                "https:a",
                "https://github.com@evil.example/",
                "https://example.com/a b",
                "https://example.com/>)",
                "https://example.com/\n"
            })
    void nothingElseIs(String address) {
        assertThat(SafeLink.of(address)).isNull();
    }
}

package dev.shipgate.console.link;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleLinksTest {

    private static final String ID = "01a20acd-13ab-70cf-8a68-4f10e244d9d5";
    private static final JsonNode ANSWER = json("{\"decision_id\":\"" + ID + "\"}");

    @ParameterizedTest
    @CsvSource({
        "https://shipgate.example.org, https://shipgate.example.org",
        "https://shipgate.example.org/, https://shipgate.example.org",
        "http://10.0.0.7:8080, http://10.0.0.7:8080",
        "https://tools.example.org/shipgate//, https://tools.example.org/shipgate"
    })
    void theLinkIsBelowTheAddress(String url, String base) {
        assertThat(StartedLinks.at(url).decision(ANSWER)).isEqualTo(base + "/console/decisions/" + ID);
    }

    @Test
    void withoutTheSettingThereIsNone() {
        assertThat(StartedLinks.at(null).decision(ANSWER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"decision_id\":null}",
                "{\"decision_id\":7}",
                "{\"decision_id\":\"../../v1/waivers\"}",
                "{\"decision_id\":\"" + ID + "?x\"}"
            })
    void anAnswerThatNamesNoDecisionHasNone(String answer) {
        assertThat(StartedLinks.at("https://shipgate.example.org").decision(json(answer)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shipgate.example.org",
                "ftp://shipgate.example.org",
                "https://",
                "/console",
                "https://a b",
                "javascript:1"
            })
    void theServiceDoesNotStartWithWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> StartedLinks.at(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The setting shipgate.console.url must be an address such as https://shipgate.example.org, "
                        + "but is \"" + url + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shipgate.example.org/?team=a", "https://shipgate.example.org#top"})
    void norWithAQueryOrAFragment(String url) {
        assertThatThrownBy(() -> StartedLinks.at(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The setting shipgate.console.url must end with a host, a port or a path, but is \"" + url
                        + "\".");
    }

    @Test
    void norWithAPasswordWhichTheMessageDoesNotRepeat() {
        assertThatThrownBy(() -> StartedLinks.at("https://me:secret@shipgate.example.org"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The setting shipgate.console.url must not have a user or a password in it. "
                        + "Leave them out: everybody who reads a report sees them.");
    }
}

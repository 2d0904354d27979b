package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryStormRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.04                                           | 1.04",
                "[]                                             | an array",
                "\"usual\"                                      | the string \"usual\"",
                "\"" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789"
                        + "0123\" " + "| the string \"012345678901234567890123456789012345678901234567890123456789...\""
            })
    void aBaselineOfNoFormIsToldWhichThereAre(String baseline, String told) {
        JsonObject body =
                StrictJson.object(("{\"points\":[],\"baseline\":" + baseline + "}").getBytes(StandardCharsets.UTF_8));
        RetryStormRequest.read(body, new Release(null, null, null, Map.of()), false);

        assertThat(catchThrowableOfType(
                                InvalidBodyException.class,
                                () -> body.problems().throwIfAny())
                        .problems())
                .singleElement()
                .hasToString("/baseline must be an object, \"auto\" or \"shipped\", but is " + told + ".");
    }
}

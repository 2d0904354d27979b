package dev.shipgate.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.measure.ResultSink;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NameLookupTest {

    private final NameLookup names = new NameLookup(
            Mapping.read("{route: chat, leave_out: [{pattern: '.*'}]}".getBytes(StandardCharsets.UTF_8)),
            new LeftOut());

    @Test
    void aFileThatMeasuresTheTestAsAWholeHasNoNameToLeaveOut() {
        assertThat(names.routeOf(ResultSink.WHOLE_TEST)).contains("chat");
        assertThat(names.notes()).containsExactly("The mapping leaves out what no name is: .*.");
    }

    @Test
    void whatIsLeftOutIsTold() {
        assertThat(names.routeOf("login")).isEmpty();
        assertThat(names.notes()).isEmpty();
    }
}

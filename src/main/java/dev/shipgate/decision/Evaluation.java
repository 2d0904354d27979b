package dev.shipgate.decision;

import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RulesOwner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of evaluation. All that differs between kinds is declared here: nothing else asks which kind it has. */
public interface Evaluation extends RulesOwner {

    /** Its name in answers, records and metrics, such as {@code load_gate}. */
    String kind();

    /** The parts of its answers that are left out unless a caller asks for one with {@code include}. */
    default List<String> includes() {
        return List.of();
    }

    /**
     * Reads its own fields of a request. What is wrong with them is noted in the body's problems, and what
     * this returns is then not used.
     *
     * @param include one of {@link #includes}, or null for none
     */
    Question read(JsonObject body, Release release, @Nullable String include);
}

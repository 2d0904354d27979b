package dev.shipgate.policy.confinement.inspect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call in compiled rules that would take evidence away or change it, or may.
 *
 * @param className the compiled class that it is in, by its binary name
 * @param method the method of that class
 * @param call the method that is called
 * @param type the kind of fact, by its simple name; null where it may be any kind
 */
public record EvidenceLoss(
        String className,
        String method,
        Call call,
        @Nullable String type) {

    /** Calls that take facts away or change them. */
    public enum Call {
        DELETE,
        UPDATE,
        /** Its fact goes away with its reason. */
        INSERT_LOGICAL;

        /** The call of a method of the engine; null when it is none of these. */
        static @Nullable Call of(String owner, String method) {
            if (!owner.startsWith("org/drools/") && !owner.startsWith("org/kie/")) {
                return null;
            }
            return switch (method.toLowerCase(Locale.ROOT)) {
                case "delete", "retract" -> DELETE;
                case "update", "modify" -> UPDATE;
                case "insertlogical", "logicalinsert" -> INSERT_LOGICAL;
                default -> null;
            };
        }
    }
}

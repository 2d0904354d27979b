package dev.shipgate.cli.remote;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a decision. Nothing else gets into a path. */
public final class DecisionId implements ITypeConverter<UUID> {

    @Override
    public UUID convert(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as are those that are an id only with more zeros.
        }
        throw new TypeConversionException(
                "must be the id of a decision, such as 01a20acd-13ab-70cf-8a68-4f10e244d9d5, but is \"" + text + "\"");
    }
}

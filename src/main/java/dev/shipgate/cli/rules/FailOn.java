package dev.shipgate.cli.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A finding of a backtest for which a command says no. */
enum FailOn {
    PASS_TO_BLOCK,
    BLOCK_TO_PASS,
    TO_ERROR,
    FROM_ERROR,
    NOT_EVALUABLE;

    /** Its field in the summary of a backtest. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String option() {
        return field().replace('_', '-');
    }

    /** Reads one as it is typed. */
    static final class Converter implements ITypeConverter<FailOn> {

        @Override
        public FailOn convert(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.option().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be one of "
                            + Arrays.stream(values()).map(FailOn::option).collect(Collectors.joining(", "))
                            + ", but is \"" + text + "\""));
        }
    }
}

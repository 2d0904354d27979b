package dev.shipgate.ingest.request;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.mapping.MappingUse;
import dev.shipgate.ingest.mapping.MappingUse.MappingMember;
import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A caller's options without effect on the files: the caller would believe that they hold. A mapping that the caller
 * did not name, and that has the name of the format, serves other files too: not all of it needs to have an effect.
 */
final class UnusedOptions {

    private static final String NO_NAMES = "has no effect: such a file names no routes. Leave it out";

    private final ImportInput input;
    private final Mapping mapping;
    private final boolean isUsed;
    private final boolean takesSteps;

    /** The entries that the caller says in a mapping of theirs, or in one that they name. */
    private final Mapping said;

    private final boolean isMappingOfCaller;

    /**
     * The one of an import.
     *
     * @param format of the files
     * @param said the entries of the mapping alone
     * @param mapping the same, with the parameters that the caller gives beside it
     */
    UnusedOptions(ImportInput input, Importer importer, String format, Mapping said, Mapping mapping) {
        this.input = input;
        this.said = said;
        this.mapping = mapping;
        this.isUsed = importer.usesMapping(format);
        this.takesSteps = importer.takesSteps(format);
        this.isMappingOfCaller = input.mapping() != null || input.mappingName() != null;
    }

    /** The options that have no effect on any such file. */
    List<Problem> beforehand() {
        List<Problem> problems = new ArrayList<>();
        if (isMappingOfCaller && said.said().isEmpty()) {
            problems.add(new Problem(
                    "/mapping",
                    "says nothing, so that it has no effect. Say which names are which route, or leave it out."));
        } else if (isMappingOfCaller && !isUsed) {
            problems.add(new Problem("/mapping", NO_NAMES + ", and name the columns of a table as they must be."));
        }
        if (!isUsed) {
            addIf(problems, input.route(), "/route");
            addIf(problems, input.by(), "/by");
        }
        if (input.steps() != null && !takesSteps) {
            problems.add(new Problem(
                    "/step_seconds", "has no effect: such a file is not cut into steps of a length. Leave it out."));
        }
        return problems;
    }

    private static void addIf(List<Problem> problems, @Nullable String parameter, String pointer) {
        if (parameter != null) {
            problems.add(new Problem(pointer, NO_NAMES + "."));
        }
    }

    /**
     * Once the files have been read.
     *
     * @throws InvalidBodyException with all that had no effect
     */
    void requireNothing() {
        List<Problem> problems = beforehand();
        if (isUsed) {
            for (MappingMember member : mapping.said()) {
                boolean isParameter = isParameter(member);
                if ((isParameter || isMappingOfCaller) && !isHeard(member)) {
                    problems.add(new Problem(
                            (isParameter ? "/" : "/mapping/") + member.word(),
                            "has no effect, as it is for " + member.isFor() + ". Leave it out."));
                }
            }
            requireAName(problems);
        }
        if (!problems.isEmpty()) {
            throw InvalidBodyException.ofParts(problems);
        }
    }

    private boolean isParameter(MappingMember member) {
        return (member == MappingMember.ROUTE && input.route() != null)
                || (member == MappingMember.BY && input.by() != null);
    }

    private boolean isHeard(MappingMember member) {
        boolean isSaidByFiles =
                member == MappingMember.FIELD && input.files().stream().allMatch(file -> file.field() != null);
        return mapping.use().isAsked(member) && !isSaidByFiles;
    }

    /** Some of its names may be those of other tests; all of them are not. */
    private void requireAName(List<Problem> problems) {
        MappingUse use = mapping.use();
        if (isMappingOfCaller
                && use.isAsked(MappingMember.ROUTES)
                && mapping.routes().keySet().stream().noneMatch(use::isFound)) {
            problems.add(new Problem(
                    "/mapping/routes",
                    "has no effect: no name of the files is " + wanted() + ". Their names are " + use.names()
                            + ". Maybe it is the mapping of another test?"));
        }
    }

    private String wanted() {
        return LeftOut.shortened(mapping.routes().entrySet().stream()
                .map(route -> route.getKey() + " ("
                        + route.getValue().stream()
                                .map(name -> ShortText.of(name.text()))
                                .collect(Collectors.joining(", "))
                        + ")")
                .toList());
    }
}

package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.mapping.MappingText;
import dev.shipgate.ingest.mapping.Mappings;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.read.ImportTooLongException;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.FailedQuery;
import dev.shipgate.json.InvalidBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a caller gives for an import.
 *
 * @param files the results, all of one tool
 * @param format its name; null to recognise it from the first file
 * @param mapping the text of a mapping; null where its name says it, or there is none
 * @param mappingName the name of a mapping beside the rules; null for that of the format, if there is one
 * @param quality the measurements that the tool does not make, as JSON or CSV; null for none
 * @param request the other fields that the evaluation takes, as JSON; null for nothing
 * @param route which route it is that a file measures as a whole; null where the mapping says it, or the file
 * @param by which tag, label or column names routes; null for the usual one
 * @param steps how a run is cut into steps; null when nobody said
 */
public record ImportInput(
        List<ResultFile> files,
        @Nullable String format,
        byte @Nullable [] mapping,
        @Nullable String mappingName,
        byte @Nullable [] quality,
        byte @Nullable [] request,
        @Nullable String route,
        @Nullable String by,
        @Nullable StepPlan steps) {

    /**
     * The request that an evaluation gets.
     *
     * @param mappings those beside the rules
     * @param end until when it may take
     * @throws ImportTooLongException when it takes longer
     * @throws UnreadableResultException when a file cannot be read as a result
     * @throws InvalidBodyException when an input beside the files is wrong
     */
    public ObjectNode toRequest(Importer importer, Mappings mappings, Deadline end) throws IOException {
        ObjectNode whole = asked(importer.field());
        List<ResultFile> timed = files.stream().map(end::of).toList();
        FailedQuery.requireNone(timed);
        String known = format == null ? importer.formatOf(timed.get(0)) : format;
        requireFieldsToMeanSomething(importer.takesFields(known));
        MappingText names = names(mappings, known, importer.usesMapping(known));
        Mapping said = names == null ? Mapping.none() : names.read();
        Mapping read = said.with(route, by).until(end);
        UnusedOptions inVain = new UnusedOptions(this, importer, known, said, read);
        if (quality != null && !importer.takesQuality()) {
            throw InvalidBodyException.ofPart(
                    "quality", "is of the routes of a load test, which are not asked for here.");
        }
        Quality beside = quality == null ? Quality.NONE : quality(quality);
        Imported imported = read(importer, timed, known, new ImportOptions(read, beside, steps), inVain);
        inVain.requireNothing();
        imported.by(names).alsoFrom("quality", quality).addTo(whole);
        return whole;
    }

    /**
     * A mapping that nobody asked for is only looked for where it is used: that of a tool serves other kinds of files,
     * too.
     */
    private @Nullable MappingText names(Mappings mappings, String known, boolean isUsed) throws IOException {
        if (mapping != null && mappingName != null) {
            throw InvalidBodyException.ofPart(
                    "mapping", "is given, and named as " + mappingName + " too. Which one is meant?");
        }
        if (mapping != null) {
            return new MappingText(null, mapping);
        }
        return mappingName == null && !isUsed ? null : mappings.text(mappingName, known);
    }

    /**
     * The refusal of a file also names the options that have no effect on it, so that the caller does not learn of
     * them one import later.
     */
    private static Imported read(
            Importer importer, List<ResultFile> timed, String known, ImportOptions options, UnusedOptions inVain)
            throws IOException {
        try {
            return importer.read(timed, known, options);
        } catch (UnreadableResultException e) {
            throw OtherFormat.hinted(e, importer, timed, known).and(inVain.beforehand());
        }
    }

    /**
     * The files of other tools say themselves which fields they measure, so that a part or a file with the name of a
     * field is a mistake.
     */
    private void requireFieldsToMeanSomething(boolean takesFields) {
        for (ResultFile file : files) {
            if (file.field() != null && !takesFields) {
                throw InvalidBodyException.ofPart(
                        file.field(),
                        "is the name of no part. The parts are file, quality, mapping and request; only an answer of "
                                + "Prometheus is named after what it measures.");
            }
        }
    }

    /** The message about a wrong part names the part, and so does not read like one about a wrong file of results. */
    private static Quality quality(byte[] part) {
        try {
            return Quality.read(part);
        } catch (UnreadableResultException e) {
            throw e.in("quality");
        }
    }

    private static JsonNode asked(byte[] part) throws IOException {
        try {
            return JsonDocument.read(new ByteArrayInputStream(part));
        } catch (UnreadableResultException e) {
            throw e.in("request");
        }
    }

    private ObjectNode asked(String imported) throws IOException {
        if (request == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode asked = asked(request);
        if (!(asked instanceof ObjectNode fields)) {
            throw InvalidBodyException.ofPart("request", "must be a JSON object.");
        }
        for (String field : List.of(imported, Imported.SOURCE)) {
            if (fields.has(field)) {
                throw InvalidBodyException.ofPart(
                        "request", "must not have \"" + field + "\", which comes from the imported files.");
            }
        }
        return fields;
    }
}

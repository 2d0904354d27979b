package dev.shipgate.decision.http;

import dev.shipgate.report.format.ReportFormat;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/**
 * The form in which a caller wants a decision told.
 *
 * @param format JSON unless the {@code Accept} header prefers another
 * @param mediaType by which the caller asked for it
 */
public record RequestedFormat(ReportFormat format, MediaType mediaType) {

    /** For {@code @Produces}: all that {@link #of} chooses from. Of several that are as welcome the first is taken. */
    public static final String MEDIA_TYPES = "application/json, text/markdown, text/plain, text/csv,"
            + " application/junit+xml, application/xml, text/xml, application/sarif+json,"
            + " text/x-github-workflow-commands";

    private static final Map<String, ReportFormat> OTHER_NAMES =
            Map.of("application/xml", ReportFormat.JUNIT_XML, "text/xml", ReportFormat.JUNIT_XML);

    private static final List<RequestedFormat> OFFERED = List.of(MEDIA_TYPES.split(", ?", -1)).stream()
            .map(RequestedFormat::named)
            .toList();

    /** One that is asked for by its name, and not by a header. */
    public static RequestedFormat of(ReportFormat format) {
        return named(format.mediaType());
    }

    private static RequestedFormat named(String mediaType) {
        for (ReportFormat format : ReportFormat.values()) {
            if (format.mediaType().equals(mediaType)) {
                return new RequestedFormat(format, MediaType.valueOf(mediaType));
            }
        }
        ReportFormat format = OTHER_NAMES.get(mediaType);
        if (format == null) {
            throw new IllegalStateException("No form has the media type " + mediaType);
        }
        return new RequestedFormat(format, MediaType.valueOf(mediaType));
    }

    /**
     * The most welcome of those that are offered.
     *
     * @throws NotAcceptableException when the header names only unwelcome types, as {@code *}{@code /*;q=0}; one that
     *     names none of those offered has been refused before
     */
    public static RequestedFormat of(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.ACCEPT);
        if (header == null || header.isBlank()) {
            return OFFERED.get(0);
        }
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        for (MediaType type : accepted) {
            for (RequestedFormat form : OFFERED) {
                if (isWelcome(type) && type.isCompatible(form.mediaType()) && !isRuledOut(form, accepted)) {
                    return form;
                }
            }
        }
        if (accepted.stream().noneMatch(RequestedFormat::isWelcome)) {
            throw new NotAcceptableException();
        }
        return OFFERED.get(0);
    }

    private static boolean isWelcome(MediaType accepted) {
        String weight = accepted.getParameters().get("q");
        return weight == null || !weight.matches("0(\\.0*)?");
    }

    /**
     * Whether a header such as {@code application/json;q=0, *}{@code /*} excludes it. A browser that accepts XML means
     * pages, and so does not ask for a report in XML.
     */
    private static boolean isRuledOut(RequestedFormat form, List<MediaType> accepted) {
        boolean isOfABrowser = OTHER_NAMES.containsKey(form.mediaType().toString())
                && accepted.stream().anyMatch(type -> type.getSubtype().equals("html"));
        return isOfABrowser
                || accepted.stream()
                        .anyMatch(type ->
                                !isWelcome(type) && !type.isWildcardSubtype() && type.isCompatible(form.mediaType()));
    }

    public boolean isJson() {
        return format == ReportFormat.JSON;
    }

    /** The media type that an answer in this form is declared as. */
    public MediaType contentType() {
        return mediaType.getType().equals("text") ? mediaType.withCharset("UTF-8") : mediaType;
    }
}

package dev.shipgate.console;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The filters in the address of a list. They are those of the API, so that an address can be turned into a call.
 *
 * @param path the address of the list without filters
 * @param values by name, those that say something
 */
public record Filters(String path, Map<String, String> values) {

    /** The parameter that says where a page begins. It is no filter. */
    private static final String CURSOR = "cursor";

    /** Those of a request. Of a parameter that is there more than once, the list has refused the request. */
    public static Filters of(UriInfo uri) {
        Map<String, String> values = new TreeMap<>();
        uri.getQueryParameters().forEach((name, given) -> {
            if (isSaid(given)) {
                values.put(name, given.get(0));
            }
        });
        return new Filters(uri.getPath(), values);
    }

    private static boolean isSaid(List<String> given) {
        return !given.isEmpty() && !given.get(0).isEmpty();
    }

    /** Whether a form sent fields that were left empty, which the API would take for a mistake. */
    public static boolean hasEmpty(UriInfo uri) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        return given.values().stream().anyMatch(values -> !isSaid(values));
    }

    /** The value of one, or the empty text. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether one of these has a value. */
    public boolean hasAny(List<String> names) {
        return names.stream().anyMatch(values::containsKey);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty() || (values.size() == 1 && values.containsKey(CURSOR));
    }

    /** Whether this is a later page of the list. */
    public boolean isLaterPage() {
        return values.containsKey(CURSOR);
    }

    /** The address of this list. */
    public URI address() {
        return address(values);
    }

    /** The address of the first page. */
    public URI firstPage() {
        Map<String, String> without = new LinkedHashMap<>(values);
        without.remove(CURSOR);
        return address(without);
    }

    /** The address of the page after this one. */
    public URI nextPage(String cursor) {
        Map<String, String> with = new LinkedHashMap<>(values);
        with.put(CURSOR, cursor);
        return address(with);
    }

    /** The same filters of another path. */
    public URI of(String otherPath) {
        return new Filters(otherPath, values).firstPage();
    }

    private URI address(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> PageAddress.encoded(one.getKey()) + "=" + PageAddress.encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(query.isEmpty() ? path : path + "?" + query);
    }
}

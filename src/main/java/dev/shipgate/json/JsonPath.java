package dev.shipgate.json;

import org.jspecify.annotations.Nullable;

/** The place of a value. The pointer is only put into words when there is something to say about the value. */
record JsonPath(@Nullable JsonPath parent, @Nullable String name, int index) {

    static final JsonPath ROOT = new JsonPath(null, null, -1);

    JsonPath child(String name) {
        return new JsonPath(this, name, -1);
    }

    JsonPath child(int index) {
        return new JsonPath(this, null, index);
    }

    /** JSON Pointer, RFC 6901. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        appendTo(pointer);
        return pointer.toString();
    }

    private void appendTo(StringBuilder pointer) {
        if (parent != null) {
            parent.appendTo(pointer);
            String step = name == null
                    ? Integer.toString(index)
                    : name.replace("~", "~0").replace("/", "~1");
            pointer.append('/').append(step);
        }
    }
}

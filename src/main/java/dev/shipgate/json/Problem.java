package dev.shipgate.json;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the value
 * @param detail the text that names the error, the value that is there, and the value that would be right
 */
public record Problem(String pointer, String detail) {

    @Override
    public String toString() {
        if (pointer.isEmpty()) {
            return detail;
        }
        boolean isSentence = Character.isUpperCase(detail.codePointAt(0));
        return pointer + (isSentence ? ": " : " ") + detail;
    }
}

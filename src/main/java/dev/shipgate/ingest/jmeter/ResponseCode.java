package dev.shipgate.ingest.jmeter;

import com.google.re2j.Pattern;

/** The response code of a sample. JMeter writes text of its own where there was no response. */
final class ResponseCode {

    /**
     * As HTTP has them, maybe with their meaning behind, or as a number with a decimal that another program made of it.
     * Samplers of other protocols have codes with fewer or more digits, or words.
     */
    private static final Pattern ERROR_STATUS = Pattern.compile("[4-9]\\d\\d(\\.0)?(\\s.*)?");

    private static final String NO_RESPONSE = "Non HTTP response code";

    private ResponseCode() {}

    /**
     * Whether it is a status of 400 or more, or says that there was no response. Samplers of other protocols may set
     * none.
     */
    static boolean isOfFailure(String code) {
        return code.startsWith(NO_RESPONSE) || ERROR_STATUS.matches(code.strip());
    }
}

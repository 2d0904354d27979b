package dev.shipgate.text;

import java.util.regex.Pattern;

/**
 * Commands that a pipeline obeys wherever its steps print them: {@code ##[} of GitHub, {@code ##vso[} of Azure
 * Pipelines and {@code ##teamcity[}. A name of others may not be one.
 */
public final class PipelineCommands {

    private static final Pattern BEGINNING = Pattern.compile("#(?=#\\w*\\[)");

    private PipelineCommands() {}

    /** A text with a blank in each of them, which is none then. */
    public static String brokenIn(String text) {
        return BEGINNING.matcher(text).replaceAll("# ");
    }
}

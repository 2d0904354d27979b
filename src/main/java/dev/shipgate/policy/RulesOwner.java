package dev.shipgate.policy;

/**
 * A part of the service that has rules of its own. Each bean of this type owns one folder below the rules folder;
 * a file in a folder that nobody owns is refused, because its rules would silently decide nothing.
 */
public interface RulesOwner {

    /** The name of the folder, such as {@code load-gate}. */
    String rulesFolder();

    /** The kinds of facts that its rules can ask for and insert. */
    Vocabulary vocabulary();
}

package dev.shipgate.policy.lint.syntax;

import java.util.Optional;

/** The classes of the service and of Java that rule files name. */
public final class NamedClasses {

    private NamedClasses() {}

    /** The class of a whole name, which is not initialized; empty when there is none. */
    public static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, NamedClasses.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}

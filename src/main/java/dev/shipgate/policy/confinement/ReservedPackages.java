package dev.shipgate.policy.confinement;

import java.util.List;

/** Packages that are not for rules: a class in one of them could pass for one of the platform's. */
public final class ReservedPackages {

    private static final List<String> NAMES =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.drools.", "org.kie.", "dev.shipgate.");

    private ReservedPackages() {}

    /** Whether a package is one of these or lies in one of them. */
    public static boolean contains(String packageName) {
        return NAMES.stream().anyMatch((packageName + ".")::startsWith);
    }
}

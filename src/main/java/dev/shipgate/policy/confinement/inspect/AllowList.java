package dev.shipgate.policy.confinement.inspect;

import static java.util.stream.Collectors.joining;

import dev.shipgate.policy.ForRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * The parts of the platform, the engine and the service that compiled rules may use: {@code allowed.txt} lists them.
 */
final class AllowList {

    private static final String FILE = "allowed.txt";
    private static final Members OF_THE_SERVICE = new Members(Set.of("*", "new", "-hashCode"));

    private final Map<String, Members> byType = new HashMap<>();

    /** The names after a type in the file. */
    private record Members(Set<String> names) {

        boolean allow(String member, String descriptor) {
            String name = member.equals("<init>") ? "new" : member;
            return names.contains(name)
                    || names.contains(name + "(" + parameters(descriptor) + ")")
                    || (names.contains("*") && !name.equals("new") && !names.contains("-" + name));
        }

        private static String parameters(String descriptor) {
            return !descriptor.startsWith("(")
                    ? ""
                    : Arrays.stream(Type.getArgumentTypes(descriptor))
                            .map(type -> type.getClassName().replaceFirst(".*\\.", ""))
                            .collect(joining(","));
        }
    }

    static AllowList read() {
        try (InputStream file = Objects.requireNonNull(AllowList.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new AllowList(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of what rules may use cannot be read", e);
        }
    }

    private AllowList(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = List.of(line.trim().split("\\s+"));
                byType.put(words.get(0), new Members(words.stream().skip(1).collect(Collectors.toUnmodifiableSet())));
            }
        }
    }

    /** Whether rules may name a type, such as {@code java.lang.String}. */
    boolean allowsType(String type) {
        return members(type) != null;
    }

    /** Whether rules may use a field or method of a type. */
    boolean allowsMember(String type, String name, String descriptor) {
        Members members = members(type);
        return members != null && members.allow(name, descriptor);
    }

    private @Nullable Members members(String type) {
        Members members = byType.get(type);
        if (members == null) {
            members = byType.get(type.substring(0, type.lastIndexOf('.') + 1) + "*");
        }
        return members == null && isForRules(type) ? OF_THE_SERVICE : members;
    }

    private static boolean isForRules(String type) {
        if (!type.startsWith("dev.shipgate.")) {
            return false;
        }
        try {
            Class<?> found = Class.forName(type, false, AllowList.class.getClassLoader());
            return found.getNestHost().isAnnotationPresent(ForRules.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

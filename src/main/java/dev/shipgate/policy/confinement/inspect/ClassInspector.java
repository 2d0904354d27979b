package dev.shipgate.policy.confinement.inspect;

import dev.shipgate.policy.confinement.Member;
import dev.shipgate.policy.confinement.ReservedPackages;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * Searches all compiled classes of rules, before any of them is loaded, for code that rules may not use. Each class,
 * method and field that the code names must be one of the rules' own, or on the {@link AllowList}. There is no
 * other way out: all that a class can do it can do only by such names.
 */
public final class ClassInspector {

    /** Drools makes it of the name of the build alone: nothing of an author is in it. */
    private static final String BUILD_DESCRIPTION = "org/drools/project/model/ProjectModel_";

    /**
     * The types that rules may implement beside functions. No collections, texts or numbers of their own: the service
     * would call them when the evaluation and its limits are over.
     */
    private static final Set<String> IMPLEMENTABLE = Set.of(
            "java/io/Externalizable",
            "java/io/Serializable",
            "java/lang/Comparable",
            "java/lang/Iterable",
            "java/util/Comparator",
            "java/util/Iterator");

    /**
     * With others a fact is an event, which the engine lets expire by the clock, or is written as JSON in another way.
     */
    private static final Set<String> ANNOTATIONS = Set.of(
            "Lorg/kie/api/definition/type/ClassReactive;",
            "Lorg/kie/api/definition/type/Key;",
            "Lorg/kie/api/definition/type/Position;",
            "Lorg/kie/api/definition/type/PropertyReactive;",
            "Ljava/lang/Override;");

    private static final AllowList ALLOWED = AllowList.read();

    private final Map<String, OwnClass> own = new HashMap<>();
    private final Set<ConfinementViolation> found = new LinkedHashSet<>();

    private ClassInspector() {}

    /** Everything in these classes that rules may not use; empty when they may run. */
    public static List<ConfinementViolation> inspect(Collection<byte[]> classes) {
        ClassInspector inspector = new ClassInspector();
        List<ClassReader> readers = classes.stream()
                .map(ClassReader::new)
                .filter(reader -> !isBuildDescription(reader))
                .toList();
        readers.forEach(reader -> inspector.own.put(reader.getClassName(), OwnClass.of(reader)));
        readers.forEach(reader -> reader.accept(new InspectedClass(inspector), ClassReader.SKIP_DEBUG));
        return List.copyOf(inspector.found);
    }

    /**
     * Whether a class is the engine's description of a build, which is not inspected. It is to be taken from the
     * compiler alone.
     */
    public static boolean isBuildDescription(ClassReader reader) {
        return reader.getClassName().startsWith(BUILD_DESCRIPTION);
    }

    void requireOwnPackage(String className) {
        if (ReservedPackages.contains(named(className))) {
            found(className, "", "the package of " + named(className));
        }
    }

    void requireType(String className, String method, String type) {
        String element = elementOf(type);
        if (element != null && !own.containsKey(element) && !ALLOWED.allowsType(named(element))) {
            found(className, method, named(element));
        }
    }

    void requireMember(String className, String method, Member member) {
        String owner = member.owner();
        while (own.containsKey(owner)) {
            OwnClass declaring = own.get(owner);
            if (declaring.declares(member)) {
                return;
            }
            owner = declaring.superName();
        }
        if (owner.startsWith("[") || !ALLOWED.allowsMember(named(owner), member.name(), member.descriptor())) {
            found(className, method, member.isConstructor() ? constructor(owner) : named(owner) + "." + member.name());
        }
    }

    /** A type that must not be named at all is told once. */
    private static String constructor(String owner) {
        return ALLOWED.allowsType(named(owner)) ? "this constructor of " + named(owner) : named(owner);
    }

    boolean isOwn(String className) {
        return own.containsKey(className);
    }

    boolean isOwnEnum(String className) {
        OwnClass type = own.get(className);
        return type != null && (type.superName().equals("java/lang/Enum") || isOwnEnum(type.superName()));
    }

    boolean isImplementable(String type) {
        return IMPLEMENTABLE.contains(type)
                || type.startsWith("java/util/function/")
                || type.startsWith("org/drools/")
                || type.equals("org/kie/api/runtime/rule/AccumulateFunction")
                || own.containsKey(type);
    }

    void requireAnnotation(String className, String method, String descriptor) {
        if (!ANNOTATIONS.contains(descriptor)) {
            found(
                    className,
                    method,
                    "the annotation " + Type.getType(descriptor).getClassName());
        }
    }

    void found(String className, String method, String what) {
        found.add(new ConfinementViolation(named(className), method, what));
    }

    /** The type that an array is made of; null for numbers and the like. */
    private static @Nullable String elementOf(String type) {
        if (!type.startsWith("[")) {
            return type;
        }
        String element = type.substring(type.lastIndexOf('[') + 1);
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : null;
    }

    private static String named(String internalName) {
        return internalName.replace('/', '.');
    }
}

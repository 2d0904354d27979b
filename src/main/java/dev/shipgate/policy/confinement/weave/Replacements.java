package dev.shipgate.policy.confinement.weave;

import dev.shipgate.policy.confinement.Member;
import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.calls.Dates;
import dev.shipgate.policy.confinement.calls.Decimals;
import dev.shipgate.policy.confinement.calls.EngineCalls;
import dev.shipgate.policy.confinement.calls.Functions;
import dev.shipgate.policy.confinement.calls.Messages;
import dev.shipgate.policy.confinement.calls.NumberTexts;
import dev.shipgate.policy.confinement.calls.Regexes;
import dev.shipgate.policy.confinement.calls.TextBuilders;
import dev.shipgate.policy.confinement.calls.Texts;
import dev.shipgate.policy.confinement.collections.CheckedCollectSet;
import dev.shipgate.policy.confinement.collections.CheckedList;
import dev.shipgate.policy.confinement.collections.CheckedMap;
import dev.shipgate.policy.confinement.collections.CheckedSet;
import dev.shipgate.policy.confinement.collections.CheckedSortedMap;
import dev.shipgate.policy.confinement.collections.CheckedSortedSet;
import dev.shipgate.policy.confinement.collections.Comparisons;
import dev.shipgate.policy.confinement.collections.Lookups;
import dev.shipgate.policy.confinement.collections.Loops;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** The limited methods and types that rules get in the place of those of the platform. */
public final class Replacements {

    private static final List<Class<?>> HOLDERS = List.of(
            CheckedList.class,
            Comparisons.class,
            Dates.class,
            Decimals.class,
            EngineCalls.class,
            Functions.class,
            Lookups.class,
            Loops.class,
            Messages.class,
            NumberTexts.class,
            Regexes.class,
            TextBuilders.class,
            Texts.class);

    /** Types of which rules get a limited kind whenever they make one; each limited kind is one of the other. */
    private static final Map<String, Class<?>> TYPES = Map.of(
            "java/util/ArrayList",
            CheckedList.class,
            "java/util/HashMap",
            CheckedMap.class,
            "java/util/LinkedHashMap",
            CheckedMap.class,
            "java/util/TreeMap",
            CheckedSortedMap.class,
            "java/util/HashSet",
            CheckedSet.class,
            "java/util/LinkedHashSet",
            CheckedSet.class,
            "java/util/TreeSet",
            CheckedSortedSet.class,
            Type.getInternalName(CollectSetAccumulateFunction.class),
            CheckedCollectSet.class);

    private static final Map<Member, Member> METHODS = new HashMap<>();

    /**
     * The types whose replaced methods are replaced in all their subtypes. Object is not among them, as most objects
     * are neither large nor slow.
     */
    private static final List<Class<?>> INHERITED =
            List.of(Map.class, List.class, Collection.class, Iterable.class, Throwable.class);

    static {
        HOLDERS.forEach(holder -> Arrays.stream(holder.getMethods())
                .forEach(method -> add(method, method.getAnnotation(Replaces.class))));
    }

    private Replacements() {}

    private static void add(Method method, @Nullable Replaces replaced) {
        if (replaced != null) {
            Type[] parameters = Type.getArgumentTypes(method);
            Type[] original = replaced.isStatic() ? parameters : Arrays.copyOfRange(parameters, 1, parameters.length);
            METHODS.put(
                    new Member(
                            Type.getInternalName(replaced.value()),
                            replaced.name().isEmpty() ? method.getName() : replaced.name(),
                            Type.getMethodDescriptor(Type.getReturnType(method), original)),
                    new Member(
                            Type.getInternalName(method.getDeclaringClass()),
                            method.getName(),
                            Type.getMethodDescriptor(method)));
        }
    }

    /** The static method to call instead; null when the method itself is to be called. */
    static @Nullable public Member of(Member method) {
        Member limited = METHODS.get(method);
        boolean inherits = method.owner().startsWith("java/util/")
                || (method.owner().startsWith("java/") && method.name().equals("getMessage"));
        return limited == null && inherits ? inherited(method) : limited;
    }

    private static @Nullable Member inherited(Member method) {
        try {
            Class<?> owner =
                    Class.forName(method.owner().replace('/', '.'), false, Replacements.class.getClassLoader());
            for (Class<?> above : INHERITED) {
                Member limited =
                        METHODS.get(new Member(Type.getInternalName(above), method.name(), method.descriptor()));
                if (above.isAssignableFrom(owner) && limited != null) {
                    return limited;
                }
            }
            return null;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("A class of the platform is missing", e);
        }
    }

    /** The type to make instead; the type itself when it has no limited kind. */
    static String typeFor(String type) {
        Class<?> limited = TYPES.get(type);
        return limited == null ? type : Type.getInternalName(limited);
    }
}

package dev.shipgate.policy.lint.read;

import static java.util.stream.Collectors.groupingBy;

import dev.shipgate.policy.lint.syntax.Conversions;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.FunctionDescr;

/**
 * A thing to call: a method, a constructor, or a function of a rule file.
 *
 * @param name its own; that of the class for a constructor
 * @param parameters the values that it takes; of type {@code Object} where that cannot be told from the text
 * @param returned the value that comes back; empty when it cannot be told, or there is none
 */
public record Callee(String name, List<Meaning> parameters, Optional<Meaning> returned) {

    private static final ClassValue<Map<String, List<Callee>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, List<Callee>> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> !method.isBridge())
                    .map(Callee::of)
                    .collect(groupingBy(Callee::name));
        }
    };

    private static final ClassValue<List<Callee>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected List<Callee> computeValue(Class<?> type) {
            return Arrays.stream(type.getConstructors()).map(Callee::of).toList();
        }
    };

    public static Stream<Callee> methods(Class<?> type, String name) {
        return METHODS.get(type).getOrDefault(name, List.of()).stream();
    }

    static Stream<Callee> constructors(Class<?> type) {
        return CONSTRUCTORS.get(type).stream();
    }

    /** The only parameter of a method is known by the name of the method: {@code errorRate(double limit)}. */
    private static Callee of(Method method) {
        List<Meaning> parameters = parameters(method);
        return new Callee(
                method.getName(),
                parameters.size() == 1 ? List.of(parameters.get(0).named(method.getName())) : parameters,
                Optional.of(Meaning.of(method)).filter(returned -> returned.type() != void.class));
    }

    private static Callee of(Constructor<?> constructor) {
        Class<?> made = constructor.getDeclaringClass();
        return new Callee(
                made.getSimpleName(), parameters(constructor), Optional.of(Meaning.of(made.getSimpleName(), made)));
    }

    private static List<Meaning> parameters(Executable called) {
        return Arrays.stream(called.getParameters()).map(Meaning::of).toList();
    }

    public static Callee of(LintedFile file, FunctionDescr function) {
        Names names = new Names(file, null, Map.of());
        return new Callee(
                function.getName(),
                IntStream.range(0, function.getParameterNames().size())
                        .mapToObj(i -> Meaning.of(
                                function.getParameterNames().get(i),
                                names.type(function.getParameterTypes().get(i)).orElse(Object.class)))
                        .toList(),
                names.type(function.getReturnType()).map(type -> Meaning.of(function.getName(), type)));
    }

    /** Whether Java takes values of these types, in their order, where the parameters stand. */
    boolean takes(List<Optional<Class<?>>> types, boolean boxing) {
        return parameters.size() == types.size()
                && IntStream.range(0, types.size())
                        .allMatch(i -> types.get(i)
                                .map(type -> Conversions.takes(parameters.get(i).type(), type, boxing))
                                .orElse(true));
    }

    /** Whether it takes nothing that the other does not take. */
    boolean isAsNarrowAs(Callee other) {
        return other.takes(
                parameters.stream()
                        .<Optional<Class<?>>>map(parameter -> Optional.of(parameter.type()))
                        .toList(),
                false);
    }
}

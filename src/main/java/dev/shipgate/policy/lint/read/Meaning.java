package dev.shipgate.policy.lint.read;

import static java.util.stream.Collectors.toMap;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.MistakenFor;
import dev.shipgate.policy.OneOf;
import dev.shipgate.policy.lint.syntax.Conversions;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an expression of a rule.
 *
 * @param name as authors write it, such as {@code p95Ms} or {@code labels["track"]}
 * @param type the type of its values
 * @param mayBeNull whether there may be no value
 * @param range which numbers it can be; null when any, or when it is none
 * @param texts which texts it can be; empty when any, or when it is none
 * @param mistaken texts that mean nothing, each with the text or the code that is meant by it
 */
public record Meaning(
        String name,
        Class<?> type,
        boolean mayBeNull,
        @Nullable Range range,
        List<String> texts,
        Map<String, MistakenFor> mistaken) {

    private static final ClassValue<Map<String, Meaning>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Meaning> computeValue(Class<?> kind) {
            return fields(kind);
        }
    };

    static Meaning of(String name, Class<?> type) {
        return new Meaning(name, type, false, null, List.of(), Map.of());
    }

    /** A field of a kind of fact. */
    static Optional<Meaning> ofField(Class<?> kind, String field) {
        return Optional.ofNullable(FIELDS.get(kind).get(field));
    }

    /** The fields of a kind of fact, also those that it computes, such as {@code minuteNumber}. */
    static Collection<Meaning> fieldsOf(Class<?> kind) {
        return FIELDS.get(kind).values();
    }

    private static Map<String, Meaning> fields(Class<?> kind) {
        return kind.isRecord()
                ? Arrays.stream(kind.getDeclaredMethods())
                        .filter(method -> method.getParameterCount() == 0
                                && Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && method.getReturnType() != void.class)
                        .map(Meaning::of)
                        .collect(toMap(Meaning::name, field -> field))
                : Map.of();
    }

    /** The value that a method returns. */
    static Meaning of(Method method) {
        return of(method.getName(), method.getReturnType(), method.getAnnotatedReturnType(), method);
    }

    /** A value that a method or a constructor takes; the mistaken texts of a field of that name hold for it too. */
    static Meaning of(Parameter parameter) {
        Meaning meaning = of(parameter.getName(), parameter.getType(), parameter.getAnnotatedType(), parameter);
        return ofField(parameter.getDeclaringExecutable().getDeclaringClass(), meaning.name)
                .map(field -> new Meaning(
                        meaning.name, meaning.type, meaning.mayBeNull, meaning.range, meaning.texts, field.mistaken))
                .orElse(meaning);
    }

    private static Meaning of(String name, Class<?> type, AnnotatedType annotated, AnnotatedElement said) {
        Within within = said.getAnnotation(Within.class);
        OneOf oneOf = said.getAnnotation(OneOf.class);
        return new Meaning(
                name,
                type,
                annotated.isAnnotationPresent(Nullable.class),
                within == null ? null : within.value(),
                oneOf == null ? List.of() : List.of(oneOf.value()),
                mistaken(said.getAnnotationsByType(MistakenFor.class)));
    }

    private static Map<String, MistakenFor> mistaken(MistakenFor[] mistakes) {
        return Arrays.stream(mistakes)
                .flatMap(mistake -> Arrays.stream(mistake.written()).map(text -> Map.entry(text, mistake)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An entry of a map that is a field of a kind of fact, which may not be there. */
    static Optional<Meaning> ofEntry(Class<?> kind, String field, String key) {
        return Optional.ofNullable(kind.getRecordComponents())
                .flatMap(components -> Arrays.stream(components)
                        .filter(component -> component.getName().equals(field))
                        .flatMap(component -> valueType(component).stream())
                        .map(type -> new Meaning(
                                field + "[\"" + key + "\"]",
                                type,
                                true,
                                type == Double.class ? Range.ofMetric(key) : null,
                                List.of(),
                                Map.of()))
                        .findFirst());
    }

    private static Optional<Class<?>> valueType(RecordComponent map) {
        Type[] arguments =
                map.getGenericType() instanceof ParameterizedType type ? type.getActualTypeArguments() : new Type[0];
        return arguments.length == 2 && arguments[1] instanceof Class<?> value ? Optional.of(value) : Optional.empty();
    }

    Meaning named(String other) {
        return new Meaning(other, type, mayBeNull, range, texts, mistaken);
    }

    Meaning neverNull() {
        return new Meaning(name, type, false, range, texts, mistaken);
    }

    /** The same; a number without a range gets that of the whole that it is a part of, such as a limit. */
    Meaning withinThatOf(Meaning whole) {
        return range == null && isNumber() ? within(whole.range) : this;
    }

    Meaning within(@Nullable Range other) {
        return new Meaning(name, type, mayBeNull, other, texts, mistaken);
    }

    Meaning orNull() {
        return new Meaning(name, type, true, range, texts, mistaken);
    }

    /** The same as an object or as a plain value; empty when it is another kind of value. */
    Optional<Meaning> as(Class<?> other) {
        return Conversions.boxed(type) == Conversions.boxed(other)
                ? Optional.of(new Meaning(name, other, mayBeNull && !other.isPrimitive(), range, texts, mistaken))
                : Optional.empty();
    }

    public boolean isText() {
        return type == String.class;
    }

    public boolean isNumber() {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class);
    }

    public boolean isWholeNumber() {
        return List.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class)
                .contains(type);
    }

    /** Whether it is an object that holds a number, so that Java's {@code ==} compares objects. */
    public boolean isBoxed() {
        return Number.class.isAssignableFrom(type);
    }
}

package org.parley.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Input;
import org.parley.graph.Kind;
import org.parley.graph.RawInput;

/**
 * Creates objects of one {@code @Input} class from values that graphql-java has coerced and validated: each public field gets the
 * value of the same name, by reflection. SmallRye serializes the value to JSON and reads that with JSON-B, which looks for a dozen
 * annotations on each field when it first meets a class. That took a quarter of the time from the executable's start to the first
 * answer.
 *
 * <p>A {@link RawInput} gets the map of the values instead.
 *
 * <p>Instances are created with the schema, at build time, so that the native executable contains all of them. Thread-safe.
 */
final class InputObject {
    private static final Map<Class<?>, InputObject> MADE = new ConcurrentHashMap<>();

    /** The types whose values need no conversion. */
    private static final Set<Class<?>> PLAIN = Set.of(String.class, Boolean.class, Integer.class);

    private final Constructor<?> constructor;
    private final Map<String, Member> members;

    private record Member(Field field, UnaryOperator<Object> value) {}

    private InputObject(Class<?> type) {
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no public constructor without parameters", e);
        }
        members = RawInput.class.isAssignableFrom(type) ? Map.of() : members(type);
    }

    private static Map<String, Member> members(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .collect(Collectors.toUnmodifiableMap(
                        Field::getName, field -> new Member(field, value(field.getGenericType()))));
    }

    /** The instance for this class; created once. */
    static InputObject as(Class<?> type) {
        InputObject made = MADE.get(type);
        return made != null ? made : MADE.computeIfAbsent(type, InputObject::new);
    }

    /**
     * Creates an object.
     *
     * @param values the coerced values, by field; null where the client wrote null
     * @return an object whose other fields have the values that the constructor sets; a {@link RawInput} with these values
     */
    Object of(Map<String, Object> values) {
        try {
            Object made = constructor.newInstance();
            if (made instanceof RawInput input) {
                input.give(values);
                return made;
            }
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                Member member = members.get(entry.getKey());
                if (member == null) {
                    throw new IllegalStateException(
                            constructor.getDeclaringClass() + " has no public field " + entry.getKey());
                }
                Object value = entry.getValue();
                member.field.set(made, value == null ? null : member.value.apply(value));
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The conversion of a coerced value, which is not null, to a Java type. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an enumeration that is known only by its class
    static UnaryOperator<Object> value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            UnaryOperator<Object> element = value(list.getActualTypeArguments()[0]);
            return elements -> ((List<?>) elements).stream().map(element).toList();
        }
        if (type instanceof Class<?> plain) {
            if (PLAIN.contains(plain) || Kind.class.isAssignableFrom(plain)) {
                return value -> value;
            }
            if (plain == LocalDate.class) {
                return text -> LocalDate.parse((String) text);
            }
            if (plain.isEnum()) {
                return name -> Enum.valueOf((Class<Enum>) plain, (String) name);
            }
            if (plain.isAnnotationPresent(Input.class)) {
                return values -> as(plain).of((Map<String, Object>) values);
            }
        }
        throw new IllegalStateException("Cannot convert to a field of the type " + type + " of an input object");
    }
}

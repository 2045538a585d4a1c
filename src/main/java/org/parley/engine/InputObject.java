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

/**
 * Makes objects of one {@code @Input} class from what the engine read of a document and its variables, and held against the
 * schema: each public field gets the value of its name. SmallRye writes the value down as JSON and reads that by JSON-B, which
 * looks for a dozen annotations on each field of a class that it meets first: a quarter of the time from the executable's start to
 * the first answer.
 *
 * <p>Made with the schema, which is at build time: the executable holds all of them.
 */
final class InputObject {
    private static final Map<Class<?>, InputObject> MADE = new ConcurrentHashMap<>();

    /** Which the engine hands over as they are. */
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
        members = Arrays.stream(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .collect(Collectors.toUnmodifiableMap(
                        Field::getName, field -> new Member(field, value(field.getGenericType()))));
    }

    /** How objects of this class are made. */
    static InputObject as(Class<?> type) {
        InputObject made = MADE.get(type);
        return made != null ? made : MADE.computeIfAbsent(type, InputObject::new);
    }

    /**
     * @param values as the engine holds them: no member that is no field of the class; null is what the client wrote as null
     * @return an object whose other fields are as its constructor leaves them
     */
    Object of(Map<String, Object> values) {
        try {
            Object made = constructor.newInstance();
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                Member member = members.get(entry.getKey());
                if (member == null) {
                    throw new IllegalStateException(constructor.getDeclaringClass() + " has no " + entry.getKey());
                }
                Object value = entry.getValue();
                member.field.set(made, value == null ? null : member.value.apply(value));
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes a value of a type of what the engine holds, which is not null. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an enumeration that is known only by its class
    private static UnaryOperator<Object> value(Type type) {
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
        throw new IllegalStateException("No way is known to read a " + type + " of an input object");
    }
}

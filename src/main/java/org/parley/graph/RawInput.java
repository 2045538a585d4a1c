package org.parley.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An input object that a resolver gets as the values of a row, so that what a client left out and what it set to null are told apart. The
 * public fields of a subclass are the members of its type in the schema, and nothing else: they are never set.
 */
public abstract class RawInput {
    /** A Double has no gaps between whole numbers up to here. */
    private static final double EXACT = 0x1p53;

    private Map<String, Object> values = Map.of();

    /**
     * What the client gave, in the order of the type's members: Strings, Booleans and numbers, or Lists and Maps of them. Null where the
     * client wrote null; no entry where it left the member out. A constant of an enumeration is its name, a day and an instant are as
     * rows have them, and a whole number is an Integer or a Long, even if the schema calls it a Float. Unmodifiable.
     */
    public final Map<String, Object> given() {
        return values;
    }

    /**
     * Called once, with the object that was made for these values.
     *
     * @param coerced the values as the engine has coerced them to their types
     */
    public final void give(Map<String, Object> coerced) {
        values = members(coerced);
    }

    private static Map<String, Object> members(Map<?, ?> coerced) {
        Map<String, Object> members = new LinkedHashMap<>();
        coerced.forEach((name, value) -> members.put((String) name, plain(value)));
        return Collections.unmodifiableMap(members);
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Kind kind) {
            return kind.name();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Map<?, ?> object) {
            return members(object);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(plain(element)));
            return Collections.unmodifiableList(elements);
        }
        throw new IllegalStateException("A row can't hold a " + value.getClass().getName());
    }

    /** Rows from files have 157 and not 157.0, so that a number that is sent back as it was read is no change. */
    private static Number number(Number number) {
        return number instanceof Double value && value == Math.rint(value) && Math.abs(value) <= EXACT
                ? (Number) value.longValue()
                : number;
    }
}

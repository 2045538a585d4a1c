package org.parley.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The JSON value under a key of a row, from a file or elsewhere.
 *
 * @param line     the line in its file where it begins, counted from 1; 0 if it is not from a file
 * @param value    a String, Number or Boolean, a {@code List<Value>}, a {@code Map<String, Value>}, or null
 * @param repeated whether the object has the value's key more than once, which a map would hide
 */
record Value(int line, Object value, boolean repeated) {

    private static final int LONGEST_SHOWN = 200;

    private Value(int line, Object value) {
        this(line, value, false);
    }

    /**
     * A value that is not from a file.
     *
     * @param value a String, Number or Boolean, a List or a Map of such values by their keys, or null
     * @throws IllegalArgumentException if it is, or holds, anything else
     */
    static Value of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Value> fields = new LinkedHashMap<>();
            map.forEach((key, each) -> fields.put((String) key, of(each)));
            return new Value(0, fields);
        }
        if (value instanceof List<?> list) {
            return new Value(0, list.stream().map(Value::of).toList());
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return new Value(0, value);
        }
        throw new IllegalArgumentException(
                "A row can't hold a " + value.getClass().getName());
    }

    /** The value as {@link #of} takes it; whole numbers are Longs, or a BigInteger where one does not fit. */
    Object plain() {
        if (fields() != null) {
            Map<String, Object> plain = new LinkedHashMap<>();
            fields().forEach((key, each) -> plain.put(key, each.plain()));
            return plain;
        }
        if (elements() != null) {
            List<Object> plain = new ArrayList<>();
            elements().forEach(each -> plain.add(each.plain()));
            return plain;
        }
        return value;
    }

    /** Reads the value at the parser's current token. */
    static Value read(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Value> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                Value found = read(parser);
                fields.put(key, fields.containsKey(key) ? new Value(found.line, found.value, true) : found);
            }
            return new Value(line, fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Value> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser));
            }
            return new Value(line, elements);
        }
        return new Value(
                line,
                switch (token) {
                    case VALUE_STRING -> parser.getText();
                        // A Long, or a BigInteger if the number does not fit.
                    case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? parser.getBigIntegerValue()
                            : (Object) parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    case VALUE_TRUE -> Boolean.TRUE;
                    case VALUE_FALSE -> Boolean.FALSE;
                    default -> null;
                });
    }

    /** The members of an object, or null if this is not an object. */
    Map<String, Value> fields() {
        @SuppressWarnings("unchecked") // only the methods above make them
        Map<String, Value> fields = value instanceof Map<?, ?> ? (Map<String, Value>) value : null;
        return fields;
    }

    /** The elements of a list, or null if this is not a list. */
    List<Value> elements() {
        @SuppressWarnings("unchecked") // only the methods above make them
        List<Value> elements = value instanceof List<?> ? (List<Value>) value : null;
        return elements;
    }

    /** The value as error messages show it. */
    String shown() {
        if (value instanceof String text) {
            return org.parley.graph.InvalidArgument.shown(text);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "an empty list" : "a list of " + list.size();
        }
        if (value instanceof Map<?, ?> object) {
            return object.isEmpty()
                    ? "an empty object"
                    : "an object with "
                            + cut(object.keySet().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return cut(String.valueOf(value));
    }

    /** Limits the length: a number may have thousands of digits, and an object any keys. */
    private static String cut(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "\u2026" : text;
    }
}

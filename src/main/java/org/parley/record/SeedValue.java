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
 * A JSON value that knows its line.
 *
 * @param line     where it begins, counted from 1
 * @param value    a String, Long, BigInteger, Double or Boolean, a {@code List<SeedValue>}, a {@code Map<String, SeedValue>}, or
 *                 null
 * @param repeated whether the object gives the value's key a second time, which Java's JSON parser would pass over
 */
record SeedValue(int line, Object value, boolean repeated) {

    private static final int LONGEST_SHOWN = 200;

    private SeedValue(int line, Object value) {
        this(line, value, false);
    }

    /** Reads the value that the parser stands at. */
    static SeedValue read(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, SeedValue> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                SeedValue found = read(parser);
                fields.put(key, fields.containsKey(key) ? new SeedValue(found.line, found.value, true) : found);
            }
            return new SeedValue(line, fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<SeedValue> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser));
            }
            return new SeedValue(line, elements);
        }
        return new SeedValue(
                line,
                switch (token) {
                    case VALUE_STRING -> parser.getText();
                        // A Long, or a BigInteger where the number is too large for one.
                    case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? parser.getBigIntegerValue()
                            : (Object) parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    case VALUE_TRUE -> Boolean.TRUE;
                    case VALUE_FALSE -> Boolean.FALSE;
                    default -> null;
                });
    }

    /** As an error shows it. */
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

    /** A number may have a thousand digits, an object any keys. */
    private static String cut(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "\u2026" : text;
    }
}

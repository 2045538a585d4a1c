package org.parley.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses the JSON that clients send. Thread-safe. */
final class Json {
    /** The deepest nesting that is parsed. No filter needs as much. */
    static final int LEVELS = 200;

    /** The most digits of one number. */
    static final int DIGITS = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            // Clients choose the field names, and Jackson would intern each of them in the JVM's string table. A few
            // thousand names with
            // the same hash (hash collisions) would take that table a second.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(LEVELS).build())
            .build());

    private static final ObjectReader READER = MAPPER.reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private Json() {}

    /**
     * @throws JsonProcessingException if it is not JSON; the exception's location is null if the text has too many levels or digits
     * @throws NumberFormatException   if the exponent of a number does not fit 32 bits
     */
    static JsonNode read(String text) throws JsonProcessingException {
        return READER.readTree(text);
    }

    /**
     * A map of strings, booleans, nulls, lists and maps, in the order of the text. Each number is a BigDecimal with the digits as
     * written.
     */
    static Map<String, Object> members(JsonNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
        return members;
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> members(node);
            case ARRAY -> {
                List<Object> elements = new ArrayList<>(node.size());
                node.forEach(element -> elements.add(value(element)));
                yield elements;
            }
            case NUMBER -> node.decimalValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            case NULL -> null;
            default -> throw new IllegalStateException("No value of JSON is a " + node.getNodeType());
        };
    }

    /** A value of such a map as JSON text; different values give different texts. */
    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.parley.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Rows of records as JSON texts, and what is different between two of them. */
final class RowTexts {
    private RowTexts() {}

    /** @param row null if there is none */
    static String text(Map<String, Object> row, ObjectMapper mapper) {
        return row == null ? null : json(row, mapper);
    }

    private static String json(Object value, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row could not be written", e);
        }
    }

    /**
     * The row of a text.
     *
     * @param text null if there is none
     */
    @SuppressWarnings("unchecked") // a JSON object
    static Map<String, Object> row(String text, ObjectMapper mapper) {
        try {
            return text == null ? null : mapper.readValue(text, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored row could not be read", e);
        }
    }

    /** The keys whose values are not the same, in the order of the rows; a row that is null has no key. */
    static List<FieldChange> differences(String before, String after, ObjectMapper mapper) {
        Map<String, Object> old = before == null ? Map.of() : row(before, mapper);
        Map<String, Object> now = after == null ? Map.of() : row(after, mapper);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<FieldChange> differences = new ArrayList<>();
        for (String key : keys) {
            if (!Objects.equals(old.get(key), now.get(key))) {
                differences.add(new FieldChange(
                        key,
                        old.containsKey(key) ? json(old.get(key), mapper) : null,
                        now.containsKey(key) ? json(now.get(key), mapper) : null));
            }
        }
        return differences;
    }
}

package org.parley.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.graph.RecordKind;

/**
 * One edit as a client sent it. Immutable.
 *
 * @param place  its position in the list of edits, counted from 0
 * @param member of Edit, such as {@code statement}
 * @param id     the full id of the record
 * @param expect null if it was left out
 * @param keys   the keys of the row that it sets; null for a key that it leaves out of the row
 */
record Asked(int place, String member, String id, Long expect, Map<String, Object> keys) {
    static final String RETRACT = "retract";
    static final String RESTORE = "restore";

    /** @param given the one member of an Edit with its value */
    static Asked of(int place, Map<String, Object> given) {
        Map.Entry<String, Object> only = given.entrySet().iterator().next();
        String member = only.getKey();
        Map<String, Object> keys = new LinkedHashMap<>();
        ((Map<?, ?>) only.getValue()).forEach((key, value) -> keys.put((String) key, cleaned(value)));
        String id = (String) keys.remove("id");
        Object expect = keys.remove("expect");
        return new Asked(
                place,
                member,
                isOfWhole(member)
                        ? id
                        : RecordKind.named(member.toUpperCase(Locale.ROOT)).id(id),
                expect == null ? null : ((Number) expect).longValue(),
                keys);
    }

    private static boolean isOfWhole(String member) {
        return member.equals(RETRACT) || member.equals(RESTORE);
    }

    /** Whether it retracts or restores the record, and sets no keys. */
    boolean isOfWhole() {
        return isOfWhole(member);
    }

    /** What is null, and an empty list, is left out; null if all of it is. */
    private static Object cleaned(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> cleaned = new LinkedHashMap<>();
            map.forEach((key, each) -> {
                Object kept = cleaned(each);
                if (kept != null) {
                    cleaned.put((String) key, kept);
                }
            });
            return cleaned;
        }
        if (value instanceof List<?> list) {
            List<Object> cleaned = new ArrayList<>();
            list.forEach(each -> cleaned.add(cleaned(each)));
            return cleaned.isEmpty() ? null : cleaned;
        }
        return value;
    }

    /** The row with the keys of this edit. */
    Map<String, Object> in(Map<String, Object> row) {
        Map<String, Object> next = new LinkedHashMap<>(row);
        next.put("id", id.substring(id.indexOf('/') + 1));
        keys.forEach((key, value) -> {
            if (value == null) {
                next.remove(key);
            } else {
                next.put(key, value);
            }
        });
        return next;
    }

    /** The path of a value in the mutation's arguments. */
    List<String> path(Object... steps) {
        List<String> path = new ArrayList<>(List.of("edits", String.valueOf(place), member));
        for (Object step : steps) {
            path.add(String.valueOf(step));
        }
        return path;
    }
}

package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.graph.RecordKind;
import org.parley.record.RecordRows;

/**
 * One edit: of a client, of a proposal, or one that takes another back. Immutable.
 *
 * @param place  its position in the list of edits, counted from 0
 * @param where  the path of its values in the mutation's arguments
 * @param member of Edit, such as {@code statement}
 * @param id     the full id of the record
 * @param expect null if it was left out
 * @param keys   the keys of the row that it sets; null for a key that it leaves out of the row
 */
record Asked(int place, List<String> where, String member, String id, Long expect, Map<String, Object> keys) {
    static final String RETRACT = "retract";
    static final String RESTORE = "restore";
    static final String MERGE = "merge";
    static final String UNMERGE = "unmerge";
    static final String INTO = "into";

    /** @param given the one member of an Edit with its value */
    static Asked of(int place, Map<String, Object> given) {
        return of(place, given, List.of("edits", String.valueOf(place)));
    }

    /** An edit of a proposal; see {@link #of}. */
    static Asked proposed(int place, Map<String, Object> given) {
        return of(place, given, List.of("proposal", "edits", String.valueOf(place)));
    }

    /**
     * What takes back what a change did to one record. It can't be made if the same keys were changed since.
     *
     * @param place  the position of the revision in its change, counted from 0
     * @param undone what the change did
     * @param before the record's row before; null if there was none
     */
    static Asked takingBack(int place, Revision undone, String before, ObjectMapper mapper) {
        List<String> where = List.of("change", "edits", String.valueOf(place));
        Map<String, Object> keys = new LinkedHashMap<>();
        String member =
                switch (undone.getAction()) {
                    case CREATE, RESTORE -> RETRACT;
                    case RETRACT -> RESTORE;
                    case CORRECT -> undone.getKind().name().toLowerCase(Locale.ROOT);
                    case MERGE, UNMERGE -> before != null
                                    && RowTexts.row(before, mapper).containsKey(RecordRows.MERGED_INTO)
                            ? MERGE
                            : UNMERGE;
                };
        if (!isOfWhole(member)) {
            Map<String, Object> old = before == null ? Map.of() : RowTexts.row(before, mapper);
            RowTexts.differences(before, undone.getRow(), mapper)
                    .forEach(each -> keys.put(each.key(), old.get(each.key())));
        }
        return new Asked(place, where, member, undone.getId(), undone.change(), keys);
    }

    private static Asked of(int place, Map<String, Object> given, List<String> list) {
        Map.Entry<String, Object> only = given.entrySet().iterator().next();
        String member = only.getKey();
        Map<String, Object> keys = new LinkedHashMap<>();
        ((Map<?, ?>) only.getValue()).forEach((key, value) -> keys.put((String) key, cleaned(value)));
        String id = (String) keys.remove("id");
        Object expect = keys.remove("expect");
        if (isOfMerge(member)) {
            keys.put(RecordRows.MERGED_INTO, keys.remove(INTO));
        }
        List<String> where = new ArrayList<>(list);
        where.add(member);
        return new Asked(
                place,
                List.copyOf(where),
                member,
                isOfWhole(member)
                        ? id
                        : (isOfMerge(member) ? RecordKind.ACTOR : RecordKind.named(member.toUpperCase(Locale.ROOT)))
                                .id(id),
                expect == null ? null : ((Number) expect).longValue(),
                keys);
    }

    private static boolean isOfWhole(String member) {
        return member.equals(RETRACT) || member.equals(RESTORE);
    }

    private static boolean isOfMerge(String member) {
        return member.equals(MERGE) || member.equals(UNMERGE);
    }

    /** Whether it merges the record or undoes that. */
    boolean isOfMerge() {
        return isOfMerge(member);
    }

    /** What {@link #of} makes it of again: the one member of an Edit with its value. */
    Map<String, Object> given() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", id);
        if (expect != null) {
            value.put("expect", expect);
        }
        if (isOfMerge()) {
            if (member.equals(MERGE)) {
                value.put(INTO, keys.get(RecordRows.MERGED_INTO));
            }
        } else {
            value.putAll(keys);
        }
        return Map.of(member, value);
    }

    /** What it does to the record, if it can be made. */
    EditAction action() {
        return switch (member) {
            case RETRACT -> EditAction.RETRACT;
            case RESTORE -> EditAction.RESTORE;
            case MERGE -> EditAction.MERGE;
            case UNMERGE -> EditAction.UNMERGE;
            default -> expect == null ? EditAction.CREATE : EditAction.CORRECT;
        };
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
        List<String> path = new ArrayList<>(where);
        for (Object step : steps) {
            path.add(String.valueOf(step));
        }
        return path;
    }
}

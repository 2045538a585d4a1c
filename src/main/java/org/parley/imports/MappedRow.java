package org.parley.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a row makes.
 *
 * @param kind   the file of the record, without {@code .json}
 * @param record its row in the seed, its keys in the order of the format
 * @param source the id of the source that the row gives
 * @param parts  the list of the record to which several rows, each of another source, add their parts, such as {@code renderings}; null if there is none
 */
record MappedRow(String kind, Map<String, Object> record, String source, String parts) {

    String id() {
        return (String) record.get("id");
    }

    /** Puts a value into a row, unless it is null. */
    static void put(Map<String, Object> row, String key, Object value) {
        if (value != null) {
            row.put(key, value);
        }
    }

    /** This row with the parts that an earlier one has of other sources. */
    Map<String, Object> withOthersOf(Map<String, Object> earlier) {
        if (parts == null) {
            return record;
        }
        Map<String, Object> joined = new LinkedHashMap<>(record);
        joined.put(parts, joined(ofOthers(earlier), own(record), true));
        return joined;
    }

    /** An earlier row with the parts of this one, which say the same in other words. */
    Map<String, Object> addedTo(Map<String, Object> earlier) {
        Map<String, Object> joined = new LinkedHashMap<>(earlier);
        List<Map<String, Object>> own = own(record).stream()
                .map(part -> {
                    Map<String, Object> translated = new LinkedHashMap<>(part);
                    translated.replace("verbatim", false);
                    return translated;
                })
                .toList();
        joined.put(parts, joined(ofOthers(earlier), own, false));
        return joined;
    }

    private List<Map<String, Object>> ofOthers(Map<String, Object> row) {
        return own(row).stream()
                .filter(part -> !source.equals(part.get("source")))
                .toList();
    }

    @SuppressWarnings("unchecked") // a list of objects by the format
    private List<Map<String, Object>> own(Map<String, Object> row) {
        return (List<Map<String, Object>>) row.getOrDefault(parts, List.of());
    }

    private static List<Map<String, Object>> joined(
            List<Map<String, Object>> others, List<Map<String, Object>> own, boolean ownFirst) {
        List<Map<String, Object>> all = new ArrayList<>(ownFirst ? own : others);
        all.addAll(ownFirst ? others : own);
        return all;
    }
}

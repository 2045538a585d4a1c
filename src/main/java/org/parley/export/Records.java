package org.parley.export;

import java.util.List;
import java.util.Map;

/** Reads the records of an answer. */
final class Records {
    private Records() {}

    @SuppressWarnings("unchecked") // an object of the document
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // a list of objects of the document
    static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    /** The sources that a record cites, each as often as it does. Empty if it cites none, or the document does not ask for them. */
    static List<Map<String, Object>> sources(Map<String, Object> record) {
        List<Map<String, Object>> citations = list(record.get("citations"));
        return citations == null
                ? List.of()
                : citations.stream().map(each -> map(each.get("source"))).toList();
    }
}

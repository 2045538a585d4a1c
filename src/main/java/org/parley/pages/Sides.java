package org.parley.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sides of the record that is shown, which have the same colours on all pages. */
final class Sides {
    /** The parties that have a colour of their own; further ones share that of others. */
    private static final int COLOURS = 4;

    private Sides() {}

    /**
     * The CSS class of each party and mediator, by its id: {@code side-1} and so on for the parties in the order of the record.
     *
     * @param site the answer to the fragment {@code site}
     */
    static Map<String, Object> of(Map<String, Object> site) {
        Map<String, Object> classes = new LinkedHashMap<>();
        roles(site, "PARTY")
                .forEach(id -> classes.put(id, classes.size() < COLOURS ? "side-" + (classes.size() + 1) : "other"));
        roles(site, "MEDIATOR").forEach(id -> classes.putIfAbsent(id, "mediator"));
        return classes;
    }

    /** The name of the record: the title of its only negotiation; null if it has none or several. */
    static String title(Map<String, Object> site) {
        List<Map<String, Object>> negotiations = PageFunctions.list(site.get("nodes"));
        return negotiations.size() == 1 ? (String) negotiations.get(0).get("title") : null;
    }

    private static List<String> roles(Map<String, Object> site, String role) {
        return PageFunctions.list(site.get("nodes")).stream()
                .flatMap(negotiation -> PageFunctions.list(negotiation.get("roles")).stream())
                .filter(each -> each.get("role").equals(role))
                .map(each -> PageFunctions.text(PageFunctions.map(each.get("actor")), "id"))
                .distinct()
                .toList();
    }
}

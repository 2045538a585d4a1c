package org.parley.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an address asks for. Immutable.
 *
 * @param page       the name of the page's document and template
 * @param id         the id of the record that the page is about, its kind in front; null for a page that is about none
 * @param format     null for the page itself; otherwise the extension of another form of it, such as {@code json}
 * @param parameters those of the query string, without empty ones
 */
public record PageAddress(String page, String id, String format, Map<String, List<String>> parameters) {
    /** The change as of which the record is shown. */
    static final String KNOWN = "known";

    static final String JSON = "json";

    /** Where a page of a list begins. */
    static final Set<String> PLACES = Set.of("after", "before");

    /** Kinds of record with a page for each record. */
    static final List<String> KINDS = List.of(
            "negotiation",
            "round",
            "session",
            "outcome",
            "statement",
            "position",
            "issue",
            "actor",
            "incident",
            "figure",
            "place",
            "agreement",
            "assertion",
            "disagreement",
            "source");

    /** Pages about many records. */
    static final List<String> LISTS = List.of(
            "timeline",
            "positions",
            "exchanges",
            "map",
            "search",
            "quote",
            "statements",
            "actors",
            "incidents",
            "figures",
            "agreements",
            "assertions",
            "rounds",
            "issues",
            "places",
            "negotiations",
            "sources",
            "disagreements",
            "changes");

    /** Other forms of the page of one kind of record, besides JSON. */
    private static final Map<String, Set<String>> FORMATS =
            Map.of("statement", Set.of("md", "ris", "csl.json"), "source", Set.of("ris", "csl.json"));

    private static final String SLUG = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern OF_RECORD =
            Pattern.compile("/(" + String.join("|", KINDS) + ")/(" + SLUG + ")(?:\\.([a-z.]+))?");
    private static final Pattern OF_LIST = Pattern.compile("/(" + String.join("|", LISTS) + ")(?:\\.(json))?");

    /** A regular expression for all paths that may be a page's. */
    public static final String PATHS = "/(?:index\\.html)?|/feed\\.atom|/(?:" + String.join("|", KINDS) + ")/[^/]*|/(?:"
            + String.join("|", LISTS) + ")(?:\\.json)?";

    /**
     * What a path asks for.
     *
     * @param path       the path of the URL, with the slash at its beginning
     * @param parameters by name, in their order; names that the page does not take are ignored
     * @return null if no page has this path
     */
    public static PageAddress of(String path, Map<String, List<String>> parameters) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> filled =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty()) {
                given.put(name, filled);
            }
        });
        if (path.equals("/") || path.equals("/index.html")) {
            return new PageAddress("front", null, null, given);
        }
        if (path.equals("/feed.atom")) {
            return new PageAddress("feed", null, "atom", given);
        }
        Matcher list = OF_LIST.matcher(path);
        if (list.matches()) {
            return new PageAddress(list.group(1), null, list.group(2), given);
        }
        Matcher record = OF_RECORD.matcher(path);
        if (!record.matches()) {
            return null;
        }
        String kind = record.group(1);
        String format = record.group(3);
        boolean hasFormat = format == null
                || format.equals(JSON)
                || FORMATS.getOrDefault(kind, Set.of()).contains(format);
        return hasFormat ? new PageAddress(kind, kind + '/' + record.group(2), format, given) : null;
    }

    /** The path, without the slash at its beginning and without the format. */
    String path() {
        return id != null ? id : page.equals("front") ? "" : page;
    }

    /** The way from the page to the front page: a relative URL, so that it works behind a proxy that adds a path. */
    String root() {
        return id != null ? "../" : "";
    }

    /** The first value of a parameter; null if it has none. */
    String parameter(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    /**
     * The query string of the same page with another value of a parameter. A list then begins anew.
     *
     * @param value null to leave it out
     * @param taken the parameters that the page takes: others are left out
     * @return beginning with a question mark, or empty
     */
    String with(String name, String value, Set<String> taken) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.keySet().removeIf(each -> PLACES.contains(each) || !taken.contains(each) && !each.equals(KNOWN));
        changed.remove(name);
        if (value != null) {
            changed.put(name, List.of(value));
        }
        return query(changed);
    }

    /** A query string of these parameters; empty if there are none. */
    static String query(Map<String, List<String>> parameters) {
        String joined = parameters.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + '=' + encoded(value)))
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : '?' + joined;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}

package org.parley.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.parley.engine.GraphQLResponse;

/**
 * What is new, as an Atom feed (RFC 4287): the changes that people have made to the record; of a record that nobody has changed, the latest
 * statements.
 */
final class Feed {
    private static final String TYPE = "application/atom+xml; charset=utf-8";

    /** The public address of Parley; null if it is not known: links are then relative, and ids are names that need no host. */
    private final String base;

    private final Html xml = new Html();

    private Feed(String base) {
        this.base = base;
    }

    /** @param title the name of the record; null if it has none */
    static ReaderPages.Shown shown(String base, String title, Map<String, Object> data, GraphQLResponse response) {
        return new ReaderPages.Shown(200, TYPE, new Feed(base).written(title, data), null, response);
    }

    private String written(String title, Map<String, Object> data) {
        List<Map<String, Object>> changes =
                PageFunctions.list(PageFunctions.map(data.get("changes")).get("nodes"));
        List<Map<String, Object>> statements =
                PageFunctions.list(PageFunctions.map(data.get("statements")).get("nodes"));
        String newest = !changes.isEmpty()
                ? (String) changes.get(0).get("at")
                : statements.stream().map(Feed::day).max(String::compareTo).orElse(Instant.EPOCH.toString());
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>")
                .text(title == null ? "Parley" : title)
                .markup("</title>\n<id>")
                .text(id("feed.atom"))
                .markup("</id>\n<link rel=\"self\" href=\"")
                .text(link("feed.atom"))
                .markup("\"/>\n<link href=\"")
                .text(base == null ? "./" : link(""))
                .markup("\"/>\n<updated>" + newest + "</updated>\n<author><name>Parley</name></author>\n");
        if (changes.isEmpty()) {
            for (Map<String, Object> each : statements) {
                Object content = each.get("quote") == null ? each.get("summary") : each.get("quote");
                entry((String) each.get("id"), (String) each.get("title"), day(each), (String) content);
            }
        }
        for (Map<String, Object> each : changes) {
            entry(
                    "changes#change-" + each.get("number"),
                    (String) each.get("summary"),
                    (String) each.get("at"),
                    edits(each));
        }
        return xml.markup("</feed>\n").toString();
    }

    private void entry(String path, String title, String updated, String content) {
        xml.markup("<entry><title>")
                .text(title)
                .markup("</title><id>")
                .text(id(path))
                .markup("</id><link href=\"")
                .text(link(path))
                .markup("\"/><updated>" + updated + "</updated><content type=\"text\">")
                .text(content)
                .markup("</content></entry>\n");
    }

    private String link(String path) {
        return base == null ? path : base + '/' + path;
    }

    /** An IRI that names the entry for good. */
    private String id(String path) {
        return base == null ? "urn:parley:" + path.replace('#', ':') : link(path);
    }

    private static String edits(Map<String, Object> change) {
        StringBuilder edits = new StringBuilder();
        PageFunctions.list(change.get("edits")).forEach(each -> edits.append(edits.isEmpty() ? "" : "\n")
                .append(each.get("action"))
                .append(' ')
                .append(each.get("id")));
        return edits.toString();
    }

    /** The day of a statement as an instant, which Atom asks for: its beginning, in UTC. */
    private static String day(Map<String, Object> statement) {
        for (String key : List.of("start", "notAfter", "notBefore")) {
            if (statement.get(key) != null) {
                return beginning(LocalDate.parse((String) statement.get(key)));
            }
        }
        return beginning(LocalDate.of(Integer.parseInt(((String) statement.get("edtf")).substring(0, 4)), 1, 1));
    }

    private static String beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}

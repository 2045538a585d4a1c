package org.parley.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sources as references for reference managers: RIS, and CSL-JSON 1.0. */
public final class References {
    private References() {}

    /**
     * A reference to a source in CSL-JSON, whose keys are defined by the Citation Style Language's schema csl-data.json.
     *
     * @param source  the answer to the fragment {@code referable}
     * @param locator the place in it; null for the whole
     * @param note    null if there is none
     */
    public static Map<String, Object> csl(Map<String, Object> source, String locator, String note) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", source.get("id"));
        item.put("type", cslType((String) source.get("kind")));
        item.put("title", title(source));
        put(item, "container-title", source.get("outlet"));
        List<Map<String, Object>> authors = new ArrayList<>();
        authors(source).forEach(author -> authors.add(Map.of("literal", author)));
        if (!authors.isEmpty()) {
            item.put("author", authors);
        }
        date(item, "issued", (String) source.get("publishedOn"));
        date(item, "accessed", (String) source.get("retrievedOn"));
        put(item, "URL", source.get("url"));
        put(item, "archive_location", source.get("archivedUrl"));
        put(item, "language", source.get("language"));
        put(item, "version", source.get("version"));
        String notes = joined(locator, note);
        put(item, "note", notes.isEmpty() ? null : notes);
        return item;
    }

    /** The same in RIS, one tag a line, each line ending with CR and LF. */
    public static String ris(Map<String, Object> source, String locator, String note) {
        List<String> lines = new ArrayList<>();
        line(lines, "TY", risType((String) source.get("kind")));
        line(lines, "ID", source.get("id"));
        line(lines, "TI", title(source));
        line(lines, "T2", source.get("outlet"));
        authors(source).forEach(author -> line(lines, "AU", author));
        String published = (String) source.get("publishedOn");
        line(lines, "PY", published == null ? null : published.substring(0, 4));
        line(lines, "DA", published == null ? null : published.replace('-', '/') + '/');
        line(lines, "UR", source.get("url"));
        String retrieved = (String) source.get("retrievedOn");
        line(lines, "Y2", retrieved == null ? null : retrieved.replace('-', '/') + '/');
        line(lines, "LA", source.get("language"));
        String notes = joined(locator, note);
        line(lines, "N1", notes.isEmpty() ? null : notes);
        lines.add("ER  - ");
        return String.join("\r\n", lines) + "\r\n";
    }

    @SuppressWarnings("unchecked") // a list of strings in the schema
    private static List<String> authors(Map<String, Object> source) {
        return (List<String>) source.get("authors");
    }

    /** The same in BibLaTeX: an entry whose key is the slug of the source. Unicode stays as it is. */
    static String biblatex(Map<String, Object> source, String note) {
        List<String> fields = new ArrayList<>();
        field(fields, "title", title(source));
        List<String> authors = authors(source).stream()
                .map(author -> "{" + latex(author) + "}")
                .toList();
        if (!authors.isEmpty()) {
            fields.add("  author = {" + String.join(" and ", authors) + "}");
        }
        boolean isArticle = "ARTICLE".equals(source.get("kind"));
        field(fields, isArticle ? "journaltitle" : "publisher", source.get("outlet"));
        field(fields, "date", source.get("publishedOn"));
        // An address is taken literally.
        if (source.get("url") != null) {
            fields.add("  url = {" + source.get("url").toString().replaceAll("[{}\\\\]", "") + "}");
        }
        field(fields, "urldate", source.get("retrievedOn"));
        field(fields, "version", source.get("version"));
        field(fields, "langid", source.get("language"));
        field(fields, "note", note);
        String id = (String) source.get("id");
        return "@" + (isArticle ? "article" : source.get("url") == null ? "misc" : "online") + "{"
                + id.substring(id.indexOf('/') + 1) + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    private static void field(List<String> fields, String name, Object value) {
        if (value != null) {
            fields.add("  " + name + " = {" + latex(value.toString()) + "}");
        }
    }

    /** A text without the characters that LaTeX takes for commands. */
    private static String latex(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replaceAll("\\s+", " ").strip().codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{', '}', '%', '$', '#', '&', '_' -> escaped.append('\\').appendCodePoint(point);
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static String joined(String locator, String note) {
        return (locator == null ? "" : locator)
                + (locator == null || note == null ? "" : ": ")
                + (note == null ? "" : note);
    }

    private static void line(List<String> lines, String tag, Object value) {
        if (value != null) {
            lines.add(tag + "  - " + value.toString().replaceAll("\\s+", " ").strip());
        }
    }

    private static void put(Map<String, Object> item, String key, Object value) {
        if (value != null) {
            item.put(key, value);
        }
    }

    private static void date(Map<String, Object> item, String key, String day) {
        if (day != null) {
            item.put(
                    key,
                    Map.of(
                            "date-parts",
                            List.of(List.of(
                                    Integer.parseInt(day.substring(0, 4)),
                                    Integer.parseInt(day.substring(5, 7)),
                                    Integer.parseInt(day.substring(8))))));
        }
    }

    /** The headline, or the label of a source without one. */
    public static String title(Map<String, Object> source) {
        return (String) (source.get("title") == null ? source.get("label") : source.get("title"));
    }

    private static String cslType(String kind) {
        return switch (kind) {
            case "ARTICLE" -> "article-newspaper";
            case "POST" -> "post";
            case "SPEECH" -> "speech";
            case "DATASET" -> "dataset";
            default -> "document";
        };
    }

    private static String risType(String kind) {
        return switch (kind) {
            case "ARTICLE" -> "NEWS";
            case "POST" -> "BLOG";
            case "DATASET" -> "DATA";
            default -> "GEN";
        };
    }
}

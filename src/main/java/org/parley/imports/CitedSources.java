package org.parley.imports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the source that a row names, and makes it if the record lacks it. For one row, by one thread. */
final class CitedSources {
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*");

    private final RowMapping into;

    CitedSources(RowMapping into) {
        this.into = into;
    }

    /**
     * What a row tells of a source; each is null if it tells nothing of it, but one of the title and the address is given.
     *
     * @param kind     as in a seed
     * @param language und if it is not known
     */
    record Told(
            String title, String url, String outlet, ImportedDay day, String language, String licence, String kind) {}

    /** The id of the source: of one with the same address and language, or else of a new one. */
    String source(Told told) {
        String known = told.url == null ? null : into.source(told.url);
        String date = told.day == null ? null : told.day.date();
        String publisher = told.outlet != null ? told.outlet : told.url != null ? RowMapping.host(told.url) : "source";
        String id = known != null
                ? known
                : cut(Slug.of(publisher)) + (date == null ? "" : "-" + date) + "-"
                        + Slug.digest(told.url == null ? told.title : told.url);
        if (known != null && isOf(into.row("sources", known), told.language)) {
            return known;
        }
        if (known != null) {
            // The same address in another language is another document.
            id = cut(known) + "-" + told.language.toLowerCase(Locale.ROOT);
        }
        if (into.row("sources", id) == null) {
            into.make("sources", row(id, publisher, told));
        }
        return id;
    }

    private Map<String, Object> row(String id, String publisher, Told told) {
        String date = told.day == null ? null : told.day.date();
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", id);
        MappedRow.put(source, "title", told.title);
        Publication published = Publication.of(told.day);
        source.put(
                "label",
                RowMapping.label(
                        told.outlet == null && told.title != null
                                ? told.title
                                : publisher
                                        + published
                                                .dayInWords()
                                                .map(each -> ", " + each)
                                                .orElse("")));
        source.put("kind", told.kind);
        MappedRow.put(source, "outlet", told.outlet);
        MappedRow.put(source, "url", told.url);
        String retrieved = into.request().retrieved().map(LocalDate::toString).orElse(null);
        MappedRow.put(
                source,
                "retrievedOn",
                told.url == null || retrieved == null || published.isAfter(retrieved) ? null : retrieved);
        published.into(source);
        source.put("language", told.language);
        source.put("origin", told.outlet == null || date == null ? id : cut(Slug.of(told.outlet)) + "-" + date);
        MappedRow.put(source, "licence", told.licence);
        return source;
    }

    private static boolean isOf(Map<String, Object> source, String language) {
        return language.equals("und") || language.equalsIgnoreCase((String) source.get("language"));
    }

    /**
     * The id of the source that is the file itself.
     *
     * @param id    null for one that is made of the file's name
     * @param known keys of its row, in the place of those that the file's name gives
     */
    String fileItself(String id, Map<String, Object> known) {
        String own = id == null ? Slug.of(into.fileName()) : id;
        if (into.row("sources", own) == null) {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("id", own);
            source.put("title", into.fileName());
            source.put("label", RowMapping.label(String.valueOf(known.getOrDefault("title", into.fileName()))));
            source.put("kind", "DATASET");
            source.put("dateBasis", known.containsKey("publishedOn") ? "STATED" : "UNKNOWN");
            source.put("language", "und");
            source.put("origin", own);
            source.put("document", into.fileName());
            source.putAll(known);
            into.make("sources", source);
        }
        return own;
    }

    /**
     * The tag of a language; und if the text is null.
     *
     * @throws RowRefused if it is none
     */
    static String language(String column, String text) {
        if (text == null) {
            return "und";
        }
        if (!LANGUAGE.matcher(text).matches()) {
            throw new RowRefused(ImportCode.RULE, column, text, "must be a language tag of BCP 47, as uk");
        }
        return text;
    }

    /** As much of a slug as leaves room for a day and a digest. */
    private static String cut(String slug) {
        return slug.length() <= 40 ? slug : slug.substring(0, 40).replaceAll("-+$", "");
    }
}

package org.parley.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The references of a reference manager, as sources. What the formats have in common stands here; each names its keys.
 */
final class ReferenceTable implements TableFormat {
    /** RIS, which every reference manager and most databases of articles write. */
    static final ReferenceTable RIS = new ReferenceTable(
            "ris",
            "references in RIS: each becomes a source",
            "TY",
            Map.of(
                    "kind",
                    "ty",
                    "id",
                    "id",
                    "title",
                    "ti t1",
                    "outlet",
                    "t2 jo jf ja pb",
                    "date",
                    "da y1 py",
                    "url",
                    "ur",
                    "accessed",
                    "y2",
                    "author",
                    "au a1",
                    "language",
                    "la",
                    "doi",
                    "do"),
            Map.of(
                    "ARTICLE",
                    "NEWS MGZN JOUR EJOUR JFULL",
                    "POST",
                    "BLOG",
                    "DATASET",
                    "DATA",
                    "SPEECH",
                    "SOUND VIDEO MPCT HEAR"));

    /** CSL-JSON, which citation processors read. */
    static final ReferenceTable CSL = new ReferenceTable(
            "csl",
            "references in CSL-JSON: each becomes a source",
            "type",
            Map.of(
                    "kind",
                    "type",
                    "id",
                    "id",
                    "title",
                    "title",
                    "outlet",
                    "container-title publisher",
                    "date",
                    "issued",
                    "url",
                    "url",
                    "accessed",
                    "accessed",
                    "author",
                    "author",
                    "language",
                    "language",
                    "doi",
                    "doi"),
            Map.of(
                    "ARTICLE",
                    "article article-newspaper article-magazine article-journal",
                    "POST",
                    "post post-weblog",
                    "DATASET",
                    "dataset",
                    "SPEECH",
                    "speech interview broadcast"));

    /** BibTeX and BibLaTeX, which LaTeX reads. */
    static final ReferenceTable BIBTEX = new ReferenceTable(
            "bibtex",
            "references in BibTeX or BibLaTeX: each becomes a source",
            "with the type and the key of an entry",
            Map.of(
                    "kind",
                    BibFile.TYPE,
                    "id",
                    BibFile.KEY,
                    "title",
                    "title",
                    "outlet",
                    "journaltitle journal booktitle publisher institution organization howpublished",
                    "date",
                    "date",
                    "url",
                    "url",
                    "accessed",
                    "urldate",
                    "author",
                    "author",
                    "language",
                    "langid language",
                    "doi",
                    "doi"),
            Map.of(
                    "ARTICLE",
                    "article periodical suppperiodical",
                    "DATASET",
                    "dataset data",
                    "SPEECH",
                    "audio video movie"));

    /** The table that Zotero writes. */
    static final ReferenceTable ZOTERO = new ReferenceTable(
            "zotero-csv",
            "the table that Zotero exports: each row becomes a source",
            "Key, Item Type and Title",
            Map.of(
                    "kind",
                    "item type",
                    "id",
                    "key",
                    "title",
                    "title",
                    "outlet",
                    "publication title|publisher",
                    "date",
                    "date|publication year",
                    "url",
                    "url",
                    "accessed",
                    "access date",
                    "author",
                    "author",
                    "language",
                    "language",
                    "doi",
                    "doi"),
            Map.of(
                    "ARTICLE",
                    "newspaperArticle magazineArticle journalArticle",
                    "POST",
                    "blogPost forumPost",
                    "DATASET",
                    "dataset",
                    "SPEECH",
                    "interview presentation radioBroadcast tvBroadcast videoRecording podcast audioRecording"));

    private static final Pattern DOI =
            Pattern.compile("(?i)(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}/\\S+)");

    private final String name;
    private final String description;
    private final String required;
    private final Map<String, String[]> keys;
    private final Map<String, Set<String>> kinds;

    private ReferenceTable(
            String name, String description, String required, Map<String, String> keys, Map<String, String> kinds) {
        this.name = name;
        this.description = description;
        this.required = required;
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        // Zotero's names have blanks in them.
                        key -> key.getValue().split(name.equals("zotero-csv") ? "\\|" : " ")));
        this.kinds = kinds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> Set.of(kind.getValue().split(" "))));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public RowSource open(TextFile file, Optional<Character> delimiter) throws IOException {
        return switch (name) {
            case "ris" -> RisFile.of(file);
            case "csl" -> CslFile.of(file);
            case "bibtex" -> BibFile.of(file);
            default -> Sheet.of(file, delimiter, this::fits);
        };
    }

    @Override
    public boolean fits(List<String> columns) {
        return name.equals("zotero-csv")
                ? columns.containsAll(List.of("key", "item type", "title"))
                : columns.equals(List.of(keys.get("kind")));
    }

    @Override
    public String required() {
        return required;
    }

    @Override
    public Set<String> columns() {
        return keys.values().stream().flatMap(Arrays::stream).collect(Collectors.toSet());
    }

    @Override
    public Set<String> dates() {
        return Set.of();
    }

    @Override
    public boolean tellsUnused() {
        return false; // a reference has page numbers and much else that is no concern of a record
    }

    @Override
    public List<String> id() {
        return List.of(keys.get("id"));
    }

    @Override
    public MappedRow map(SheetRow row, RowMapping into) {
        String title = into.text("title", first(row.text(keys.get("title"))));
        String url = into.url("url", first(row.text(keys.get("url"))));
        String key = row.text(
                into.request().id().isEmpty()
                        ? keys.get("id")
                        : into.request().id().toArray(String[]::new));
        String outlet = first(row.text(keys.get("outlet")));
        if (title == null && url == null && key == null) {
            throw new RowRefused(ImportCode.NO_ID, null, null, "must have an id, a title or an address");
        }
        Publication published = Publication.of(date(row, into));
        String known = url == null ? null : into.source(url);
        String doi = doi(row, url);
        Map<String, Object> source = new LinkedHashMap<>();
        String id = known != null
                ? known
                : key != null
                        ? Slug.of(key)
                        : Slug.of((outlet == null ? "source" : outlet) + " " + Slug.digest(url == null ? title : url));
        source.put("id", id);
        MappedRow.put(source, "title", title);
        source.put("label", label(outlet, published, title == null ? url == null ? key : url : title));
        source.put("kind", kind(row.text(keys.get("kind"))));
        MappedRow.put(source, "outlet", outlet);
        List<String> authors = authors(row);
        MappedRow.put(source, "authors", authors.isEmpty() ? null : authors);
        MappedRow.put(source, "url", url);
        MappedRow.put(source, "retrievedOn", retrieved(row, published));
        published.into(source);
        source.put("language", language(row, into));
        source.put("origin", id);
        MappedRow.put(source, "identifiers", doi == null ? null : List.of(identifier(doi)));
        return new MappedRow("sources", source, id, null);
    }

    /** Of several values, the first one; null if there is none. */
    private static String first(String text) {
        return text == null ? null : text.split(" \\| ")[0].strip();
    }

    private static String label(String outlet, Publication published, String other) {
        return RowMapping.label(
                outlet == null
                        ? other
                        : outlet + published.dayInWords().map(day -> ", " + day).orElse(""));
    }

    private String kind(String type) {
        return kinds.entrySet().stream()
                .filter(kind -> type != null && kind.getValue().contains(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("DOCUMENT");
    }

    /** The date, in a form that is known; null if there is none, or only words, which are told. */
    private String date(SheetRow row, RowMapping into) {
        for (String key : keys.get("date")) {
            String text = first(row.text(key));
            // RIS writes 2026/02/04/ with a further text at its end, and leaves out what is not known.
            String plain = text == null ? "" : plainDate(text);
            if (Publication.isDate(plain)) {
                return plain;
            }
            if (!plain.isEmpty()) {
                into.tell(ImportCode.APPROXIMATE, key, text, "is no date of a known form, and is left out");
            }
        }
        return null;
    }

    private static String plainDate(String text) {
        String[] parts = text.split("/", -1);
        boolean isRis = text.matches("\\d{4}/(\\d{1,2})?(/(\\d{1,2})?(/.*)?)?") || text.matches("/+");
        if (!isRis) {
            return text;
        }
        StringBuilder plain = new StringBuilder(parts[0]);
        for (int i = 1;
                i <= 2 && i < parts.length && parts[i].matches("\\d{1,2}") && Integer.parseInt(parts[i]) > 0;
                i++) {
            plain.append('-').append(parts[i].length() == 1 ? "0" : "").append(parts[i]);
        }
        return plain.toString();
    }

    private String retrieved(SheetRow row, Publication published) {
        String text = first(row.text(keys.get("accessed")));
        String day = text == null ? "" : plainDate(text);
        String plain = day.length() > 10 ? day.substring(0, 10) : day;
        return plain.matches("\\d{4}-\\d{2}-\\d{2}") && Publication.isDate(plain) && !published.isAfter(plain)
                ? plain
                : null;
    }

    /** The authors, "Doe, Jane" as "Jane Doe". */
    private List<String> authors(SheetRow row) {
        List<String> authors = new ArrayList<>();
        String all = row.text(keys.get("author"));
        for (String author : all == null ? new String[0] : all.split(all.contains(" | ") ? " \\| " : ";")) {
            String[] parts = author.strip().split("\\s*,\\s*", 2);
            String name = parts.length == 2 && !parts[1].isEmpty() ? parts[1] + " " + parts[0] : parts[0];
            if (!name.isBlank() && !authors.contains(name)) {
                authors.add(name);
            }
        }
        return authors;
    }

    /** The DOI, also of the address; null if there is none. A short one (10/abc), which only its service can resolve, is left out. */
    private String doi(SheetRow row, String url) {
        for (String text : Arrays.asList(first(row.text(keys.get("doi"))), url)) {
            Matcher doi = text == null ? null : DOI.matcher(text);
            if (doi != null && doi.matches()) {
                return doi.group(1);
            }
        }
        return null;
    }

    private static Map<String, Object> identifier(String doi) {
        Map<String, Object> identifier = new LinkedHashMap<>(); // in the order of the format
        identifier.put("scheme", "DOI");
        identifier.put("value", doi);
        return identifier;
    }

    /** The language as a tag: of a tag, of a code of three letters, or of its English name. */
    private String language(SheetRow row, RowMapping into) {
        String text = first(row.text(keys.get("language")));
        if (text == null) {
            return "und";
        }
        String plain = text.replace('_', '-');
        if (plain.matches("[a-zA-Z]{2}(-[a-zA-Z0-9]{2,8})*")
                && Set.of(Locale.getISOLanguages())
                        .contains(plain.substring(0, 2).toLowerCase(Locale.ROOT))) {
            return plain;
        }
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            if (plain.equalsIgnoreCase(language.getISO3Language())
                    || plain.equalsIgnoreCase(language.getDisplayLanguage(Locale.ENGLISH))) {
                return code;
            }
        }
        into.tell(ImportCode.LANGUAGE_UNKNOWN, "language", text, "is no known language, so und is written");
        return "und";
    }
}

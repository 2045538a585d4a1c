package org.parley.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.actor.ActorKind;
import org.parley.graph.DateBasis;
import org.parley.issue.Stance;
import org.parley.statement.StatementKind;

/**
 * A team's own table of statements: who said what, when, and where it stands. Its columns have the names of the keys of a seed.
 */
final class StatementTable implements TableFormat {
    private static final Set<String> COLUMNS = Set.of(
            "id",
            "date",
            "date_basis",
            "date_note",
            "speaker",
            "speakers",
            "speaker_kind",
            "side",
            "kind",
            "quote",
            "summary",
            "channel",
            "place",
            "cities",
            "round",
            "issues",
            "topics",
            "stance",
            "target",
            "note",
            "source_title",
            "title",
            "source_outlet",
            "source_date",
            "source_url",
            "url",
            "source_language",
            "language",
            "locator",
            "licence",
            "text");

    /** A quotation that is no longer is its own summary. */
    private static final int LONGEST_SUMMARY = 300;

    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*");

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String description() {
        return "a table of statements of your own: a row is who said what, when, and where it stands";
    }

    @Override
    public boolean fits(List<String> columns) {
        return (columns.contains("speaker") || columns.contains("speakers"))
                && (columns.contains("quote") || columns.contains("summary"));
    }

    @Override
    public String required() {
        return "speaker, and quote or summary";
    }

    @Override
    public Set<String> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> dates() {
        return Set.of("date", "source_date");
    }

    @Override
    public MappedRow map(SheetRow row, RowMapping into) {
        String id = id(row, into);
        String quote = into.quote("quote", row.text("quote"));
        String summary = into.text("summary", row.text("summary"));
        StatementKind kind = kind(row, quote, summary);
        if (summary == null) {
            summary = into.text("title", row.text("title"));
        }
        if (summary == null && quote != null && quote.length() <= LONGEST_SUMMARY) {
            summary = quote;
        }
        if (summary == null) {
            throw new RowRefused(
                    ImportCode.MISSING,
                    "summary",
                    null,
                    "must not be empty, unless there is a quote of at most " + LONGEST_SUMMARY + " characters");
        }
        mustStandIn(row.text("text"), quote, row.text("quote"));
        String source = source(row, into);
        String locator = row.text("locator") == null ? "row " + (row.line() - 1) : row.text("locator");
        Map<String, Object> cited = new LinkedHashMap<>();
        cited.put("source", source);
        cited.put("locator", locator);

        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("id", id);
        statement.put("speakers", speakers(row, into, cited));
        statement.put("kind", kind.name());
        MappedRow.put(statement, "quote", quote);
        statement.put("summary", summary);
        date(row, into, statement);
        MappedRow.put(statement, "channel", into.text("channel", row.text("channel")));
        List<String> places = row.texts("place", "cities");
        MappedRow.put(statement, "place", places.isEmpty() ? null : place(places.get(0), into));
        MappedRow.put(statement, "round", round(row, into));
        List<String> issues = row.texts("issues", "topics").stream()
                .map(name -> issue(name, into, cited))
                .distinct()
                .toList();
        MappedRow.put(statement, "issues", issues.isEmpty() ? null : issues);
        String stance = row.code("stance", Stance.values());
        statement.put("stance", stance == null ? Stance.REPORTS.name() : stance);
        String target = row.text("target");
        MappedRow.put(
                statement,
                "target",
                target == null ? null : actor("target", target, ActorKind.GROUP, null, into, cited));
        Map<String, Object> rendering = new LinkedHashMap<>(cited);
        rendering.put("verbatim", quote != null && kind != StatementKind.PARAPHRASE);
        rendering.put("wording", quote == null ? summary : quote);
        statement.put("renderings", List.of(rendering));
        MappedRow.put(statement, "note", into.text("note", row.text("note")));
        return new MappedRow("statements", statement, source, "renderings");
    }

    private static String id(SheetRow row, RowMapping into) {
        List<String> columns =
                into.request().id().isEmpty() ? List.of("id") : into.request().id();
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            String value = row.text(column);
            if (value == null) {
                throw new RowRefused(
                        ImportCode.NO_ID,
                        column,
                        null,
                        "must not be empty; it tells the row when the file comes again");
            }
            if (SPREADSHEET_NUMBER.matcher(value).matches()) {
                throw new RowRefused(ImportCode.SPREADSHEET_ID, column, value, "has lost digits in a spreadsheet");
            }
            values.add(value);
        }
        String id = String.join(" ", values);
        return Slug.of(id.startsWith("statement/") ? id.substring("statement/".length()) : id);
    }

    private static StatementKind kind(SheetRow row, String quote, String summary) {
        String given = row.code("kind", StatementKind.values());
        return given != null
                ? StatementKind.valueOf(given)
                : quote == null
                        ? StatementKind.PARAPHRASE
                        : summary == null ? StatementKind.VERBATIM : StatementKind.PARTIAL;
    }

    private static void mustStandIn(String text, String quote, String written) {
        if (text == null || quote == null) {
            return;
        }
        String whole = folded(text);
        String words = folded(quote);
        // A quotation that is taken out of a sentence begins with a capital letter.
        String inside = words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        if (!whole.contains(words) && !whole.contains(inside)) {
            throw new RowRefused(ImportCode.QUOTE_NOT_FOUND, "quote", written, "does not stand in the column text");
        }
    }

    /** Without what editors change in a quotation: kinds of spaces, quotation marks and dashes, and marks of emphasis. */
    private static String folded(String text) {
        return text.replaceAll("[\\p{Cf}*]", "")
                .replaceAll("[\\u00ab\\u00bb\\u201c-\\u201f\\u2039\\u203a]", "\"")
                .replaceAll("[\\u2018-\\u201b\\u02bc\\u0060\\u00b4]", "'")
                .replaceAll("\\p{Pd}", "-")
                .replaceAll("[\\s\\u00a0\\u2007\\u202f]+", " ")
                .strip();
    }

    private static void date(SheetRow row, RowMapping into, Map<String, Object> statement) {
        ImportedDay day = into.day(row, "date");
        String basis = row.code("date_basis", DateBasis.values());
        if (day != null) {
            MappedRow.put(statement, "date", day.date());
            MappedRow.put(statement, "at", day.at());
            MappedRow.put(statement, "edtf", day.edtf());
        }
        statement.put(
                "dateBasis", basis != null ? basis : day == null ? DateBasis.UNKNOWN.name() : DateBasis.STATED.name());
        String note = into.text("date_note", row.text("date_note"));
        MappedRow.put(statement, "dateNote", note != null || day == null ? note : day.note());
    }

    // Who and where

    private static List<String> speakers(SheetRow row, RowMapping into, Map<String, Object> cited) {
        List<String> names = row.texts("speaker", "speakers");
        if (names.isEmpty()) {
            throw new RowRefused(ImportCode.MISSING, "speaker", null, "must not be empty");
        }
        String kind = row.code("speaker_kind", ActorKind.values());
        String side = row.text("side");
        String sideId = side == null ? null : actor("side", side, ActorKind.GROUP, null, into, cited);
        return names.stream()
                .map(name -> actor(
                        "speaker",
                        name,
                        kind == null ? ActorKind.PERSON : ActorKind.valueOf(kind),
                        sideId,
                        into,
                        cited))
                .distinct()
                .toList();
    }

    /** The actor with a name; a new one if there is none. */
    private static String actor(
            String column, String name, ActorKind kind, String side, RowMapping into, Map<String, Object> cited) {
        String known = into.find("actors", "actor/", column, name);
        if (known != null) {
            return known;
        }
        Map<String, Object> actor = new LinkedHashMap<>();
        String id = into.newId("actors", name);
        actor.put("id", id);
        actor.put("name", name);
        actor.put("kind", kind.name());
        actor.put("description", described(kind.name(), into));
        MappedRow.put(actor, "side", side != null && !side.equals(id) ? side : null);
        actor.put("citations", List.of(cited));
        into.make("actors", actor);
        into.tell(ImportCode.CREATED, column, name, "was not in the record; added as actor/" + id + " of kind " + kind);
        return id;
    }

    private static String described(String what, RowMapping into) {
        String words =
                what.charAt(0) + what.substring(1).toLowerCase(Locale.ROOT).replace("ization", "isation");
        return words + " named in " + into.fileName() + ".";
    }

    private static String place(String name, RowMapping into) {
        String known = into.find("places", "place/", "place", name);
        if (known != null) {
            return known;
        }
        Map<String, Object> place = new LinkedHashMap<>();
        String id = into.newId("places", name);
        place.put("id", id);
        place.put("name", name);
        place.put("kind", "CITY");
        into.make("places", place);
        into.tell(ImportCode.CREATED, "place", name, "was not in the record; added as place/" + id + " of kind CITY");
        return id;
    }

    private static String issue(String name, RowMapping into, Map<String, Object> cited) {
        String known = into.find("issues", "issue/", "issues", name);
        if (known != null) {
            return known;
        }
        Map<String, Object> issue = new LinkedHashMap<>();
        String id = into.newId("issues", name);
        issue.put("id", id);
        issue.put("name", name);
        issue.put("description", described("Issue", into));
        issue.put("citations", List.of(cited));
        into.make("issues", issue);
        into.tell(ImportCode.CREATED, "issues", name, "was not in the record; added as issue/" + id);
        return id;
    }

    private static String round(SheetRow row, RowMapping into) {
        String name = row.text("round");
        String id = name == null ? null : into.find("rounds", "round/", "round", name);
        if (name != null && id == null) {
            throw new RowRefused(
                    ImportCode.UNKNOWN_ROUND, "round", name, "must be the id or the title of a round of the record");
        }
        return id;
    }

    // Where it stands

    /** The source of the row; the file itself if it names none. */
    private static String source(SheetRow row, RowMapping into) {
        String title = into.text("source_title", row.text("source_title", "title"));
        String url = into.url("source_url", row.text("source_url", "url"));
        if (title == null && url == null) {
            into.tell(ImportCode.NO_SOURCE, null, null, "names no source, so the file itself is its source");
            return fileItself(into);
        }
        String known = url == null ? null : into.source(url);
        ImportedDay day = into.day(row, "source_date");
        String date = day == null ? null : day.date();
        String outlet = row.text("source_outlet");
        String publisher = outlet != null ? outlet : url != null ? RowMapping.host(url) : "source";
        String id = known != null
                ? known
                : cut(Slug.of(publisher)) + (date == null ? "" : "-" + date) + "-"
                        + Slug.digest(url == null ? title : url);
        String language = language(row);
        if (known != null && isOf(into.row("sources", known), language)) {
            return known;
        }
        if (known != null) {
            // The same address in another language is another document.
            id = cut(known) + "-" + language.toLowerCase(Locale.ROOT);
        }
        if (into.row("sources", id) != null) {
            return id;
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", id);
        MappedRow.put(source, "title", title);
        Publication published = Publication.of(day);
        source.put(
                "label",
                RowMapping.label(
                        outlet == null && title != null
                                ? title
                                : publisher
                                        + published
                                                .dayInWords()
                                                .map(each -> ", " + each)
                                                .orElse("")));
        source.put("kind", row.text("text") != null ? "SPEECH" : outlet == null ? "DOCUMENT" : "ARTICLE");
        MappedRow.put(source, "outlet", outlet);
        MappedRow.put(source, "url", url);
        String retrieved = into.request().retrieved().map(LocalDate::toString).orElse(null);
        MappedRow.put(
                source,
                "retrievedOn",
                url == null || retrieved == null || published.isAfter(retrieved) ? null : retrieved);
        published.into(source);
        source.put("language", language);
        source.put("origin", outlet == null || date == null ? id : cut(Slug.of(outlet)) + "-" + date);
        MappedRow.put(source, "licence", row.text("licence"));
        into.make("sources", source);
        return id;
    }

    private static boolean isOf(Map<String, Object> source, String language) {
        return language.equals("und") || language.equalsIgnoreCase((String) source.get("language"));
    }

    private static String fileItself(RowMapping into) {
        String id = Slug.of(into.fileName());
        if (into.row("sources", id) == null) {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("id", id);
            source.put("title", into.fileName());
            source.put("label", RowMapping.label(into.fileName()));
            source.put("kind", "DATASET");
            source.put("dateBasis", "UNKNOWN");
            source.put("language", "und");
            source.put("origin", id);
            source.put("document", into.fileName());
            into.make("sources", source);
        }
        return id;
    }

    private static String language(SheetRow row) {
        String language = row.text("source_language", "language");
        if (language == null) {
            return "und";
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new RowRefused(
                    ImportCode.RULE, "source_language", language, "must be a language tag of BCP 47, as uk");
        }
        return language;
    }

    /** As much of a slug as leaves room for a day and a digest. */
    private static String cut(String slug) {
        return slug.length() <= 40 ? slug : slug.substring(0, 40).replaceAll("-+$", "");
    }
}

package org.parley.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    static final int LONGEST_SUMMARY = 300;

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
        String given = into.id(row, id());
        String id = Slug.of(given.startsWith("statement/") ? given.substring("statement/".length()) : given);
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
        NamedRecords named = new NamedRecords(into);
        String source = source(row, into);
        String locator = row.text("locator") == null ? "row " + (row.line() - 1) : row.text("locator");
        Map<String, Object> cited = new LinkedHashMap<>();
        cited.put("source", source);
        cited.put("locator", locator);

        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("id", id);
        statement.put("speakers", speakers(row, named, cited));
        statement.put("kind", kind.name());
        MappedRow.put(statement, "quote", quote);
        statement.put("summary", summary);
        date(row, into, statement);
        MappedRow.put(statement, "channel", into.text("channel", row.text("channel")));
        List<String> places = row.texts("place", "cities");
        MappedRow.put(statement, "place", places.isEmpty() ? null : named.place("place", places.get(0), "CITY"));
        String round = row.text("round");
        MappedRow.put(statement, "round", round == null ? null : named.round("round", round));
        List<String> issues = row.texts("issues", "topics").stream()
                .map(name -> named.issue("issues", name, cited))
                .distinct()
                .toList();
        MappedRow.put(statement, "issues", issues.isEmpty() ? null : issues);
        String stance = row.code("stance", Stance.values());
        statement.put("stance", stance == null ? Stance.REPORTS.name() : stance);
        String target = row.text("target");
        MappedRow.put(
                statement,
                "target",
                target == null ? null : named.actor("target", target, ActorKind.GROUP, null, cited));
        Map<String, Object> rendering = new LinkedHashMap<>(cited);
        rendering.put("verbatim", quote != null && kind != StatementKind.PARAPHRASE);
        rendering.put("wording", quote == null ? summary : quote);
        statement.put("renderings", List.of(rendering));
        MappedRow.put(statement, "note", into.text("note", row.text("note")));
        return new MappedRow("statements", statement, source, "renderings");
    }

    private static StatementKind kind(SheetRow row, String quote, String summary) {
        String given = row.code("kind", StatementKind.values());
        return given != null ? StatementKind.valueOf(given) : kind(quote, summary != null);
    }

    /** What a statement is that has this quotation, which is null if there is none, and perhaps a summary of its own. */
    static StatementKind kind(String quote, boolean hasSummary) {
        return quote == null ? StatementKind.PARAPHRASE : hasSummary ? StatementKind.PARTIAL : StatementKind.VERBATIM;
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

    private static List<String> speakers(SheetRow row, NamedRecords named, Map<String, Object> cited) {
        List<String> names = row.texts("speaker", "speakers");
        if (names.isEmpty()) {
            throw new RowRefused(ImportCode.MISSING, "speaker", null, "must not be empty");
        }
        String kind = row.code("speaker_kind", ActorKind.values());
        String side = row.text("side");
        String sideId = side == null ? null : named.actor("side", side, ActorKind.GROUP, null, cited);
        return names.stream()
                .map(name -> named.actor(
                        "speaker", name, kind == null ? ActorKind.PERSON : ActorKind.valueOf(kind), sideId, cited))
                .distinct()
                .toList();
    }

    // Where it stands

    /** The source of the row; the file itself if it names none. */
    private static String source(SheetRow row, RowMapping into) {
        String title = into.text("source_title", row.text("source_title", "title"));
        String url = into.url("source_url", row.text("source_url", "url"));
        CitedSources sources = new CitedSources(into);
        if (title == null && url == null) {
            into.tell(ImportCode.NO_SOURCE, null, null, "names no source, so the file itself is its source");
            return sources.fileItself(null, Map.of());
        }
        String outlet = row.text("source_outlet");
        return sources.source(new CitedSources.Told(
                title,
                url,
                outlet,
                into.day(row, "source_date"),
                CitedSources.language("source_language", row.text("source_language", "language")),
                row.text("licence"),
                row.text("text") != null ? "SPEECH" : outlet == null ? "DOCUMENT" : "ARTICLE"));
    }
}

package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up record of nothing but dates, and what is to be answered of it, in every zone. */
public final class DaysRecord {
    /** Where calendars, zones and numbers have their corners; in order. */
    static final List<LocalDate> CORNERS = Stream.of(
                    Stream.of("0001-01-01", "0001-01-02", "0001-12-31", "0004-02-29"),
                    // A Julian leap year, whose 29 February the calendar of ISO 8601 does not have.
                    Stream.of("0100-03-01", "1300-02-28", "1300-03-01", "1400-03-01", "1500-02-28", "1500-03-01"),
                    // The days that were left out when the Gregorian calendar came, and their neighbours.
                    IntStream.rangeClosed(3, 16).mapToObj(day -> LocalDate.of(1582, 10, day) + ""),
                    // Local mean time; the days that Alaska and the Philippines had twice or not at all.
                    Stream.of("1648-10-24", "1844-12-30", "1844-12-31", "1845-01-01", "1856-03-30", "1867-10-18"),
                    Stream.of("1883-11-18", "1891-03-15", "1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01"),
                    Stream.of("1911-03-11", "1918-02-01", "1924-05-02", "1945-02-04", "1969-12-31", "1970-01-01"),
                    // No midnight, or no day at all, in Cairo, São Paulo, Kwajalein, Kiritimati, Apia, Tehran, Kyiv.
                    Stream.of("1993-08-21", "1994-12-31", "1995-01-01", "2011-12-29", "2011-12-30", "2011-12-31"),
                    Stream.of("2018-11-04", "2021-03-22", "2024-02-29", "2026-02-04", "2026-03-29", "2026-10-25"),
                    Stream.of("9999-12-30", "9999-12-31"))
            .flatMap(days -> days)
            .map(LocalDate::parse)
            .toList();

    /**
     * A query, and what it answers there.
     *
     * @param path of a list in the answer, or {@value #ALL} for all values in it, in any order
     */
    public record Question(String query, String path, List<Object> answer) {
        private static final String ALL = "*";

        /** @param data of the answer */
        public void mustBeAnsweredBy(Map<String, Object> data) {
            List<Object> values = new ArrayList<>();
            gather(data, path.equals(ALL) ? List.of() : List.of(path.split("\\.")), values);
            if (path.equals(ALL)) {
                assertThat(values).as(query).containsExactlyInAnyOrderElementsOf(answer);
            } else {
                assertThat(values).as(query).isEqualTo(answer);
            }
        }

        private static void gather(Object value, List<String> path, List<Object> values) {
            if (value instanceof List<?> list) {
                list.forEach(element -> gather(element, path, values));
            } else if (value instanceof Map<?, ?> object && path.isEmpty()) {
                object.values().forEach(each -> gather(each, path, values));
            } else if (value instanceof Map<?, ?> object) {
                assertThat(object.containsKey(path.get(0))).as(path.get(0)).isTrue();
                gather(object.get(path.get(0)), path.subList(1, path.size()), values);
            } else {
                values.add(value);
            }
        }

        @Override
        public String toString() {
            return query;
        }
    }

    private DaysRecord() {}

    /** Writes the record into a folder. */
    public static Path in(Path folder) throws IOException {
        for (String name : SeedData.NAMES) {
            write(folder, name, List.of());
        }
        write(
                folder,
                "sources",
                List.of(
                        source("s1", Map.of("publishedOn", "1899-12-31", "dateBasis", "STATED")),
                        source("between", Map.of("publishedAfter", "2026-01-25", "publishedBefore", "2026-01-31")),
                        source("later", Map.of("publishedAfter", "2026-02-05")),
                        source("undated", Map.of())));
        List<Object> held = List.of(
                row("organization", "bland", "from", "1844-12-31", "to", "2011-12-30", "citations", List.of(CITATION)));
        write(
                folder,
                "actors",
                List.of(
                        actor("aland", Map.of("affiliations", held)),
                        actor("bland", Map.of()),
                        actor("cland", Map.of())));
        List<Object> statements = new ArrayList<>();
        CORNERS.forEach(
                day -> statements.add(said("aland", "on-" + day, Map.of("date", day + "", "dateBasis", "STATED"))));
        Stream.of(
                        said("dated", "date", "2026-02-04"),
                        said("month-2022-02", "edtf", "2022-02"),
                        said("year-2022", "edtf", "2022"),
                        said("winter-2025", "edtf", "2025-24"),
                        said("bounded", "notBefore", "2026-01-25", "notAfter", "2026-01-31"),
                        said("not-before", "notBefore", "2026-02-06"),
                        said("not-after", "notAfter", "2026-01-20"),
                        said("month-and-bound", "edtf", "2026-02", "notBefore", "2026-02-10"),
                        said("kyiv-night", "date", "2026-02-05", "at", "2026-02-04T22:30:00Z"),
                        said("kyiv-later", "date", "2026-02-05", "at", "2026-02-04T22:45:00Z"),
                        said("washington-evening", "date", "2026-02-04", "at", "2026-02-05T01:00:00Z"),
                        said("last-instant", "at", "2026-02-04T23:59:59.99999Z"),
                        said("noon-a", "at", "2026-02-04T12:00:00.0009Z"),
                        said("noon-b", "at", "2026-02-04T12:00:00.0001Z"),
                        said("undated"))
                .forEach(statements::add);
        statements.add(
                said("cland", "forecast", Map.of("date", "2026-01-30", "dateBasis", "STATED", "round", "second")));
        statements.add(
                said("cland", "day-after", Map.of("date", "2026-02-06", "dateBasis", "STATED", "round", "second")));
        statements.add(said(
                "cland", "signed", Map.of("date", "1856-03-30", "at", "1856-03-30T13:00:00Z", "dateBasis", "STATED")));
        write(folder, "statements", statements);
        write(
                folder,
                "incidents",
                List.of(
                        happened("battle", "start", "1648-10-24", "end", "1648-10-25"),
                        happened("invasion", "edtf", "2022-02"),
                        happened("between", "notBefore", "2026-01-26", "notAfter", "2026-02-02"),
                        happened("month", "edtf", "2026-02"),
                        happened("lasting", "start", "2026-02-03", "end", "2026-02-10", "at", "2026-02-08T04:00:00Z"),
                        happened("within-round", "notBefore", "2026-02-04", "notAfter", "2026-02-05"),
                        happened(
                                "of-both",
                                "start",
                                "2026-02-05",
                                "at",
                                "2026-02-04T22:00:00Z",
                                "rounds",
                                List.of("first")),
                        happened("tied", "rounds", List.of("summer", "second")),
                        happened("undated")));
        write(
                folder,
                "negotiations",
                List.of(row(
                        "id",
                        "talks",
                        "title",
                        "Talks",
                        "summary",
                        "Talks.",
                        "roles",
                        List.of(row("actor", "aland", "role", "PARTY", "citations", List.of(CITATION))),
                        "issues",
                        List.of("peace"),
                        "citations",
                        List.of(CITATION))));
        write(
                folder,
                "issues",
                List.of(row("id", "peace", "name", "Peace", "description", "Peace.", "citations", List.of(CITATION))));
        write(
                folder,
                "rounds",
                List.of(
                        round("first", 1, "start", "2026-01-23", "end", "2026-01-24"),
                        round("second", 2, "start", "2026-02-04", "end", "2026-02-05"),
                        round("summer", 3, "edtf", "2025-22")));
        write(
                folder,
                "figures",
                List.of(row(
                        "id",
                        "f1",
                        "measure",
                        "dead",
                        "label",
                        "Dead",
                        "unit",
                        "persons",
                        "wording",
                        "seven",
                        "claimedOn",
                        "1582-10-10",
                        "dateBasis",
                        "STATED",
                        "citations",
                        List.of(CITATION))));
        return folder;
    }

    /** Of every attribute that is a day, and of days that are known more or less closely. */
    public static List<Question> questions() {
        String bland = "statements(first: 100, filter: { speaker: \"bland\"%s }%s) { nodes { id } } }";
        List<Question> questions = new ArrayList<>();
        List<Object> corners = CORNERS.stream().<Object>map(LocalDate::toString).toList();
        questions.add(new Question(
                "{ statements(first: 100, filter: { speaker: \"aland\" }) { nodes { date } } }",
                "statements.nodes.date",
                corners));
        questions.add(new Question(
                "{ statement(id: \"signed\") { date at } source(id: \"s1\") { publishedOn } incident(id: \"battle\") { start end }"
                        + " between: source(id: \"between\") { publishedAfter publishedBefore } figure(id: \"f1\") { claimedOn }"
                        + " bounded: statement(id: \"bounded\") { notBefore notAfter } within: incident(id: \"within-round\") {"
                        + " notBefore notAfter } round(id: \"second\") { start end planned { date } sessions { start } }"
                        + " actor(id: \"aland\") { affiliations { from to } } }",
                "*",
                List.of(
                        "1856-03-30",
                        "1856-03-30T13:00:00Z",
                        "1899-12-31",
                        "1648-10-24",
                        "1648-10-25",
                        "2026-01-25",
                        "2026-01-31",
                        "1582-10-10",
                        "2026-01-25",
                        "2026-01-31",
                        "2026-02-04",
                        "2026-02-05",
                        "2026-02-04",
                        "2026-02-05",
                        "2011-12-30",
                        "2026-02-04",
                        "1844-12-31",
                        "2011-12-30")));
        for (LocalDate day : List.of(
                LocalDate.of(1, 1, 1),
                LocalDate.of(1500, 3, 1),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1856, 3, 30),
                LocalDate.of(2011, 12, 30),
                LocalDate.of(9999, 12, 31))) {
            questions.add(new Question(
                    "{ statements(filter: { speaker: \"aland\", from: \"" + day + "\", to: \"" + day
                            + "\" }) { nodes { date } } }",
                    "statements.nodes.date",
                    List.of(day + "")));
        }
        questions.add(new Question(
                "{ statements(first: 100, filter: { speaker: \"bland\" }) { nodes { at } } }",
                "statements.nodes.at",
                Arrays.asList(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2026-02-04T12:00:00Z",
                        "2026-02-04T12:00:00Z",
                        "2026-02-04T23:59:59.999Z",
                        "2026-02-05T01:00:00Z",
                        "2026-02-04T22:30:00Z",
                        "2026-02-04T22:45:00Z",
                        null,
                        null,
                        null)));
        said(
                questions,
                bland,
                "",
                "",
                "year-2022 month-2022-02 winter-2025 not-after bounded dated noon-a noon-b last-instant"
                        + " washington-evening kyiv-night kyiv-later not-before month-and-bound undated");
        said(
                questions,
                bland,
                "",
                ", orderBy: DATE_DESC",
                "month-and-bound not-before kyiv-later kyiv-night washington-evening"
                        + " last-instant noon-b noon-a dated bounded not-after winter-2025 month-2022-02 year-2022 undated");
        said(questions, bland, ", from: \"2022-02-01\", to: \"2022-02-28\"", "", "year-2022 month-2022-02");
        said(questions, bland, ", from: \"2022-02-28\", to: \"2022-03-01\"", "", "year-2022 month-2022-02");
        said(questions, bland, ", from: \"2022-03-01\", to: \"2022-12-31\"", "", "year-2022");
        said(questions, bland, ", from: \"2023-01-01\", to: \"2025-11-30\"", "", "");
        said(questions, bland, ", to: \"0001-01-01\"", "", "");
        said(questions, bland, ", from: \"2026-01-20\", to: \"2026-01-20\"", "", "winter-2025 not-after");
        said(questions, bland, ", from: \"2026-01-21\", to: \"2026-01-21\"", "", "winter-2025");
        said(questions, bland, ", from: \"2026-01-31\", to: \"2026-02-01\"", "", "winter-2025 bounded");
        said(questions, bland, ", from: \"2026-02-05\", to: \"2026-02-05\"", "", "winter-2025 kyiv-night kyiv-later");
        said(
                questions,
                bland,
                ", from: \"2026-02-04\", to: \"2026-02-04\"",
                ", orderBy: DATE_DESC",
                "washington-evening last-instant noon-b noon-a dated winter-2025");
        said(questions, bland, ", from: \"2026-02-28\", to: \"2026-02-28\"", "", "winter-2025 month-and-bound");
        said(questions, bland, ", from: \"2026-02-06\", to: \"2026-02-06\"", "", "winter-2025 not-before");
        said(questions, bland, ", from: \"2026-03-01\"", "", "");
        said(questions, bland, ", from: \"9999-12-31\"", "", "");
        said(questions, bland, ", dated: false", "", "undated");
        said(questions, bland, ", dated: true, not: { from: \"2026-01-01\" }", "", "year-2022 month-2022-02");
        questions.add(ids(
                "{ incidents { nodes { id } } }",
                "incidents",
                "incident",
                "battle invasion between month lasting within-round of-both tied undated"));
        questions.add(ids(
                "{ incidents(orderBy: DATE_DESC) { nodes { id } } }",
                "incidents",
                "incident",
                "of-both within-round lasting month between invasion battle tied undated"));
        questions.add(ids(
                "{ incidents(filter: { from: \"2026-02-15\", to: \"2026-02-15\" }) { nodes { id } } }",
                "incidents",
                "incident",
                "month"));
        questions.add(ids(
                "{ incidents(filter: { from: \"2022-02-24\", to: \"2022-02-24\" }) { nodes { id } } }",
                "incidents",
                "incident",
                "invasion"));
        questions.add(ids(
                "{ round(id: \"second\") { incidents { nodes { id } } } }",
                "round.incidents",
                "incident",
                "lasting within-round of-both tied"));
        questions.add(ids(
                "{ round(id: \"second\") { incidentsSincePrevious { nodes { id } } } }", "round.incidentsSincePrevious",
                "incident", "between"));
        questions.add(ids(
                "{ round(id: \"first\") { incidents { nodes { id } } } }", "round.incidents", "incident", "of-both"));
        questions.add(
                ids("{ round(id: \"summer\") { incidents { nodes { id } } } }", "round.incidents", "incident", "tied"));
        questions.add(new Question(
                "{ incident(id: \"tied\") { rounds { id } } }",
                "incident.rounds.id",
                List.of("round/summer", "round/second")));
        questions.add(new Question(
                "{ incident(id: \"of-both\") { rounds { id } } }",
                "incident.rounds.id",
                List.of("round/first", "round/second")));
        questions.add(new Question("{ incident(id: \"month\") { rounds { id } } }", "incident.rounds.id", List.of()));
        questions.add(ids(
                "{ round(id: \"second\") { statements { nodes { id } } } }",
                "round.statements",
                "statement",
                "forecast day-after"));
        questions.add(ids("{ rounds { nodes { id } } }", "rounds", "round", "summer first second"));
        questions.add(ids(
                "{ rounds(filter: { from: \"2025-08-31\", to: \"2026-01-23\" }) { nodes { id } } }",
                "rounds",
                "round",
                "summer first"));
        questions.add(ids("{ rounds(filter: { dated: false }) { nodes { id } } }", "rounds", "round", ""));
        questions.add(ids("{ sources { nodes { id } } }", "sources", "source", "s1 between later undated"));
        questions.add(
                ids("{ sources(filter: { from: \"2026-02-05\" }) { nodes { id } } }", "sources", "source", "later"));
        questions.add(ids("{ sources(filter: { from: \"2026-02-07\" }) { nodes { id } } }", "sources", "source", ""));
        questions.add(ids(
                "{ sources(filter: { from: \"2026-01-31\", to: \"2026-02-04\" }) { nodes { id } } }",
                "sources",
                "source",
                "between"));
        questions.add(ids("{ sources(filter: { dated: false }) { nodes { id } } }", "sources", "source", "undated"));
        questions.add(new Question(
                "{ timeline(from: \"2026-02-04\", to: \"2026-02-04\", kinds: [INCIDENT, ROUND]) { nodes { id } } }",
                "timeline.nodes.id",
                List.of("incident/month", "incident/lasting", "incident/within-round", "round/second")));
        questions.add(new Question(
                "{ timeline(actor: \"bland\", to: \"2026-02-03\") { nodes { id } } }",
                "timeline.nodes.id",
                List.of(
                        "statement/year-2022",
                        "statement/month-2022-02",
                        "statement/winter-2025",
                        "statement/not-after",
                        "statement/bounded")));
        questions.add(new Question(
                "{ incidents(filter: { disputed: false }) { totalCount } }", "incidents.totalCount", List.of(9)));
        return questions;
    }

    private static void said(List<Question> questions, String list, String filter, String order, String slugs) {
        questions.add(ids("{ " + list.formatted(filter, order), "statements", "statement", slugs));
    }

    private static Question ids(String query, String list, String kind, String slugs) {
        return new Question(
                query,
                list + ".nodes.id",
                Stream.of(slugs.split(" "))
                        .filter(slug -> !slug.isEmpty())
                        .<Object>map(slug -> kind + "/" + slug)
                        .toList());
    }

    private static final Map<String, Object> CITATION = Map.of("source", "s1", "locator", "line 1");

    private static Map<String, Object> source(String id, Map<String, Object> more) {
        Map<String, Object> source = row(
                "id",
                id,
                "label",
                "Label",
                "dateBasis",
                "UNKNOWN",
                "language",
                "en",
                "origin",
                id,
                "document",
                id + ".txt");
        source.putAll(more);
        return source;
    }

    private static Map<String, Object> actor(String id, Map<String, Object> more) {
        Map<String, Object> actor =
                row("id", id, "name", id, "kind", "STATE", "description", "A state.", "citations", List.of(CITATION));
        actor.putAll(more);
        return actor;
    }

    private static Map<String, Object> said(String id, Object... date) {
        Map<String, Object> more = row(date);
        boolean isKnown = more.containsKey("date") || more.containsKey("at") || more.containsKey("edtf");
        more.put("dateBasis", isKnown ? "STATED" : "UNKNOWN");
        more.put("dateNote", "As the sources have it.");
        return said("bland", id, more);
    }

    private static Map<String, Object> said(String speaker, String id, Map<String, Object> more) {
        Map<String, Object> statement = row(
                "id",
                id,
                "speakers",
                List.of(speaker),
                "kind",
                "PARAPHRASE",
                "summary",
                "Speaks.",
                "stance",
                "REPORTS",
                "renderings",
                List.of(row("source", "s1", "locator", "line 1", "verbatim", false, "wording", "spoke")));
        statement.putAll(more);
        return statement;
    }

    private static Map<String, Object> happened(String id, Object... date) {
        Map<String, Object> incident = row(
                "id",
                id,
                "title",
                "Incident",
                "summary",
                "It happened.",
                "kind",
                "OTHER",
                "attributions",
                List.of(row("citations", List.of(CITATION))),
                "dateNote",
                "As the sources have it.",
                "citations",
                List.of(CITATION));
        incident.putAll(row(date));
        incident.put("dateBasis", incident.containsKey("start") || incident.containsKey("edtf") ? "STATED" : "UNKNOWN");
        return incident;
    }

    private static Map<String, Object> round(String id, int ordinal, Object... date) {
        Map<String, Object> round = row(
                "id",
                id,
                "negotiation",
                "talks",
                "ordinal",
                ordinal,
                "title",
                "Round",
                "status",
                "HELD",
                "dateBasis",
                "STATED",
                "citations",
                List.of(CITATION));
        round.putAll(row(date));
        if (id.equals("second")) {
            round.put(
                    "planned",
                    List.of(row("date", "2011-12-30", "dateBasis", "STATED", "citations", List.of(CITATION))));
            round.put(
                    "sessions",
                    List.of(row(
                            "id",
                            "day-1",
                            "title",
                            "Day",
                            "start",
                            "2026-02-04",
                            "dateBasis",
                            "STATED",
                            "citations",
                            List.of(CITATION))));
        }
        return round;
    }

    private static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }

    private static void write(Path folder, String name, List<?> rows) throws IOException {
        Files.writeString(
                folder.resolve(name + ".json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }
}

package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.OnlyOn;
import org.parley.Plan;
import org.parley.SqlLog;
import org.parley.TestDatabase;
import org.parley.graph.RecordKind;
import org.parley.lists.Cursor;
import org.parley.lists.Ordinals;
import org.parley.store.Store;

/**
 * A page in the middle of a long list costs no more than one at its beginning: the SQL that Parley sends for it is run, with
 * its plan, in a database of its own that holds some thousand records of each kind.
 */
@QuarkusTest
class IndexTest {
    private static final TestDatabase.Own OWN = TestDatabase.own();
    private static final int MANY = 6000;
    private static final int OWNERS = 4;

    /**
     * Rows read for a page of five: the five, the one that tells whether there are more, and some to step in and out.
     * PostgreSQL walks the index of the order alone where one row in four is of the owner.
     */
    private static final int FEW = TestDatabase.isPostgres() ? 40 : 15;

    /** In the SQL that reads a page of five, and one more. */
    private static final String PAGE_OF_FIVE = "fetch first 6 rows only";

    /** The bit of a form that no entry has. */
    private static final long NONE = 1L << 31;

    /** As Dated counts them. */
    private static final long PLACES_OF_A_DAY = 180_000_000;

    private static Connection database;

    /**
     * A way along which a list is read.
     *
     * @param query the query, with %s where the paging arguments go
     * @param list  the name that the list's cursors carry
     * @param table the table whose index gives the order
     * @param id    its column of the records' ids
     * @param owner its column of the owner, or null for the list of all, or of those with a word
     * @param of    the owner in the long list; null for the list of all
     * @param fixed what the path holds fixed beside the owner, as SQL, or null
     */
    record Way(String query, String list, String table, String id, String owner, String of, String fixed) {

        static Way root(String field, String table) {
            return new Way("{ " + field + "(%s) { nodes { id } } }", table, table, "id", null, null, null);
        }

        static Way below(String parent, String field, String list, String table, String id, String owner, String of) {
            return below(parent, field, list, table, id, owner, of, null);
        }

        static Way below(
                String parent,
                String field,
                String list,
                String table,
                String id,
                String owner,
                String of,
                String fixed) {
            return new Way(
                    "{ " + parent + " { " + field + "(%s) { nodes { id } } } }", list, table, id, owner, of, fixed);
        }

        static Way worded(String field, String table) {
            return new Way(
                    "{ " + field + "(filter: { text: \"talks\" }, %s) { nodes { id } } }",
                    table,
                    table,
                    "id",
                    null,
                    String.valueOf(Ordinals.COUNT),
                    null);
        }

        /** Whether the list is read along the word index, in which every record has the word. */
        boolean isWorded() {
            return owner == null && of != null;
        }

        @Override
        public String toString() {
            return query.formatted("…");
        }
    }

    /** An order: its name, its column, and whether the index is walked from its end. */
    record By(String name, String column, boolean descending) {
        static final List<By> DATES =
                List.of(new By("DATE_ASC", "oldest_first", false), new By("DATE_DESC", "oldest_first", true));
        static final List<By> NAMES =
                List.of(new By("NAME_ASC", "name_key", false), new By("NAME_DESC", "name_key", true));
        static final List<By> TITLES =
                List.of(new By("TITLE_ASC", "name_key", false), new By("TITLE_DESC", "name_key", true));
        static final List<By> QUESTIONS =
                List.of(new By("QUESTION_ASC", "name_key", false), new By("QUESTION_DESC", "name_key", true));
        static final List<By> IDS = List.of(new By("ID_ASC", "id", false));
        static final List<By> TIME = List.of(new By("DATE_ASC", "oldest_first", false));
    }

    static Stream<Arguments> waysInEachOrder() {
        String actor = "actor(id: \"rustem-umerov\")";
        String round = "round(id: \"abu-dhabi-2\")";
        return Stream.of(
                        each(By.NAMES, Way.root("actors", "actor")),
                        each(By.NAMES, Way.root("issues", "issue")),
                        each(By.TITLES, Way.root("negotiations", "negotiation")),
                        each(By.QUESTIONS, Way.root("disagreements", "disagreement")),
                        each(By.IDS, Way.root("assertions", "assertion")),
                        each(By.DATES, Way.root("statements", "statement")),
                        each(By.DATES, Way.root("incidents", "incident")),
                        each(By.DATES, Way.root("rounds", "round")),
                        each(By.DATES, Way.root("figures", "figure")),
                        each(By.DATES, Way.root("agreements", "agreement")),
                        each(By.DATES, Way.root("sources", "source")),
                        each(
                                By.TIME,
                                new Way(
                                        "{ timeline(%s) { nodes { id } } }",
                                        "timeline", "event", "id", null, null, null)),
                        each(
                                By.TIME,
                                new Way(
                                        "{ timeline(actor: \"rustem-umerov\", %s) { nodes { id } } }",
                                        "timeline", "event_actor", "event_id", "actor_id", "actor/1", null)),
                        each(
                                By.DATES,
                                Way.below(
                                        actor,
                                        "statements",
                                        "statement",
                                        "statement_speaker",
                                        "statement_id",
                                        "actor_id",
                                        "actor/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        actor,
                                        "statementsAbout",
                                        "statement",
                                        "statement",
                                        "id",
                                        "target_id",
                                        "actor/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        actor, "rounds", "round", "participation", "round_id", "actor_id", "actor/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        actor,
                                        "incidents",
                                        "incident",
                                        "incident_actor",
                                        "incident_id",
                                        "actor_id",
                                        "actor/1")),
                        each(
                                By.DATES,
                                Way.below(actor, "figures", "figure", "figure", "id", "claimed_by_id", "actor/1")),
                        each(
                                By.DATES,
                                Way.below(round, "statements", "statement", "statement", "id", "round_id", "round/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        round,
                                        "incidents",
                                        "incident",
                                        "incident_round",
                                        "incident_id",
                                        "round_id",
                                        "round/1",
                                        "relation = 'DURING'")),
                        each(
                                By.DATES,
                                Way.below(
                                        round,
                                        "incidentsSincePrevious",
                                        "incident",
                                        "incident_round",
                                        "incident_id",
                                        "round_id",
                                        "round/1",
                                        "relation = 'BEFORE'")),
                        each(
                                By.DATES,
                                Way.below(
                                        "issue(id: \"territory\")",
                                        "statements",
                                        "statement",
                                        "statement_issue",
                                        "statement_id",
                                        "issue_id",
                                        "issue/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        "negotiation(id: \"us-mediated-trilateral-2026\")",
                                        "rounds",
                                        "round",
                                        "round",
                                        "id",
                                        "negotiation_id",
                                        "negotiation/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        actor,
                                        "agreements",
                                        "agreement",
                                        "agreement_actor",
                                        "agreement_id",
                                        "actor_id",
                                        "actor/1")),
                        each(
                                By.DATES,
                                Way.below(round, "agreements", "agreement", "agreement", "id", "round_id", "round/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        "negotiation(id: \"us-mediated-trilateral-2026\")",
                                        "agreements",
                                        "agreement",
                                        "agreement",
                                        "id",
                                        "negotiation_id",
                                        "negotiation/1")),
                        each(
                                By.DATES,
                                Way.below(
                                        "source(id: \"first-day-ends\")",
                                        "facts",
                                        "fact",
                                        "fact",
                                        "record_id",
                                        "source_id",
                                        "source/1")),
                        each(By.DATES, Way.worded("statements", "statement")),
                        each(By.DATES, Way.worded("incidents", "incident")),
                        each(By.DATES, Way.worded("figures", "figure")),
                        each(By.DATES, Way.worded("rounds", "round")),
                        each(By.DATES, Way.worded("agreements", "agreement")))
                .flatMap(ways -> ways);
    }

    static Stream<Arguments> waysByDate() {
        return waysInEachOrder().filter(way -> ((By) way.get()[1]).name().startsWith("DATE"));
    }

    private static Stream<Arguments> each(List<By> orders, Way way) {
        return orders.stream().map(order -> Arguments.of(way, order));
    }

    @BeforeAll
    static void fill_a_database_of_its_own() throws SQLException {
        database = OWN.open();
        // As the pool's connections are set up.
        Store.at(OWN.url(), Path.of("target")).begin(database);
        OWN.migrate();
        String series =
                TestDatabase.isPostgres() ? "generate_series(1, " + MANY + ") as x" : "system_range(1, " + MANY + ")";
        for (String insert : ROWS.replace("SERIES", series).split(";")) {
            try (PreparedStatement statement = database.prepareStatement(insert)) {
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = database.prepareStatement("analyze")) {
            statement.execute();
        }
    }

    @AfterAll
    static void close_it() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("waysInEachOrder")
    void a_page_in_the_middle_is_one_short_walk_along_an_index(Way way, By order) throws SQLException {
        assertOneShortWalk(way, order, middle(way, order, ""));
    }

    /** There the time is the same for all, and only the id tells where a page begins. */
    @ParameterizedTest
    @MethodSource("waysByDate")
    void a_page_in_the_middle_of_the_undated_ones_is_too(Way way, By order) throws SQLException {
        assertOneShortWalk(way, order, middle(way, order, order.column() + " = 9223372036854775807"));
    }

    /** One day of forty, and what reaches into it from the day before; not all that was before, or comes after. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statements(first: 5, filter: { %s })                                       |",
                "statements(first: 5, filter: { speaker: \"rustem-umerov\", %s })            | actor/1",
                "statements(first: 5, filter: { issue: \"territory\", %s })                  | issue/1",
                "incidents(first: 5, filter: { %s })                                        |",
                "rounds(first: 5, filter: { %s })                                           |",
                "figures(first: 5, filter: { %s })                                          |",
                "agreements(first: 5, filter: { %s })                                       |",
                "agreements(first: 5, filter: { party: \"rustem-umerov\", %s })             | actor/1",
                "sources(first: 5, filter: { %s })                                          |",
                "timeline(first: 5, %s)                                                     |",
                "timeline(first: 5, actor: \"rustem-umerov\", %s)                            | actor/1"
            })
    void a_range_of_days_is_walked_from_its_beginning_to_its_end(String list, String owner) throws SQLException {
        LocalDate day = LocalDate.of(1996, 12, 1);
        String sql = sent(
                "{ " + list.formatted("from: \"" + day + "\", to: \"" + day + "\"") + " { nodes { id } } }",
                PAGE_OF_FIVE);
        int number = (int) day.toEpochDay();
        long from = number * PLACES_OF_A_DAY;
        long to = from + PLACES_OF_A_DAY;
        List<Object> values = List.of(number, number, from, from, number, to);
        try (PreparedStatement statement = database.prepareStatement(Plan.EXPLAIN + sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            if (owner != null) {
                statement.setArray(values.size() + 1, database.createArrayOf("varchar", new Object[] {owner}));
            }
            Plan plan = Plan.of(statement);
            assertThat(plan).matches(Plan::isInOrderOfAnIndex);
            // The walk begins with the one that reaches into the day, on the day before, of whose 150 some are of
            // the owner.
            assertThat(plan.mostRead()).as(plan.text()).isBetween(1, 160);
        }
    }

    /** And not all that an actor said, once for each statement that somebody made. */
    @OnlyOn(value = OnlyOn.Database.H2, because = "a habit of taking any index that there is")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speaker: [\"russia\", \"ukraine\"] | STATEMENT_SPEAKER | STATEMENT_ID = K.ID",
                "or: [{speaker: [\"russia\"]}]       | STATEMENT_SPEAKER | STATEMENT_ID = K.ID",
                "issue: [\"battlefield\", \"ceasefire-line\"]     | STATEMENT_ISSUE   | STATEMENT_ID = K.ID",
                "source: [\"second-round-opens\"]                | CITATION          | RECORD_ID = K.ID"
            })
    void a_record_is_held_against_a_filter_by_its_own_links(String filter, String links, String own)
            throws SQLException {
        String sql = sent("{ statements(filter: { " + filter + " }) { totalCount } }", "count(*)");
        try (PreparedStatement statement = database.prepareStatement("explain " + sql)) {
            statement.setArray(1, database.createArrayOf("varchar", new Object[] {"actor/1", "actor/2"}));
            assertThat(Plan.of(statement).text())
                    .containsPattern("\"" + links + "\" \"X\"\\s*/\\* PUBLIC\\.\\w+: " + own + "\\s*\\*/");
        }
    }

    /** And not by its place or round, of which there may be thousands: whatever H2 expects of these. */
    @OnlyOn(value = OnlyOn.Database.H2, because = "a habit of taking any index that there is")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "incidents(first: 5, filter: { place: \"abu-dhabi\" })     | incident  | place_id | INCIDENT_ID",
                "incidents(first: 5, filter: { within: \"abu-dhabi\" })    | incident  | place_id | INCIDENT_ID",
                "statements(first: 5, filter: { within: \"abu-dhabi\" })   | statement | place_id | STATEMENT_ID",
                "rounds(first: 5, filter: { venue: \"abu-dhabi\" })        | round     | venue_id | ROUND_ID",
                "rounds(first: 5, filter: { negotiation: \"us-mediated-trilateral-2026\" })     | round     | negotiation_id | ROUND_ID",
                "statements(first: 5, filter: { round: \"abu-dhabi-2\" })  | statement | round_id | STATEMENT_ID",
                "agreements(first: 5, filter: { round: \"abu-dhabi-2\" })  | agreement | round_id | AGREEMENT_ID",
                "agreements(first: 5, filter: { negotiation: \"us-mediated-trilateral-2026\" }) | agreement | negotiation_id | AGREEMENT_ID"
            })
    void a_record_of_an_owner_is_looked_up_by_its_id(String list, String table, String place, String id)
            throws SQLException {
        String sql = sent("{ actor(id: \"rustem-umerov\") { " + list + " { nodes { id } } } }", PAGE_OF_FIVE);
        // A statement keeps the plan that it was prepared with.
        try (PreparedStatement expectation =
                database.prepareStatement("alter table " + table + " alter column " + place + " selectivity 50")) {
            expectation.execute();
        }
        try (PreparedStatement statement = database.prepareStatement("explain " + sql)) {
            assertThat(Plan.of(statement).text())
                    .containsPattern("\"" + table.toUpperCase(Locale.ROOT)
                            + "\" \"R\"\\s*/\\* PUBLIC\\.(PRIMARY_KEY|\\w+_CONDITIONS)\\w*: ID = K." + id + "\\b");
        }
    }

    /** Of its tokens alone, however many others the word index has: also where a beginning stands for many. */
    @Test
    void a_search_reads_the_entries_of_its_words() throws SQLException {
        String sql = sent("{ search(text: \"xylophone\", first: 5) { nodes { kind } } }", PAGE_OF_FIVE);
        List<Object> values = List.of(
                new Long[] {0L, 0L, 0L},
                new Long[] {11 * Ordinals.COUNT, 12 * Ordinals.COUNT, 13 * Ordinals.COUNT},
                new Long[] {12 * Ordinals.COUNT, 13 * Ordinals.COUNT, 14 * Ordinals.COUNT},
                new Long[] {1L, NONE, NONE},
                new Long[] {100L, 0L, 0L});
        assertThat(rows(sql, values)).isEqualTo(3);
        assertReadsEntries(plan(sql, values), 3);
    }

    /** And not all words of each record that is found, nor all records of the kind. */
    @Test
    void a_list_by_relevance_reads_the_entries_of_its_words() throws SQLException {
        String sql = sent(
                "{ statements(first: 5, orderBy: RELEVANCE_DESC, filter: { text: \"xylophone quartz\" })"
                        + " { nodes { id } } }",
                PAGE_OF_FIVE);
        long first = Ordinals.first(RecordKind.STATEMENT);
        long end = Ordinals.end(RecordKind.STATEMENT);
        List<Object> values = List.of(
                new Long[] {0L, 1L},
                new Long[] {11 * Ordinals.COUNT + first, 11 * Ordinals.COUNT + first},
                new Long[] {11 * Ordinals.COUNT + end, 11 * Ordinals.COUNT + end},
                new Long[] {1L, 1L},
                new Long[] {100L, 100L},
                2);
        assertThat(rows(sql, values)).isEqualTo(1);
        assertReadsEntries(plan(sql, values), 1);
    }

    private static void assertReadsEntries(Plan plan, int entries) {
        assertThat(plan.text())
                .containsPattern(
                        TestDatabase.isPostgres()
                                ? "Index (Only )?Scan using \\w+ on word w"
                                : "WORD\"? \"?W\"?\\s*/\\* PUBLIC\\.\\w+: ENTRY >= S\\.LOW");
        assertThat(plan.mostRead()).as(plan.text()).isBetween(entries, FEW);
    }

    /** In the index of a word, too: a range of days is one of ordinals. */
    @Test
    void a_range_of_days_of_a_word_is_walked_from_its_beginning_to_its_end() throws SQLException {
        LocalDate day = LocalDate.of(1996, 12, 1);
        String sql = sent(
                "{ statements(first: 5, filter: { text: \"talks\", from: \"" + day + "\", to: \"" + day
                        + "\" }) { nodes { id } } }",
                PAGE_OF_FIVE);
        int number = (int) day.toEpochDay();
        long from = number * PLACES_OF_A_DAY;
        long to = from + PLACES_OF_A_DAY;
        List<Object> values = List.of(number, from, from, to, number, number, from, from, number, to, new String[] {
            String.valueOf(Ordinals.COUNT)
        });
        Plan plan = plan(sql, values);
        assertThat(rows(sql, values)).isEqualTo(1);
        assertThat(plan.mostRead()).as(plan.text()).isBetween(1, 160);
    }

    @Test
    void beginnings_are_read_along_the_vocabulary() throws SQLException {
        String sql = sent("{ search(text: \"xylophone\") { nodes { kind } } }", "from term where token > ?");
        List<Object> values = List.of(new String[] {"word-17"}, new String[] {"+word-17"}, "word-17", "word-18");
        assertThat(rows(sql, values)).isEqualTo(1 + 64);
        // PostgreSQL reads a vocabulary of this size from its beginning to its end.
        assertThat(plan(sql, values).mostRead()).isBetween(64, TestDatabase.isPostgres() ? MANY : 2000);
    }

    /** The first SQL statement of a query that contains a text. */
    private static String sent(String query, String part) {
        return SqlLog.of(() -> ask(query).at("")).stream()
                .filter(sql -> sql.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static int rows(String sql, List<Object> values) throws SQLException {
        int count = 0;
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    private static Plan plan(String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = bound(Plan.EXPLAIN + sql, values)) {
            return Plan.of(statement);
        }
    }

    private static PreparedStatement bound(String sql, List<Object> values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static void assertOneShortWalk(Way way, By order, Place middle) throws SQLException {
        String cursor = new Cursor(way.list(), order.name(), middle.key(), middle.id()).encode();
        for (boolean backward : List.of(false, true)) {
            String sql = keyQuery(
                    way,
                    order,
                    backward ? "last: 5, before: \"" + cursor + "\"" : "first: 5, after: \"" + cursor + "\"");
            List<Object> values = values(way, order, middle, order.descending() != backward);
            Explained explained = explain(sql, way, values);
            assertThat(explained.found()).as(sql).isBetween(6, 18);
            assertThat(explained.plan()).matches(Plan::isInOrderOfAnIndex);
            assertThat(explained.plan().mostRead()).as(explained.plan().text()).isBetween(6, FEW);
        }
    }

    private record Place(Object key, String id) {}

    private record Explained(Plan plan, int found) {}

    private static Place middle(Way way, By order, String among) throws SQLException {
        List<String> conditions = new ArrayList<>();
        if (way.owner() != null) {
            conditions.add(way.owner() + " = '" + way.of() + "'");
        }
        if (way.fixed() != null) {
            conditions.add(way.fixed());
        }
        if (!among.isEmpty()) {
            conditions.add(among);
        }
        String from =
                " from " + way.table() + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
        try (PreparedStatement statement = database.prepareStatement("select " + order.column() + ", " + way.id() + from
                        + " order by 1, 2 offset (select count(*) / 2" + from + ") rows fetch first 1 row only");
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).as(way.table()).isTrue();
            return new Place(row.getObject(1), row.getString(2));
        }
    }

    /** The one statement of the request that reads the page's ids. */
    private static String keyQuery(Way way, By order, String arguments) {
        boolean ordered = !order.equals(By.TIME.get(0)) || !way.list().equals("timeline");
        String query = way.query().formatted((ordered ? "orderBy: " + order.name() + ", " : "") + arguments);
        List<String> sent = SqlLog.of(() -> ask(query).at(""));
        List<String> keyed =
                sent.stream().filter(sql -> sql.contains(PAGE_OF_FIVE)).toList();
        assertThat(keyed).hasSize(1);
        return keyed.get(0);
    }

    /** The values of the signs in the SQL of a page: among the cursor's own key, and beyond it, if the index has a key. */
    private static List<Object> values(Way way, By order, Place middle, boolean descending) {
        if (way.isWorded()) {
            return List.of(middle.id(), middle.key(), middle.key(), middle.id());
        }
        List<Object> values = new ArrayList<>(List.of(middle.key(), middle.id()));
        if (!(middle.key() instanceof Long number)) {
            values.add(middle.key());
        } else if (number < Long.MAX_VALUE || descending && !order.descending()) {
            values.add(descending ? number - 1 : number + 1);
        }
        return values;
    }

    private static Explained explain(String sql, Way way, List<Object> values) throws SQLException {
        int found = 0;
        try (PreparedStatement statement = prepared(sql, way, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                    found += ((Object[]) rows.getArray(i).getArray()).length;
                }
            }
        }
        try (PreparedStatement statement = prepared(Plan.EXPLAIN + sql, way, values)) {
            return new Explained(Plan.of(statement), found);
        }
    }

    private static PreparedStatement prepared(String sql, Way way, List<Object> values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        if (way.of() != null) {
            statement.setArray(values.size() + 1, database.createArrayOf("varchar", new Object[] {way.of()}));
        }
        return statement;
    }

    /** Three records of each kind share a time; every seventh has none. */
    private static final String ROWS =
            """
            create table time_of as
            select x, case when mod(x, 7) = 0 then 9223372036854775807 else 1767225600000 + cast(x / 3 as bigint) * 3600000 end as oldest
            from SERIES;
            insert into source (id, label, date_basis, language, agencies, origin, oldest_first)
            select 'source/' || x, 'a', 'UNKNOWN', 'en', cast(array[] as varchar array), 'a', oldest from time_of;
            insert into actor (id, name, name_key, kind, description)
            select 'actor/' || x, 'name', 'name ' || mod(x, 1000), 'PERSON', 'a' from time_of;
            insert into issue (id, name, name_key, description) select 'issue/' || x, 'name', 'name ' || mod(x, 1000), 'a' from time_of;
            insert into negotiation (id, title, name_key, summary)
            select 'negotiation/' || x, 'name', 'name ' || mod(x, 1000), 'a' from time_of;
            insert into disagreement (id, question, name_key, kind)
            select 'disagreement/' || x, 'name', 'name ' || mod(x, 1000), 'DATE' from time_of;
            insert into assertion (id, summary) select 'assertion/' || x, 'a' from time_of;
            insert into round (id, negotiation_id, title, status, date_basis, agenda, oldest_first)
            select 'round/' || x, 'negotiation/' || mod(x, %1$d), 'a', 'HELD', 'UNKNOWN', cast(array[] as varchar array), oldest from time_of where mod(x, %1$d) > 0;
            insert into participation (id, ordinal, round_id, actor_id, role, presence, oldest_first)
            select id || '/participant/1', 1, id, 'actor/' || mod(cast(substring(id, 7) as integer), %1$d), 'MEMBER', 'STATED', oldest_first from round;
            insert into statement (id, title, kind, summary, date_basis, round_id, target_id, stance, oldest_first)
            select 'statement/' || x, 'a', 'PARAPHRASE', 'a', 'UNKNOWN', 'round/' || mod(x, %1$d), 'actor/' || mod(x, %1$d), 'REPORTS', oldest from time_of where mod(x, %1$d) > 0;
            insert into statement_speaker (statement_id, ordinal, actor_id, oldest_first)
            select id, 1, 'actor/' || substring(round_id, 7), oldest_first from statement;
            insert into statement_issue (statement_id, ordinal, issue_id, oldest_first)
            select id, 1, 'issue/' || substring(round_id, 7), oldest_first from statement;
            insert into incident (id, title, summary, kind, date_basis, effects, oldest_first)
            select 'incident/' || x, 'a', 'a', 'OTHER', 'UNKNOWN', cast(array[] as varchar array), oldest from time_of;
            insert into incident_actor (incident_id, actor_id, oldest_first)
            select 'incident/' || x, 'actor/' || (1 + mod(x, %1$d)), oldest from time_of;
            insert into incident_round (round_id, relation, incident_id, oldest_first)
            select 'round/' || (1 + mod(x, %1$d - 1)), 'DURING', 'incident/' || x, oldest from time_of;
            insert into incident_round (round_id, relation, incident_id, oldest_first)
            select 'round/' || (1 + mod(x, %1$d - 1)), 'BEFORE', 'incident/' || x, oldest from time_of;
            insert into figure (id, measure, label, unit, wording, claimed_by_id, date_basis, oldest_first)
            select 'figure/' || x, 'a', 'a', 'persons', 'a', 'actor/' || (1 + mod(x, %1$d)), 'UNKNOWN', oldest from time_of;
            insert into agreement (id, title, status, negotiation_id, round_id, date_basis, oldest_first)
            select 'agreement/' || x, 'a', 'SIGNED', 'negotiation/' || (1 + mod(x, %1$d)), 'round/' || (1 + mod(x, %1$d - 1)), 'UNKNOWN', oldest from time_of;
            insert into agreement_actor (agreement_id, actor_id, oldest_first)
            select 'agreement/' || x, 'actor/' || (1 + mod(x, %1$d)), oldest from time_of;
            insert into record (id, kind, oldest_first, sources, origins)
            select id, 'STATEMENT', oldest_first, 1, 1 from statement
            union all select id, 'INCIDENT', oldest_first, 1, 1 from incident
            union all select id, 'FIGURE', oldest_first, 1, 1 from figure
            union all select id, 'AGREEMENT', oldest_first, 1, 1 from agreement
            union all select id, 'ROUND', oldest_first, 1, 1 from round;
            update source set earliest = cast(oldest_first / 180000000 as integer), latest = cast(oldest_first / 180000000 as integer) where oldest_first < 9223372036854775807;
            update statement set earliest = cast(oldest_first / 180000000 as integer), latest = cast(oldest_first / 180000000 as integer) where oldest_first < 9223372036854775807;
            update incident set earliest = cast(oldest_first / 180000000 as integer), latest = cast(oldest_first / 180000000 as integer) where oldest_first < 9223372036854775807;
            update round set earliest = cast(oldest_first / 180000000 as integer), latest = cast(oldest_first / 180000000 as integer) where oldest_first < 9223372036854775807;
            update agreement set earliest = cast(oldest_first / 180000000 as integer), latest = cast(oldest_first / 180000000 as integer) where oldest_first < 9223372036854775807;
            update figure set earliest = cast(oldest_first / 180000000 as integer), latest = cast(oldest_first / 180000000 as integer) where oldest_first < 9223372036854775807;
            insert into span (record_id, kind, latest, oldest_first)
            select r.id, r.kind, %2$d, r.oldest_first from record r
            where r.oldest_first >= cast(%2$d - 1 as bigint) * 180000000 and r.oldest_first < cast(%2$d as bigint) * 180000000
            order by 4 desc fetch first 40 rows only;
            insert into fact (source_id, record_id, kind, oldest_first, origins)
            select 'source/1', id, kind, oldest_first, origins from record;
            insert into event (id, kind, earliest, latest, oldest_first)
            select id, kind, cast(oldest_first / 180000000 as integer), cast(oldest_first / 180000000 as integer), oldest_first from record
            where kind <> 'FIGURE' and oldest_first < 9223372036854775807
            union all
            select id, kind, null, null, oldest_first from record
            where kind <> 'FIGURE' and oldest_first = 9223372036854775807;
            insert into event_actor (actor_id, event_id, kind, earliest, latest, oldest_first)
            select 'actor/1', id, kind, earliest, latest, oldest_first from event;
            insert into record_order (ordinal, record_id)
            select case kind %3$s end + case when oldest_first = 9223372036854775807 then %4$d else 0 end
              + 1000 * row_number() over (partition by kind order by oldest_first, id), id from record;
            insert into word (entry, weight, forms) select %5$d + ordinal, 5, 0 from record_order;
            insert into word (entry, weight, forms) select 2 * %5$d + ordinal, 5, 0 from record_order;
            insert into word (entry, weight, forms)
            select (10 + x) * %5$d + ordinal, 5, 0 from time_of join record_order on record_id = 'statement/' || x where x <= 3;
            insert into word (entry, weight, forms)
            select (1000 + x) * %5$d + ordinal, 5, 0 from time_of join record_order on record_id = 'incident/' || x;
            insert into term (token, form, stem) select 'word-' || x, 'word-' || x, 'word-' || x from time_of"""
                    .formatted(
                            OWNERS,
                            LocalDate.of(1996, 12, 1).toEpochDay(),
                            RecordKind.all().stream()
                                    .map(kind -> "when '" + kind + "' then " + Ordinals.first(kind))
                                    .collect(Collectors.joining(" ")),
                            Ordinals.POSITIONS,
                            Ordinals.COUNT);
}

package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Ask;

/** What holds of every list that is read in pages. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ListTest {
    static final List<String> DATES = List.of("DATE_ASC", "DATE_DESC");
    private static final List<String> NAMES = List.of("NAME_ASC", "NAME_DESC");
    /** A list without orderBy. */
    static final List<String> ITS_OWN = Collections.singletonList(null);

    /**
     * A paged field.
     *
     * @param parents full ids of records of one type that have the field, the first of them with the longest list; none for a root field
     * @param fixed   arguments that the field needs
     * @param orders  the values of orderBy
     * @param sortKey the field of a record by which the first order sorts
     * @param step    how many records to a page when the list is walked
     * @param total   how many records the first parent's list has by the stories, or null where that is the editors' choice
     */
    record Paged(
            String field,
            List<String> parents,
            String fixed,
            List<String> orders,
            String sortKey,
            int step,
            Integer total) {

        static Paged root(String field, List<String> orders, String sortKey, int step, Integer total) {
            return new Paged(field, List.of(), "", orders, sortKey, step, total);
        }

        static Paged below(List<String> parents, String field, String sortKey, int step, Integer total) {
            return new Paged(field, parents, "", DATES, sortKey, step, total);
        }

        boolean isSearch() {
            return field.equals("search");
        }

        boolean isNested() {
            return !parents.isEmpty();
        }

        /** The field with these arguments, without a parent around it. */
        String list(String arguments) {
            String all = Stream.of(fixed, arguments)
                    .filter(each -> !each.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            return field + (all.isEmpty() ? "" : "(" + all + ")") + " { " + selection() + " }";
        }

        private String selection() {
            String node = isSearch() ? "record { id }" : "id " + sorted();
            return "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { " + node
                    + " } edges { cursor node { " + (isSearch() ? "record { id }" : "id") + " } }";
        }

        private String sorted() {
            String coarse =
                    "... on Incident { edtf notBefore notAfter } ... on Statement { edtf notBefore notAfter } ... on Round { edtf }"
                            + " ... on Agreement { edtf notBefore notAfter }";
            return switch (field) {
                case "facts" -> "... on TimelineEvent { key: start } ... on Figure { claimed: claimedOn } ... on Session { began: start } "
                        + coarse;
                case "timeline" -> "key: " + sortKey + " " + coarse;
                case "statements", "incidents", "incidentsSincePrevious", "agreements" -> "key: " + sortKey
                        + " edtf notBefore notAfter";
                case "rounds" -> "key: " + sortKey + " edtf";
                case "sources" -> "key: " + sortKey + " notBefore: publishedAfter notAfter: publishedBefore";
                default -> "key: " + sortKey;
            };
        }

        Answer asked(String order, String arguments) {
            String by = order == null ? "" : "orderBy: " + order;
            String all = Stream.of(by, arguments)
                    .filter(each -> !each.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            return isNested() ? below(parents.get(0), all) : answer(ask("{ list: " + list(all) + " }"), "list");
        }

        Answer below(String parent, String arguments) {
            return answer(
                    ask("{ node(id: \"" + parent + "\") { ... on " + type() + " { list: " + list(arguments) + " } } }"),
                    "node.list");
        }

        Answer answer(Ask asked, String path) {
            return new Answer(asked.at(path), isSearch());
        }

        String type() {
            String parent = parents.get(0);
            return Character.toUpperCase(parent.charAt(0)) + parent.substring(1, parent.indexOf('/'));
        }

        @Override
        public String toString() {
            return isNested() ? type() + "." + field : field;
        }
    }

    /** One page as it came. */
    record Answer(Map<String, Object> page, boolean search) {

        List<String> ids() {
            return nodes().stream().map(this::id).toList();
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> nodes() {
            return (List<Map<String, Object>>) page.get("nodes");
        }

        @SuppressWarnings("unchecked")
        List<String> edgeIds() {
            return edges().stream()
                    .map(edge -> id((Map<String, Object>) edge.get("node")))
                    .toList();
        }

        List<String> cursors() {
            return edges().stream().map(edge -> (String) edge.get("cursor")).toList();
        }

        @SuppressWarnings("unchecked")
        private List<Map<String, Object>> edges() {
            return (List<Map<String, Object>>) page.get("edges");
        }

        @SuppressWarnings("unchecked")
        private String id(Map<String, Object> node) {
            return (String) (search ? (Map<String, Object>) node.get("record") : node).get("id");
        }

        /** What each record is sorted by, null where it has no date. */
        static String key(Map<String, Object> node) {
            return (String) Stream.of("key", "claimed", "began")
                    .map(node::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> earliest(node));
        }

        /** Of a month or a year it is the first day. */
        private static String earliest(Map<String, Object> node) {
            String edtf = (String) node.get("edtf");
            String season = "-2[1-4]";
            String first = edtf == null
                    ? null
                    : edtf.matches("\\d{4}" + season)
                            ? edtf.substring(0, 5)
                                    + List.of("03-01", "06-01", "09-01", "12-01")
                                            .get(edtf.charAt(6) - '1')
                            : edtf + "-01-01".substring(edtf.length() - 4);
            return Stream.of(first, (String) node.get("notBefore"))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse((String) node.get("notAfter"));
        }

        @SuppressWarnings("unchecked")
        Object info(String field) {
            return ((Map<String, Object>) page.get("pageInfo")).get(field);
        }

        int total() {
            return (int) page.get("totalCount");
        }
    }

    Stream<Paged> lists() {
        List<String> speakers =
                List.of("actor/kyiv-government", "actor/volodymyr-zelenskyy", "actor/rustem-umerov", "actor/china");
        List<String> rounds =
                List.of("round/abu-dhabi-2", "round/abu-dhabi-1", "round/xi-putin-video-call", "round/istanbul-2025");
        return Stream.of(
                Paged.root("actors", NAMES, "name", 3, 52),
                Paged.root("statements", DATES, "date", 3, 60),
                Paged.root("incidents", DATES, "start", 3, 7),
                Paged.root("rounds", DATES, "start", 3, 4),
                Paged.root("negotiations", List.of("TITLE_ASC", "TITLE_DESC"), "title", 1, 1),
                Paged.root("issues", NAMES, "name", 3, null),
                Paged.root("figures", DATES, "claimedOn", 3, 20),
                Paged.root("sources", DATES, "publishedOn", 3, 5),
                Paged.root("disagreements", List.of("QUESTION_ASC", "QUESTION_DESC"), "question", 3, 31),
                Paged.root("assertions", List.of("ID_ASC"), "id", 3, 32),
                // 60 statements, 7 incidents and 4 meetings.
                Paged.root("timeline", ITS_OWN, "start", 3, 71),
                new Paged("search", List.of(), "text: \"Kyiv\"", ITS_OWN, null, 3, null),
                Paged.below(speakers, "statements", "date", 3, 14),
                Paged.below(
                        List.of("actor/russia", "actor/uae", "actor/vladimir-putin", "actor/afp"),
                        "rounds",
                        "start",
                        1,
                        3),
                Paged.below(
                        List.of("actor/russia", "actor/kyiv-government", "actor/ua-air-force", "actor/china"),
                        "incidents",
                        "start",
                        3,
                        6),
                Paged.below(
                        List.of("actor/ua-air-force", "actor/volodymyr-zelenskyy", "actor/russia"),
                        "figures",
                        "claimedOn",
                        1,
                        2),
                Paged.below(rounds, "statements", "date", 3, null),
                Paged.below(rounds, "incidents", "start", 1, 3),
                Paged.below(rounds, "incidentsSincePrevious", "start", 2, 7),
                Paged.below(
                        List.of("issue/talks-progress", "issue/territory", "issue/military-cap"),
                        "statements",
                        "date",
                        3,
                        null),
                Paged.below(List.of("negotiation/us-mediated-trilateral-2026"), "rounds", "start", 1, 2),
                Paged.below(
                        List.of("source/first-round-ends", "source/first-day-ends", "source/second-day-ends"),
                        "facts",
                        "start",
                        7,
                        null));
    }

    Stream<Arguments> listsInEachOrder() {
        return lists().flatMap(list -> list.orders().stream().map(order -> Arguments.of(list, order)));
    }

    /** All but search, which is read best first only, and not backward. */
    Stream<Arguments> listsInEachOrderThatCanBeReadBackward() {
        return lists().filter(list -> !list.isSearch())
                .flatMap(list -> list.orders().stream().map(order -> Arguments.of(list, order)));
    }

    Stream<Paged> rootLists() {
        return lists().filter(list -> !list.isNested());
    }

    Stream<Paged> nestedLists() {
        return lists().filter(Paged::isNested);
    }

    Stream<Paged> listsOfSeveralParents() {
        return lists().filter(list -> list.parents().size() > 1);
    }

    Stream<Paged> listsWithOrders() {
        return lists().filter(list -> list.orders().size() > 1);
    }

    /** No incident of the stories is dated between the two rounds; these links let that list have something to page through. */
    @BeforeEach
    void let_all_incidents_lie_between_the_rounds() throws SQLException {
        execute(
                """
                insert into incident_round (round_id, relation, incident_id, oldest_first)
                select 'round/abu-dhabi-2', 'BEFORE', id, oldest_first from incident""");
    }

    @AfterEach
    void take_the_links_away() throws SQLException {
        execute("delete from incident_round where relation = 'BEFORE'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        CDI.current().select(AgroalDataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_page_has_twenty_records_where_nothing_is_said(Paged list) {
        Answer page = list.asked(null, "");
        if (list.total() != null) {
            assertThat(page.total()).isEqualTo(list.total());
        }
        assertThat(page.ids()).hasSize(Math.min(20, page.total()));
        assertThat(page.info("hasNextPage")).isEqualTo(page.total() > 20);
        assertThat(page.info("hasPreviousPage")).isEqualTo(false);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void the_first_order_is_the_one_that_holds_where_none_is_said(Paged list) {
        assertThat(list.asked(null, "first: 100").ids())
                .isEqualTo(list.asked(list.orders().get(0), "first: 100").ids());
    }

    @ParameterizedTest
    @MethodSource("listsInEachOrder")
    void walking_forward_meets_each_record_once_and_in_order(Paged list, String order) {
        Answer whole = list.asked(order, "first: 100");
        assertThat(whole.ids()).hasSize(whole.total()).doesNotHaveDuplicates();
        assertThat(whole.total()).isGreaterThan(list.field().equals("negotiations") ? 0 : list.step());

        List<String> met = new ArrayList<>();
        Answer page = list.asked(order, "first: " + list.step());
        assertThat(page.info("hasPreviousPage")).isEqualTo(false);
        while (true) {
            assertPageIsWhole(page, whole.total());
            met.addAll(page.ids());
            assertThat(page.info("hasNextPage")).isEqualTo(met.size() < whole.total());
            if (met.size() >= whole.total()) {
                break;
            }
            assertThat(page.ids()).hasSize(list.step());
            page = list.asked(order, "first: " + list.step() + ", after: \"" + page.info("endCursor") + "\"");
            assertThat(page.info("hasPreviousPage")).isEqualTo(true);
        }
        assertThat(met).isEqualTo(whole.ids());
    }

    @ParameterizedTest
    @MethodSource("listsInEachOrderThatCanBeReadBackward")
    void walking_backward_meets_each_record_once_and_in_order(Paged list, String order) {
        Answer whole = list.asked(order, "first: 100");
        List<String> met = new ArrayList<>();
        Answer page = list.asked(order, "last: " + list.step());
        assertThat(page.info("hasNextPage")).isEqualTo(false);
        while (true) {
            assertPageIsWhole(page, whole.total());
            met.addAll(0, page.ids());
            assertThat(page.info("hasPreviousPage")).isEqualTo(met.size() < whole.total());
            if (met.size() >= whole.total()) {
                break;
            }
            assertThat(page.ids()).hasSize(list.step());
            page = list.asked(order, "last: " + list.step() + ", before: \"" + page.info("startCursor") + "\"");
            assertThat(page.info("hasNextPage")).isEqualTo(true);
        }
        assertThat(met).isEqualTo(whole.ids());
    }

    private static void assertPageIsWhole(Answer page, int total) {
        assertThat(page.ids()).isNotEmpty();
        assertThat(page.edgeIds()).isEqualTo(page.ids());
        assertThat(page.total()).isEqualTo(total);
        assertThat(page.info("startCursor")).isEqualTo(page.cursors().get(0));
        assertThat(page.info("endCursor"))
                .isEqualTo(page.cursors().get(page.cursors().size() - 1));
        assertThat(page.cursors()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("listsInEachOrderThatCanBeReadBackward")
    void what_lies_between_two_cursors_can_be_asked_for(Paged list, String order) {
        Answer whole = list.asked(order, "first: 100");
        List<String> cursors = whole.cursors();
        String between = "after: \"" + cursors.get(0) + "\", before: \"" + cursors.get(cursors.size() - 1) + "\"";
        // Two neighbours, or a list of one record, have nothing between them.
        List<String> inner = whole.total() < 3 ? List.of() : whole.ids().subList(1, whole.total() - 1);
        assertThat(list.asked(order, "first: 100, " + between).ids()).isEqualTo(inner);
        assertThat(list.asked(order, "last: 100, " + between).ids()).isEqualTo(inner);
        assertThat(list.asked(order, "first: 1, " + between).ids())
                .isEqualTo(inner.subList(0, Math.min(1, inner.size())));
        assertThat(list.asked(order, "last: 1, " + between).ids())
                .isEqualTo(inner.subList(Math.max(0, inner.size() - 1), inner.size()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void nothing_follows_the_last_record(Paged list) {
        Answer whole = list.asked(null, "first: 100");
        Answer beyond = list.asked(null, "after: \"" + whole.info("endCursor") + "\"");
        assertThat(beyond.ids()).isEmpty();
        assertThat(beyond.edgeIds()).isEmpty();
        assertThat(beyond.total()).isEqualTo(whole.total());
        assertThat(beyond.info("hasNextPage")).isEqualTo(false);
        assertThat(beyond.info("hasPreviousPage")).isEqualTo(true);
        assertThat(beyond.info("startCursor")).isNull();
        assertThat(beyond.info("endCursor")).isNull();
    }

    @ParameterizedTest
    @MethodSource("listsInEachOrderThatCanBeReadBackward")
    void records_are_sorted_and_those_of_no_date_come_last(Paged list, String order) {
        List<Map<String, Object>> nodes = list.asked(order, "first: 100").nodes();
        boolean byDate = order == null || order.startsWith("DATE");
        boolean descending = order != null && order.endsWith("DESC");
        Comparator<String> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        // Undated records stand in one order in both directions.
        Comparator<Map<String, Object>> ids =
                (one, other) -> (Answer.key(one) == null ? Comparator.<String>naturalOrder() : direction)
                        .compare((String) one.get("id"), (String) other.get("id"));
        Comparator<Map<String, Object>> expected = Comparator.<Map<String, Object>, String>comparing(
                        node -> byDate ? Answer.key(node) : plain(Answer.key(node)), Comparator.nullsLast(direction))
                .thenComparing(ids);
        assertThat(nodes).isSortedAccordingTo(expected);
    }

    /** A name without what sorting passes over. */
    private static String plain(String name) {
        return name.toLowerCase()
                .replace("'s", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    @Test
    void lists_of_dated_records_hold_undated_ones_too() {
        rootLists().filter(list -> list.orders().equals(DATES)).forEach(list -> {
            List<String> days = ask("{ " + list.field() + "(first: 100) { nodes { " + list.sortKey() + " } } }")
                    .at(list.field() + ".nodes." + list.sortKey());
            assertThat(days).as(list.field()).contains((String) null);
            assertThat(days.stream().filter(Objects::nonNull)).as(list.field()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("rootLists")
    void aliases_with_different_arguments_get_each_its_own_answer(Paged list) {
        List<String> arguments = differentArguments(list);
        StringBuilder query = new StringBuilder("{");
        for (int i = 0; i < arguments.size(); i++) {
            query.append(" a").append(i).append(": ").append(list.list(arguments.get(i)));
        }
        Ask together = ask(query.append(" }").toString());
        for (int i = 0; i < arguments.size(); i++) {
            Answer alone = list.asked(null, arguments.get(i));
            assertThat(list.answer(together, "a" + i).page())
                    .as(arguments.get(i))
                    .isEqualTo(alone.page());
        }
    }

    @ParameterizedTest
    @MethodSource("nestedLists")
    void aliases_below_several_parents_get_each_its_own_answer(Paged list) {
        List<String> arguments = differentArguments(list);
        StringBuilder query = new StringBuilder("{ nodes(ids: [\"")
                .append(String.join("\", \"", list.parents()))
                .append("\"]) { ... on ")
                .append(list.type())
                .append(" {");
        for (int i = 0; i < arguments.size(); i++) {
            query.append(" a").append(i).append(": ").append(list.list(arguments.get(i)));
        }
        Ask together = ask(query.append(" } } }").toString());
        for (int parent = 0; parent < list.parents().size(); parent++) {
            for (int i = 0; i < arguments.size(); i++) {
                Answer alone = list.below(list.parents().get(parent), arguments.get(i));
                assertThat(list.answer(together, "nodes[" + parent + "].a" + i).page())
                        .as(list.parents().get(parent) + " " + arguments.get(i))
                        .isEqualTo(alone.page());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("listsOfSeveralParents")
    void parents_have_lists_of_their_own(Paged list) {
        List<List<String>> all = list.parents().stream()
                .map(parent -> list.below(parent, "first: 100").ids())
                .toList();
        assertThat(all.get(0)).isNotEmpty();
        // Two meetings of one day have the same incidents.
        assertThat(all.stream().distinct()).hasSizeGreaterThan(1);
    }

    private static List<String> differentArguments(Paged list) {
        String cursor = list.asked(null, "first: 1").cursors().get(0);
        List<String> arguments =
                new ArrayList<>(List.of("first: 1", "first: 2", "first: 2, after: \"" + cursor + "\""));
        if (!list.isSearch()) {
            arguments.add("last: 2");
        }
        list.orders().stream().filter(Objects::nonNull).forEach(order -> arguments.add("first: 2, orderBy: " + order));
        if (list.field().equals("search")) {
            arguments.add("kinds: PLACE");
        } else if (list.field().equals("timeline")) {
            arguments.add("kinds: ROUND, first: 2");
        } else if (list.field().equals("facts")) {
            arguments.add("filter: { kind: ISSUE }, first: 2");
        } else {
            arguments.add("filter: { not: { text: \"Kyiv\" } }, first: 2");
            arguments.add("filter: { text: \"Kyiv\" }, first: 2");
        }
        return arguments;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_cursor_of_another_list_is_refused(Paged list) {
        String other = list.field().equals("sources") ? "actors" : "sources";
        String foreign = ask("{ " + other + "(first: 1) { edges { cursor } } }").at(other + ".edges[0].cursor");
        refused(list, "after: \"" + foreign + "\"", "after must be a cursor of ");
        if (!list.isSearch()) {
            refused(list, "last: 1, before: \"" + foreign + "\"", "before must be a cursor of ");
        }
    }

    @ParameterizedTest
    @MethodSource("listsWithOrders")
    void a_cursor_of_another_order_is_refused(Paged list) {
        String cursor = list.asked(list.orders().get(0), "first: 1").cursors().get(0);
        String other = "orderBy: " + list.orders().get(1);
        refused(
                list,
                other + ", after: \"" + cursor + "\"",
                "after must be a cursor of a list in the order " + list.orders().get(1));
        refused(
                list,
                other + ", before: \"" + cursor + "\"",
                "before must be a cursor of a list in the order "
                        + list.orders().get(1));
    }

    private static void refused(Paged list, String arguments, String sentence) {
        String field = "list: " + list.list(arguments);
        ask(list.isNested()
                        ? "{ node(id: \"" + list.parents().get(0) + "\") { ... on " + list.type() + " { " + field
                                + " } } }"
                        : "{ " + field + " }")
                .failsWith("INVALID_CURSOR", sentence);
    }
}

package org.parley.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Ask;
import org.parley.lists.Cursor;

/** The one shape of an error, on every path on which a request can fail. */
@QuarkusTest
class ErrorsTest {
    private static final String STATEMENT_CURSOR = new Cursor("statement", "DATE_ASC", 0L, "statement/x").encode();
    private static final String FORGED_CURSOR =
            new Cursor("statement", "DATE_ASC", "no number", "statement/x").encode();
    private static final String ROUND_CURSOR = new Cursor("round", "DATE_ASC", 0L, "round/x").encode();

    static Stream<Arguments> queries() {
        return Stream.of(
                // what is not GraphQL, or not of this schema
                fails("{ statements", "GRAPHQL_PARSE_FAILED", "line 1 column 13"),
                fails("{ actor(id: \"x\") { nme } }", "GRAPHQL_VALIDATION_FAILED", "'nme'"),
                fails("{ actor { name } }", "GRAPHQL_VALIDATION_FAILED", "'id'"),
                fails("{ statements(first: \"5\") { totalCount } }", "GRAPHQL_VALIDATION_FAILED", "first"),
                fails("{ statements(first: 1.5) { totalCount } }", "GRAPHQL_VALIDATION_FAILED", "first", "1.5"),
                fails(
                        "{ statements(first: 99999999999) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "first",
                        "99999999999"),
                fails(
                        "{ statements(filter: {kind: SHOUTED}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "filter.kind",
                        "SHOUTED"),
                fails("{ statements(filter: {colour: 1}) { totalCount } }", "GRAPHQL_VALIDATION_FAILED", "colour"),
                fails(
                        "{ statements(filter: {from: \"2026-02-30\"}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "filter.from",
                        "a day of the calendar",
                        "2026-02-30"),
                fails("{ timeline(to: \"yesterday\") { totalCount } }", "GRAPHQL_VALIDATION_FAILED", "to", "yesterday"),
                fails("{ actor(id: {a: 1}) { name } }", "GRAPHQL_VALIDATION_FAILED", "id"),
                fails("mutation { x }", "GRAPHQL_VALIDATION_FAILED", "Mutation"),
                fails("query A { __typename } query B { __typename }", "BAD_USER_INPUT", "operation name"),
                // pages
                fails(
                        "{ statements(first: 0) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "first must be between 1 and 100, not 0"),
                fails(
                        "{ statements(first: -1) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "first must be between 1 and 100, not -1"),
                fails(
                        "{ statements(first: 1000) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "first must be between 1 and 100, not 1000"),
                fails(
                        "{ statements(last: 0) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "last must be between 1 and 100, not 0"),
                fails(
                        "{ statements(first: 1, last: 2) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "first and last",
                        "first 1 and last 2"),
                fails("{ search(text: \"peace\", first: 101) { totalCount } }", "INVALID_ARGUMENT", "first", "101"),
                fails(
                        "{ rounds(first: 1) { nodes { statements(first: 0) { totalCount } } } }",
                        "INVALID_ARGUMENT",
                        "first",
                        "0"),
                // cursors
                fails("{ statements(after: \"abc\") { totalCount } }", "INVALID_CURSOR", "after", "abc"),
                fails("{ statements(last: 1, before: \"\") { totalCount } }", "INVALID_CURSOR", "before"),
                fails("{ statements(after: \"" + FORGED_CURSOR + "\") { totalCount } }", "INVALID_CURSOR", "after"),
                fails(
                        "{ statements(after: \"" + ROUND_CURSOR + "\") { totalCount } }",
                        "INVALID_CURSOR",
                        "after",
                        "statement",
                        "round"),
                fails(
                        "{ statements(orderBy: DATE_DESC, after: \"" + STATEMENT_CURSOR + "\") { totalCount } }",
                        "INVALID_CURSOR",
                        "after",
                        "DATE_DESC",
                        "DATE_ASC"),
                fails(
                        "{ search(text: \"peace\", after: \"" + STATEMENT_CURSOR + "\") { totalCount } }",
                        "INVALID_CURSOR",
                        "after"),
                // conditions
                fails(
                        "{ statements(filter: {from: \"2026-02-05\", to: \"2026-02-04\"}) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "from must not be after to",
                        "2026-02-05",
                        "2026-02-04"),
                fails(
                        "{ timeline(from: \"2026-02-05\", to: \"2026-02-04\") { totalCount } }",
                        "INVALID_ARGUMENT",
                        "from must not be after to"),
                fails(
                        "{ statements(orderBy: RELEVANCE_DESC) { totalCount } }",
                        "INVALID_ARGUMENT",
                        "orderBy",
                        "RELEVANCE_DESC",
                        "text"),
                fails(
                        "{ search(text: \" ... \") { totalCount } }",
                        "INVALID_ARGUMENT",
                        "text must hold at least one word"),
                fails(
                        "{ search(text: \"" + "x".repeat(201) + "\") { totalCount } }",
                        "INVALID_ARGUMENT",
                        "text",
                        "200",
                        "201"),
                fails(
                        "{ nodes(ids: [" + "\"actor/russia\" ".repeat(101) + "]) { id } }",
                        "INVALID_ARGUMENT",
                        "ids",
                        "100",
                        "101"),
                // ids
                fails(
                        "{ statements(filter: {speaker: \"nobody\"}) { totalCount } }",
                        "UNKNOWN_ID",
                        "speaker",
                        "actor/nobody"),
                fails(
                        "{ statements(filter: {not: {round: [\"abu-dhabi-2\", \"abu-dhabi-9\"]}}) { totalCount } }",
                        "UNKNOWN_ID",
                        "round",
                        "round/abu-dhabi-9"),
                fails("{ timeline(actor: \"nobody\") { totalCount } }", "UNKNOWN_ID", "actor", "actor/nobody"),
                fails(
                        "{ positionMatrix(negotiation: \"none\") { cells { positions { id } } } }",
                        "UNKNOWN_ID",
                        "negotiation",
                        "negotiation/none"),
                fails(
                        "{ disagreements(filter: {about: \"nothing\"}) { totalCount } }",
                        "UNKNOWN_ID",
                        "about",
                        "nothing"));
    }

    private static Arguments fails(String query, String code, String... parts) {
        return Arguments.of(query, code, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_fails_with_one_sentence_and_a_code(String query, String code, List<String> parts) {
        Ask.ask(query).failsWith(code, parts.toArray(String[]::new));
        Response response = post("application/json", query, Map.of());
        mustHaveTheShape(response, 200);
        mustHaveTheShape(
                post("application/graphql-response+json", query, Map.of()),
                Set.of("INVALID_ARGUMENT", "INVALID_CURSOR", "UNKNOWN_ID").contains(code) ? 200 : 400);
    }

    @Test
    void a_variable_of_the_wrong_type_is_named() {
        String query =
                "query ($from: Date, $first: Int) { statements(first: $first, filter: {from: $from}) { totalCount } }";
        Ask.ask(query, Map.of("from", "2026-02-30")).failsWith("BAD_USER_INPUT", "from", "2026-02-30");
        Ask.ask(query, Map.of("first", 1.5)).failsWith("BAD_USER_INPUT", "first");
        Ask.ask(query, Map.of("first", 99999999999L)).failsWith("BAD_USER_INPUT", "first");
        Ask.ask("query ($id: ID!) { actor(id: $id) { name } }", Map.of("id", Map.of("a", 1)))
                .failsWith("BAD_USER_INPUT", "id");
        Ask.ask("query ($id: ID!) { actor(id: $id) { name } }").failsWith("BAD_USER_INPUT", "id");
        Ask.ask(
                        "query ($kind: StatementKind!) { statements(filter: {kind: [$kind]}) { totalCount } }",
                        Map.of("kind", "SHOUTED"))
                .failsWith("BAD_USER_INPUT", "kind", "SHOUTED");
    }

    @Test
    void an_unknown_id_of_one_record_gives_null_and_no_error() {
        Ask.ask(
                        """
                {
                  actor(id: "nobody") { name }
                  round(id: "round/none") { title }
                  statement(id: "") { summary }
                  source(id: "actor/russia") { label }
                  node(id: "nonsense") { id }
                  nodes(ids: ["actor/nobody", "actor/russia", "x/y"]) { id }
                }""")
                .answers("actor", null)
                .answers("round", null)
                .answers("statement", null)
                .answers("source", null)
                .answers("node", null)
                .answers("nodes[0]", null)
                .answers("nodes[1].id", "actor/russia")
                .answers("nodes[2]", null);
    }

    /** What stands at the root of an operation is asked by one client and may be for several. */
    @Test
    void a_root_field_that_fails_leaves_the_others_their_answers() {
        Response response = post(
                "application/json",
                """
                {
                  actor(id: "russia") { name }
                  wrong: statements(filter: {speaker: "nobody"}) { totalCount }
                  rounds { totalCount }
                  within: rounds(first: 1) { nodes { statements(first: 0) { totalCount } } }
                  nodes(ids: ["actor/russia"]) { id }
                }""",
                Map.of());
        JsonPath answer = response.jsonPath();
        assertThat(answer.getString("data.actor.name")).isEqualTo("Russia");
        assertThat(answer.getInt("data.rounds.totalCount")).isPositive();
        assertThat(answer.getString("data.nodes[0].id")).isEqualTo("actor/russia");
        assertThat(answer.getMap("data")).containsEntry("wrong", null).containsEntry("within", null);
        assertThat(answer.getList("errors.extensions.code"))
                .containsExactlyInAnyOrder("UNKNOWN_ID", "INVALID_ARGUMENT");
        assertThat(answer.getList("errors.path"))
                .containsExactlyInAnyOrder(List.of("wrong"), List.of("within", "nodes", 0, "statements"));
    }

    static Stream<Arguments> misspelt() {
        return Stream.of(
                fails(
                        "{ statmnts { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "is undefined. Did you mean statements?"),
                fails("{ actors { nodes { Name } } }", "GRAPHQL_VALIDATION_FAILED", "Did you mean name or names?"),
                fails(
                        "{ ...f } fragment f on Query { rouns { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean round or rounds?"),
                fails(
                        "{ node(id: \"x\") { ... on Actr { name } } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean Actor?"),
                fails(
                        "query ($x: StatmentKind) { statements(filter: {kind: [$x]}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean StatementKind?"),
                fails("{ __typename @inclde }", "GRAPHQL_VALIDATION_FAILED", "Did you mean include?"),
                fails("{ actors(frist: 1) { totalCount } }", "GRAPHQL_VALIDATION_FAILED", "Did you mean first?"),
                fails(
                        "{ rounds { nodes { title all: statements(oderBy: DATE_ASC) { totalCount } } } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean orderBy?"),
                fails(
                        "{ node(id: \"x\") { ... on Round { ...r } } } fragment r on Round { statements(lats: 1) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean last?"),
                fails(
                        "{ statements(filter: {stance: DEMAND}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean DEMANDS?"),
                fails(
                        "{ statements(filter: {not: {stance: [REJECTS, demands]}}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean DEMANDS?"),
                fails(
                        "{ statements(filter: {stance: \"DEMANDS\"}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean DEMANDS?"),
                fails(
                        "{ statements(filter: {speakr: \"x\"}) { totalCount } }",
                        "GRAPHQL_VALIDATION_FAILED",
                        "Did you mean speaker?"),
                fails(
                        "{ statements(filter: {speaker: \"volodymyr-zelensky\"}) { totalCount } }",
                        "UNKNOWN_ID",
                        "there is no \"actor/volodymyr-zelensky\". Did you mean volodymyr-zelenskyy?"),
                fails(
                        "{ statements(filter: {source: \"secnd-day-ends\"}) { totalCount } }",
                        "UNKNOWN_ID",
                        "Did you mean second-day-ends?"),
                fails(
                        "{ disagreements(filter: {about: \"round/abu-dabi-2\"}) { totalCount } }",
                        "UNKNOWN_ID",
                        "Did you mean abu-dhabi-2"));
    }

    @ParameterizedTest
    @MethodSource("misspelt")
    void a_name_that_is_nearly_right_is_corrected(String query, String code, List<String> parts) {
        Ask.ask(query).failsWith(code, parts.toArray(String[]::new));
    }

    @Test
    void a_name_that_is_nearly_right_in_a_variable_is_corrected() {
        String query = "query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }";
        Ask.ask(query, Map.of("filter", Map.of("stance", List.of("DEMAND"))))
                .failsWith("BAD_USER_INPUT", "Did you mean DEMANDS?");
        Ask.ask(query, Map.of("filter", Map.of("speakr", "x"))).failsWith("BAD_USER_INPUT", "Did you mean speaker?");
    }

    @Test
    void a_name_that_is_near_none_is_not() {
        for (String query : List.of(
                "{ weather { totalCount } }",
                "{ statements(filter: {stance: SHOUTED}) { totalCount } }",
                "{ statements(filter: {speaker: \"nobody-we-know\"}) { totalCount } }",
                "{ statements(filter: {speaker: \"" + "x".repeat(5_000) + "\"}) { totalCount } }",
                "{ " + "x".repeat(20_000) + " }")) {
            assertThat(Ask.ask(query).body()).contains("errors").doesNotContain("Did you mean");
        }
    }

    /** Each of them asks the database. */
    @Test
    void only_some_ids_of_an_operation_are_corrected() {
        String query = IntStream.range(0, 40)
                .mapToObj(i -> "a" + i + ": statements(filter: {speaker: \"rusia\"}) { totalCount }")
                .collect(Collectors.joining(" ", "{ ", " }"));
        assertThat(Ask.ask(query).body().split("Did you mean russia\\?", -1)).hasSizeBetween(2, 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "5",
                "null",
                "\"query\"",
                "{}",
                "{\"query\": 5}",
                "{\"query\": \" \"}",
                "{\"query\": \"{ __typename }\", \"variables\": []}",
                "{\"query\": \"{ __typename }\", \"operationName\": {}}",
                "{\"query\": \"{ __typename }\", \"extensions\": 1}",
                "[{\"query\": \"{ __typename }\"}]",
                "{\"query\": \"{ __typename }\"} {}"
            })
    void a_body_that_is_no_request_is_refused(String body) {
        Response response = given().contentType("application/json")
                .accept("application/json")
                .body(body)
                .post("/graphql");
        mustHaveTheShape(response, 400);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json; charset=iso-8859-1"
            })
    void a_content_type_that_is_no_json_is_refused(String contentType) {
        Response response = given().config(plainContentType())
                .header("Content-Type", contentType)
                .accept("application/json")
                .body("{\"query\": \"{ __typename }\"}")
                .post("/graphql");
        mustHaveTheShape(response, 415);
        assertThat(response.jsonPath().getString("errors[0].message")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void another_method_is_refused_and_the_right_ones_named(String method) {
        Response response = given().accept("application/json").request(method, "/graphql");
        mustHaveTheShape(response, 405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?query=",
                "?variables={}",
                "?query={__typename}&query={__typename}",
                "?query={__typename}&variables=[]",
                "?query={__typename}&variables={",
                "?query={__typename}&variables={}{}",
                "?query={__typename}&extensions=1"
            })
    void an_address_that_is_no_request_is_refused(String parameters) {
        Response response = given().urlEncodingEnabled(false)
                .accept("application/json")
                .get("/graphql" + parameters.replace("{", "%7B").replace("}", "%7D"));
        mustHaveTheShape(response, 400);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(ints = {198, 199, 2000})
    void a_body_that_is_nested_too_deeply_is_refused(int levels) {
        String body = "{\"query\": \"{ __typename }\", \"variables\": {\"x\": " + "[".repeat(levels)
                + "]".repeat(levels) + "}}";
        Response response = given().contentType("application/json")
                .accept("application/json")
                .body(body)
                .post("/graphql");
        if (levels > 198) {
            mustHaveTheShape(response, 400);
            assertThat(response.jsonPath().getString("errors[0].message")).contains("200 levels");
        } else {
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutation { x }", "query A { __typename } mutation B { x }"})
    void a_mutation_by_get_is_refused_and_the_right_method_named(String document) {
        for (String accept : List.of("application/json", "application/graphql-response+json")) {
            Response response = given().accept(accept)
                    .queryParam("query", document)
                    .queryParam("operationName", document.contains("B") ? "B" : "")
                    .get("/graphql");
            mustHaveTheShape(response, 405);
            assertThat(response.header("Allow")).isEqualTo("POST");
            assertThat(response.jsonPath().getString("errors[0].message"))
                    .isEqualTo("a mutation must be sent by POST, not GET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_subscription_is_refused_and_the_websocket_named(String method) {
        String document = "subscription { x }";
        var request = given().accept("application/graphql-response+json");
        Response response = method.equals("GET")
                ? request.queryParam("query", document).get("/graphql")
                : request.contentType("application/json")
                        .body(Map.of("query", document))
                        .post("/graphql");
        mustHaveTheShape(response, 400);
        assertThat(response.jsonPath().getString("errors[0].message"))
                .contains("must be a query", "server-sent events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/json, application/json"
            })
    void json_is_taken_however_its_name_is_written(String contentType) {
        given().config(plainContentType())
                .header("Content-Type", contentType)
                .body("{\"query\": \"{ __typename }\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void an_answer_that_the_client_cannot_take_is_refused() {
        Response response = given().contentType("application/json")
                .accept("text/html")
                .body("{\"query\": \"{ __typename }\"}")
                .post("/graphql");
        mustHaveTheShape(response, 406);
    }

    @Test
    void a_body_beyond_the_limit_is_refused() {
        Response response = given().contentType("application/json")
                .accept("application/json")
                .body("{\"query\": \"{ __typename } #" + "x".repeat(1024 * 1024) + "\"}")
                .post("/graphql");
        mustHaveTheShape(response, 413);
        assertThat(response.jsonPath().getString("errors[0].message")).contains("1048576");
    }

    /** Message, places, path and a code of upper-case words: nothing else, and nothing of the inside. */
    @Test
    void a_token_is_refused_where_there_are_no_curators() {
        Response response = given().header("Authorization", "Bearer parley_x").get("/graphql?query=%7B__typename%7D");
        mustHaveTheShape(response, 401);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(response.jsonPath().getString("errors[0].message")).contains("parley.curators is not set");
    }

    private static void mustHaveTheShape(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).matches("application/(graphql-response\\+)?json; ?charset=utf-8");
        List<Map<String, Object>> errors = response.jsonPath().getList("errors");
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.keySet()).isSubsetOf("message", "locations", "path", "extensions");
            assertThat((String) error.get("message")).isNotBlank();
            Map<?, ?> extensions = (Map<?, ?>) error.get("extensions");
            assertThat(extensions).hasSize(1);
            assertThat(extensions.get("code").toString()).matches("[A-Z]+(_[A-Z]+)*");
        });
        assertThat(response.asString())
                .doesNotContain(
                        "org.parley",
                        "java.",
                        "graphql.",
                        "io.smallrye",
                        "hibernate",
                        "Exception",
                        "select ",
                        "\tat ",
                        "Value{");
    }

    private static Response post(String accept, String query, Map<String, Object> variables) {
        return given().contentType("application/json")
                .accept(accept)
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql");
    }

    private static io.restassured.config.RestAssuredConfig plainContentType() {
        return io.restassured.config.RestAssuredConfig.config()
                .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("multipart/form-data", io.restassured.http.ContentType.TEXT)
                        .encodeContentTypeAs("application/graphql", io.restassured.http.ContentType.TEXT)
                        .encodeContentTypeAs(
                                "application/x-www-form-urlencoded", io.restassured.http.ContentType.TEXT));
    }
}

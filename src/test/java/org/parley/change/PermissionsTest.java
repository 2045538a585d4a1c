package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.change.Desk.mediator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.graph.Sha256;
import org.parley.record.OwnHistory;

/** Every role beside everything that it may be refused, as one table. */
@QuarkusTest
@TestProfile(PermissionsTest.Curated.class)
class PermissionsTest {
    private static final Path FILE =
            Path.of("target", "curators-of-permissions.json").toAbsolutePath();
    private static final String WHO = "none wrong expired rita paul maria rose";

    /**
     * The code of the answer to each, in the order of {@link #WHO}: {@code ok} without an error, 401 for a token that proves nobody.
     * READER, PROPOSER, EDITOR and REVIEWER are rita, paul, maria and rose; the proposals to decide on are maria's.
     */
    private static final String TABLE =
            """
            query            ok              401 401 ok        ok        ok        ok
            changes          ok              401 401 ok        ok        ok        ok
            history          ok              401 401 ok        ok        ok        ok
            viewer           ok              401 401 ok        ok        ok        ok
            changesBy        UNAUTHENTICATED 401 401 ok        ok        ok        ok
            proposals        UNAUTHENTICATED 401 401 ok        ok        ok        ok
            proposal         UNAUTHENTICATED 401 401 ok        ok        ok        ok
            changeDry        UNAUTHENTICATED 401 401 FORBIDDEN ok        ok        ok
            revertDry        UNAUTHENTICATED 401 401 FORBIDDEN ok        ok        ok
            propose          UNAUTHENTICATED 401 401 FORBIDDEN ok        ok        ok
            change           UNAUTHENTICATED 401 401 FORBIDDEN FORBIDDEN ok        ok
            retract          UNAUTHENTICATED 401 401 FORBIDDEN FORBIDDEN ok        ok
            revert           UNAUTHENTICATED 401 401 FORBIDDEN FORBIDDEN ok        ok
            accept           UNAUTHENTICATED 401 401 FORBIDDEN FORBIDDEN FORBIDDEN ok
            acceptDry        UNAUTHENTICATED 401 401 FORBIDDEN FORBIDDEN FORBIDDEN ok
            reject           UNAUTHENTICATED 401 401 FORBIDDEN FORBIDDEN FORBIDDEN ok
            """;

    private static final Map<String, String> DOCUMENTS = new LinkedHashMap<>();

    static {
        DOCUMENTS.put("query", "{ actors(first: 1) { nodes { id lastChange { number by } } } }");
        DOCUMENTS.put("changes", "{ changes { nodes { number by proposal { id } } } }");
        DOCUMENTS.put("history", "{ history(id: \"actor/ukraine\") { nodes { action } } }");
        DOCUMENTS.put("viewer", "{ viewer { name role } }");
        DOCUMENTS.put("changesBy", "{ changes(filter: {by: \"maria\"}) { nodes { number } } }");
        DOCUMENTS.put("proposals", "{ proposals { nodes { by } } }");
        DOCUMENTS.put("proposal", "{ proposal(id: \"proposal/1\") { by } }");
        DOCUMENTS.put("changeDry", mutation("change", ", dryRun: true"));
        DOCUMENTS.put(
                "revertDry", "mutation { revert(change: 2, summary: \"s\", dryRun: true) { userErrors { code } } }");
        DOCUMENTS.put("propose", mutation("propose", ""));
        DOCUMENTS.put("change", mutation("change", ""));
        DOCUMENTS.put(
                "retract",
                "mutation { change(summary: \"s\", edits: [{retract: {id: \"actor/a-mediator\", expect: 2}}]) { userErrors { code } } }");
        DOCUMENTS.put("revert", "mutation { revert(change: 2, summary: \"s\") { userErrors { code } } }");
        DOCUMENTS.put("accept", "mutation { accept(proposal: \"proposal/1\") { userErrors { code } } }");
        DOCUMENTS.put(
                "acceptDry", "mutation { accept(proposal: \"proposal/1\", dryRun: true) { userErrors { code } } }");
        DOCUMENTS.put(
                "reject", "mutation { reject(proposal: \"proposal/1\", reason: \"no\") { userErrors { code } } }");
    }

    private static String mutation(String field, String more) {
        return "mutation ($edits: [Edit!]!) { " + field + "(edits: $edits, summary: \"s\"" + more
                + ") { userErrors { code } } }";
    }

    public static final class Curated implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                ObjectMapper json = new ObjectMapper();
                List<Object> curators = json.readValue(
                        Path.of("src/test/resources/curators.json").toFile(), new TypeReference<>() {});
                curators.add(Map.of(
                        "name",
                        "expired",
                        "role",
                        "REVIEWER",
                        "token",
                        "sha256:" + Sha256.of(Desk.bearer("expired").substring("Bearer ".length())),
                        "until",
                        "2026-01-31"));
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, json.writeValueAsString(curators));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("parley.curators", FILE.toString());
        }
    }

    @Inject
    OwnHistory own;

    @Inject
    ObjectMapper mapper;

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private static RequestSpecification by(String who) {
        RequestSpecification request = RestAssured.given().accept("application/json");
        return who.equals("none") ? request : request.header("Authorization", Desk.bearer(who));
    }

    private static Response send(String who, String document, Object... edits) {
        return by(who).contentType("application/json")
                .body(Map.of(
                        "query", document, "variables", edits.length == 0 ? Map.of() : Map.of("edits", List.of(edits))))
                .post("/graphql");
    }

    /** maria proposes one thing and changes another. */
    private static void prepare() {
        send("maria", mutation("propose", ""), mediator("b-mediator"));
        send("maria", mutation("change", ""), mediator("a-mediator"));
    }

    private String outcome(Response response) throws IOException {
        if (response.statusCode() != 200) {
            return String.valueOf(response.statusCode());
        }
        JsonNode answer = mapper.readTree(response.asString());
        assertThat(answer.findValuesAsText("userErrors")).allMatch(String::isEmpty);
        assertThat(answer.findValues("userErrors")).as(response.asString()).allMatch(JsonNode::isEmpty);
        return answer.has("errors") ? answer.at("/errors/0/extensions/code").asText() : "ok";
    }

    @Test
    void each_role_may_do_what_the_table_says() throws Exception {
        List<String> found = new ArrayList<>();
        boolean isPrepared = false;
        for (String line : TABLE.lines().toList()) {
            String name = line.split(" ")[0];
            List<String> codes = new ArrayList<>(List.of(name));
            for (String who : WHO.split(" ")) {
                if (!isPrepared) {
                    own.forget();
                    prepare();
                }
                String code = outcome(send(who, DOCUMENTS.get(name), mediator("c-mediator")));
                codes.add(code);
                isPrepared = !code.equals("ok") || !DOCUMENTS.get(name).startsWith("mutation");
            }
            found.add(String.join(" ", codes));
        }
        assertThat(found)
                .containsExactlyElementsOf(TABLE.lines()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
        assertThat(DOCUMENTS).hasSize(found.size());
    }

    @Test
    void nothing_is_changed_by_a_request_that_a_form_or_a_link_can_make() {
        prepare();
        assertThat(by("maria")
                        .queryParam("query", DOCUMENTS.get("revert"))
                        .get("/graphql")
                        .statusCode())
                .isEqualTo(405);
        assertThat(by("maria")
                        .contentType("application/x-www-form-urlencoded")
                        .formParam("query", DOCUMENTS.get("revert"))
                        .post("/graphql")
                        .statusCode())
                .isEqualTo(415);
        assertThat(by("maria")
                        .contentType("text/plain")
                        .body("{\"query\": \"" + DOCUMENTS.get("revert").replace("\"", "\\\"") + "\"}")
                        .post("/graphql")
                        .statusCode())
                .isEqualTo(415);
        send("none", "{ changes { totalCount } }").then().body("data.changes.totalCount", Matchers.is(1));
    }

    @Test
    void who_made_a_change_is_told_to_curators_only() {
        prepare();
        send("none", DOCUMENTS.get("changes")).then().body("data.changes.nodes[0].by", Matchers.nullValue());
        send("rita", DOCUMENTS.get("changes")).then().body("data.changes.nodes[0].by", Matchers.is("maria"));
    }
}

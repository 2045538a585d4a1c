package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Wire;
import org.parley.curator.CuratorRole;
import org.parley.graph.Sha256;

/** Who sends a request, by its token; and what is answered to a request whose token proves nobody. */
@QuarkusTest
@TestProfile(AuthenticationTest.WithCurators.class)
class AuthenticationTest {
    private static final Path FILE =
            Path.of("target", "curators-of-tests", "curators.json").toAbsolutePath();
    private static final String VIEWER = "{ viewer { name role } }";

    public static final class WithCurators implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            list("expired");
            return Map.of("parley.curators", FILE.toString(), "parley.http.cors.origins", "https://example.org");
        }
    }

    @TestHTTPResource("/")
    URL server;

    @BeforeEach
    void listAll() {
        list("expired");
    }

    /** Writes the file: one curator for each role, one whose token has expired, and these further ones. */
    private static void list(String... others) {
        List<String> entries = new ArrayList<>();
        for (CuratorRole role : CuratorRole.values()) {
            entries.add(entry("name of " + role, role.name(), token(role.name()), ""));
        }
        for (String other : others) {
            entries.add(entry(
                    other, "REVIEWER", token(other), other.equals("expired") ? ", \"until\": \"2026-01-31\"" : ""));
        }
        try {
            Files.createDirectories(FILE.getParent());
            String content = "[" + String.join(",\n", entries) + "]";
            if (!Files.exists(FILE) || !Files.readString(FILE).equals(content)) {
                Path next = Files.writeString(FILE.resolveSibling("next.json"), content);
                Files.move(next, FILE, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String name, String role, String token, String more) {
        return "{\"name\": \"" + name + "\", \"role\": \"" + role + "\", \"token\": \"sha256:" + Sha256.of(token) + "\""
                + more + "}";
    }

    private static String token(String whose) {
        return "parley_" + whose;
    }

    // --- Who is asking

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void without_a_token_nobody_is_asking(String method) {
        Response response = ask(method, given());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo("{\"data\":{\"viewer\":null}}");
    }

    static Stream<Arguments> curators() {
        return Stream.of("GET", "POST")
                .flatMap(method -> Stream.of(CuratorRole.values()).map(role -> Arguments.of(method, role)));
    }

    @ParameterizedTest
    @MethodSource("curators")
    void the_token_of_a_curator_tells_name_and_role(String method, CuratorRole role) {
        for (String scheme : List.of("Bearer ", "bearer ", "BEARER   ")) {
            Response response = ask(method, given().header("Authorization", scheme + token(role.name())));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.asString())
                    .isEqualTo("{\"data\":{\"viewer\":{\"name\":\"name of " + role + "\",\"role\":\"" + role + "\"}}}");
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of("GET", "POST").flatMap(method -> Stream.of(
                        "Bearer parley_nobody",
                        "Bearer parley_expired",
                        "Bearer parley_revoked",
                        "Bearer " + Sha256.of("parley_EDITOR"),
                        "Bearer sha256:" + Sha256.of("parley_EDITOR"),
                        "Bearer",
                        "Bearer ",
                        "Bearer a b",
                        "Bearer parley_EDITOR, Bearer parley_EDITOR",
                        "Bearer \"parley_EDITOR\"",
                        "Bearer é",
                        "parley_EDITOR",
                        "Basic cGFybGV5X0VESVRPUjo=",
                        "Token parley_EDITOR")
                .map(header -> Arguments.of(method, header)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_header_that_proves_nobody_is_refused(String method, String header) {
        mustBeRefused(ask(method, given().header("Authorization", header)), header);
    }

    private static void mustBeRefused(Response response, String header) {
        assertThat(response.statusCode()).as(header).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("ETag")).isNull();
        assertThat(response.jsonPath().getList("errors")).hasSize(1);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(response.jsonPath().getString("errors[0].message")).contains("authorization");
        assertThat(response.asString()).doesNotContain("data", "parley_");
    }

    @Test
    void two_headers_are_refused() throws IOException {
        try (Wire wire = Wire.to(server)) {
            Wire.Answer answer = wire.ask(
                    "GET",
                    "/graphql?query=%7B__typename%7D",
                    "Authorization: Bearer parley_EDITOR",
                    "Authorization: Bearer parley_EDITOR");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("BAD_REQUEST", "authorization must be sent once, not 2 times");
        }
    }

    /** Before it is read, so that a body costs nobody anything. */
    @Test
    void the_token_is_judged_before_the_body() throws IOException {
        try (Wire wire = Wire.to(server)) {
            Wire.Answer answer = wire.ask(
                    "POST",
                    "/graphql",
                    "Authorization: Bearer parley_nobody",
                    "Content-Type: application/json",
                    "Content-Length: 1000");
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Test
    void other_paths_ask_for_no_token() {
        for (String path : List.of("/", "/graphql/schema.graphql", "/q/health/live")) {
            given().header("Authorization", "Bearer parley_nobody")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_token_is_valid_until_it_is_revoked() throws InterruptedException {
        String header = "Bearer " + token("temporary");
        mustBeRefused(ask("POST", given().header("Authorization", header)), header);
        list("expired", "temporary");
        await(200, header);
        list("expired");
        await(401, header);
        mustBeRefused(ask("GET", given().header("Authorization", header)), header);
    }

    /** The file is looked at once a second. */
    private static void await(int status, String header) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (ask("POST", given().header("Authorization", header)).statusCode() == status) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(ask("POST", given().header("Authorization", header)).statusCode())
                .isEqualTo(status);
    }

    // --- What is kept

    @Test
    void no_answer_to_a_curator_may_be_kept() {
        Response anonymous = ask("GET", given());
        assertThat(anonymous.header("Cache-Control")).isEqualTo("max-age=0");
        String tag = anonymous.header("ETag");
        assertThat(tag).isNotNull();
        for (String known : List.of("\"other\"", tag, "*")) {
            Response response = ask(
                    "GET",
                    given().header("Authorization", "Bearer " + token("EDITOR")).header("If-None-Match", known));
            assertThat(response.statusCode()).as(known).isEqualTo(200);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("ETag")).isNull();
            assertThat(response.jsonPath().getString("data.viewer.role")).isEqualTo("EDITOR");
        }
        assertThat(ask("GET", given().header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    /** A browser would otherwise give a curator what it has kept from before the curator signed in. */
    @Test
    void what_is_kept_is_for_those_without_a_token() {
        for (String method : List.of("GET", "POST")) {
            assertThat(ask(method, given()).headers().getValues("Vary").toString())
                    .containsIgnoringCase("authorization");
        }
        String tag = ask("GET", given()).header("ETag");
        Response unchanged = ask("GET", given().header("If-None-Match", tag));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().getValues("Vary").toString()).containsIgnoringCase("authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void the_answer_to_one_is_never_given_to_another(String method) {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(method, given()).asString()).isEqualTo("{\"data\":{\"viewer\":null}}");
            for (CuratorRole role : CuratorRole.values()) {
                Response response = ask(method, given().header("Authorization", "Bearer " + token(role.name())));
                assertThat(response.jsonPath().getString("data.viewer.role")).isEqualTo(role.name());
            }
        }
    }

    /** Also where the database is asked, on another thread. */
    @Test
    void a_query_that_asks_the_database_knows_who_is_asking() {
        Response response = given().header("Authorization", "Bearer " + token("REVIEWER"))
                .contentType("application/json")
                .body("{\"query\": \"{ viewer { role } statements(first: 100) { totalCount nodes { id summary } } }\"}")
                .post("/graphql");
        assertThat(response.jsonPath().getString("data.viewer.role")).isEqualTo("REVIEWER");
        assertThat(response.jsonPath().getInt("data.statements.totalCount")).isPositive();
    }

    // --- Web pages of other origins

    @Test
    void a_page_of_an_allowed_origin_may_send_a_token() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://example.org")
                .header("Access-Control-Allow-Headers", "authorization,content-type");
        Response response = ask(
                "POST",
                given().header("Origin", "https://example.org").header("Authorization", "Bearer " + token("EDITOR")));
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://example.org");
        assertThat(response.jsonPath().getString("data.viewer.role")).isEqualTo("EDITOR");
    }

    private static Response ask(String method, RequestSpecification request) {
        return method.equals("GET")
                ? request.accept("application/json").queryParam("query", VIEWER).get("/graphql")
                : request.accept("application/json")
                        .contentType("application/json")
                        .body(Map.of("query", VIEWER))
                        .post("/graphql");
    }
}

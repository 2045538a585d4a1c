package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Wire;
import org.parley.graph.Sha256;

/** Which requests are answered from the cache of answers, and that nobody can tell by the answer. */
@QuarkusTest
@TestProfile(KeptAnswersTest.Keeping.class)
class KeptAnswersTest {
    private static final String TYPE = "Content-Type: application/json";

    public static final class Keeping implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.cache.answers", "800K");
        }
    }

    @TestHTTPResource("/")
    URL server;

    @Test
    void who_sends_the_same_body_again_gets_the_same_bytes_without_execution() throws IOException {
        String query = "query Body { rounds { totalCount nodes { id title } } }";
        Wire.Answer first = post(query);
        double hits = hits();
        Wire.Answer second = post(query);
        assertThat(hits()).isEqualTo(hits + 1);
        assertAlike(second, first);
    }

    @Test
    void who_sends_the_same_address_again_gets_the_same_bytes_and_tag_without_execution() throws IOException {
        String query = "query Address { rounds { totalCount nodes { id title } } }";
        Wire.Answer first = get(query);
        double hits = hits();
        Wire.Answer second = get(query);
        assertThat(hits()).isEqualTo(hits + 1);
        assertAlike(second, first);
        assertThat(second.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(second.header("Age")).isNull();
    }

    @Test
    void a_client_that_has_the_kept_answer_is_not_sent_it_again() throws IOException {
        String query = "query Known { rounds { totalCount } }";
        String tag = get(query).header("ETag");
        double hits = hits();
        for (String known : new String[] {tag, "W/" + tag, "*"}) {
            Wire.Answer answer = get(query, "If-None-Match: " + known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
        }
        assertThat(get(query, "If-None-Match: \"other\"").status()).isEqualTo(200);
        assertThat(hits()).isEqualTo(hits + 4);
    }

    @Test
    void head_gets_what_get_would() throws IOException {
        String query = "query Head { rounds { totalCount } }";
        Wire.Answer whole = get(query);
        double hits = hits();
        try (Wire wire = Wire.to(server)) {
            Wire.Answer head = wire.ask("HEAD", "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
            assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(whole.body().length));
        }
        assertThat(hits()).isEqualTo(hits + 1);
    }

    @Test
    void a_kept_answer_is_gzipped_for_whoever_accepts_that() throws IOException {
        String query = "query Packed { statements { nodes { id summary } } }";
        Wire.Answer plain = get(query);
        double hits = hits();
        for (int i = 0; i < 3; i++) {
            Wire.Answer packed = get(query, "Accept-Encoding: gzip");
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("ETag")).endsWith("-gzip\"");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain.body());
        }
        assertThat(get(query).body()).isEqualTo(plain.body());
        assertThat(hits()).isEqualTo(hits + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ nothing }", "{ statements(first: 0) { totalCount } rounds { totalCount } }"})
    void an_answer_with_an_error_is_not_kept(String query) throws IOException {
        double hits = hits();
        for (int i = 0; i < 3; i++) {
            assertThat(post(query).text()).contains("errors");
        }
        assertThat(hits()).isEqualTo(hits);
    }

    /** A body is the same request only if its headers say the same of it. */
    @Test
    void what_is_kept_does_not_answer_the_same_body_with_other_headers() throws IOException {
        String query = "query Headers { rounds { totalCount } }";
        assertThat(post(query).status()).isEqualTo(200);
        assertThat(post(query, "Content-Type: text/plain").status()).isEqualTo(415);
        assertThat(post(query, "Content-Type: application/json; charset=utf-16").status())
                .isEqualTo(415);
        assertThat(post(query, TYPE, "Content-Encoding: gzip").status()).isEqualTo(400);
        assertThat(post(query, TYPE, "Accept: text/plain").status()).isEqualTo(406);
        assertThat(post(query, TYPE, "Accept: application/graphql-response+json")
                        .header("Content-Type"))
                .startsWith("application/graphql-response+json");
        assertThat(post(query).header("Content-Type")).startsWith("application/json");
    }

    @Test
    void a_named_document_is_answered_from_the_cache_and_one_that_is_brought_along_is_not() throws IOException {
        String query = "query NamedByHash { rounds { totalCount } }";
        String name =
                "\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Sha256.of(query) + "\"}}";
        String brought = "{\"query\": \"" + query + "\", " + name + "}";
        String named = "{" + name + "}";
        assertThat(send(named, TYPE).text()).contains("PERSISTED_QUERY_NOT_FOUND");
        double hits = hits();
        Wire.Answer first = send(brought, TYPE);
        send(brought, TYPE);
        assertThat(hits()).isEqualTo(hits);
        assertAlike(send(named, TYPE), first);
        assertAlike(send(named, TYPE), first);
        assertThat(hits()).isEqualTo(hits + 1);
    }

    @Test
    void a_kept_answer_is_counted_as_an_operation() throws IOException {
        String query = "query Counted { rounds { totalCount } }";
        for (int i = 0; i < 5; i++) {
            post(query);
        }
        assertThat(metric("parley_operation_duration_seconds_count{operation=\"Counted\",outcome=\"ok\"} "))
                .isEqualTo(5);
    }

    /** The cache of this test has 800 KB, of which an answer may take an eighth. */
    @Test
    void an_answer_that_would_take_too_much_of_the_cache_is_not_kept() throws IOException {
        String query =
                "query Large { __schema { types { name description fields { name description args { name description"
                        + " } } inputFields { name description } enumValues { name description } } } }";
        Wire.Answer first = post(query);
        assertThat(first.body()).hasSizeGreaterThan(102_400);
        double hits = hits();
        assertAlike(post(query), first);
        assertThat(hits()).isEqualTo(hits);
        assertThat(metric("parley_answers_size_bytes ")).isBetween(0.0, 819_200.0);
    }

    private Wire.Answer post(String query, String... headers) throws IOException {
        return send("{\"query\": \"" + query + "\"}", headers.length == 0 ? new String[] {TYPE} : headers);
    }

    private Wire.Answer send(String body, String... headers) throws IOException {
        try (Wire wire = Wire.to(server)) {
            return wire.ask("POST", "/graphql", body.getBytes(StandardCharsets.UTF_8), headers);
        }
    }

    private Wire.Answer get(String query, String... headers) throws IOException {
        try (Wire wire = Wire.to(server)) {
            return wire.ask("GET", "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), headers);
        }
    }

    private static void assertAlike(Wire.Answer answer, Wire.Answer other) {
        assertThat(answer.status()).isEqualTo(200).isEqualTo(other.status());
        assertThat(answer.text()).isEqualTo(other.text());
        for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Vary", "Cache-Control"}) {
            assertThat(answer.header(name)).as(name).isEqualTo(other.header(name));
        }
    }

    private static double hits() {
        return metric("parley_answers_hits_total ");
    }

    /** The sum of the series whose line begins so; 0 if there is none. */
    private static double metric(String beginning) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(beginning.length())))
                .sum();
    }
}

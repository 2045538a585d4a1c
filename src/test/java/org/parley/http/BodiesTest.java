package org.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Wire;

/** In which coding, charset and with which mark in front a body may be sent. */
@AnyDatabase
@QuarkusTest
class BodiesTest {
    private static final String BODY = "{\"query\": \"{ __typename }\"}";
    private static final String ANSWER = "{\"data\":{\"__typename\":\"Query\"}}";

    @TestHTTPResource("/")
    URL server;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
    void a_gzipped_body_is_read(String coding) throws IOException {
        Wire.Answer answer = post(Gzip.packed(utf8(BODY)), "Content-Encoding: " + coding);
        assertThat(answer.text()).isEqualTo(ANSWER);
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", ""})
    void a_body_that_is_not_coded_may_say_so(String coding) throws IOException {
        assertThat(post(utf8(BODY), "Content-Encoding: " + coding).text()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "gzip, gzip", "gzip, identity", "nonsense", ";"})
    void another_coding_is_refused_and_the_right_one_named(String coding) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(deflated)) {
            deflate.write(utf8(BODY));
        }
        Wire.Answer answer = post(deflated.toByteArray(), "Content-Encoding: " + coding);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(answer.text()).contains("content-encoding must be gzip", coding, "BAD_REQUEST");
    }

    @Test
    void a_body_that_is_not_what_it_says_is_refused() throws IOException {
        for (byte[] body : new byte[][] {
            utf8(BODY), new byte[0], Arrays.copyOf(Gzip.packed(utf8(BODY)), 30),
        }) {
            Wire.Answer answer = post(body, "Content-Encoding: gzip");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("the body must be gzip, as content-encoding says");
        }
        assertThat(post(Gzip.packed(utf8(BODY))).status()).isEqualTo(400);
    }

    @Test
    void the_limit_holds_for_what_is_unpacked() throws IOException {
        String most = BODY + " ".repeat(1_048_576 - BODY.length());
        assertThat(post(Gzip.packed(utf8(most)), "Content-Encoding: gzip").status())
                .isEqualTo(200);
        Wire.Answer answer = post(Gzip.packed(utf8(most + " ")), "Content-Encoding: gzip");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("at most 1048576 bytes, once it is unpacked", "BODY_TOO_LARGE");
    }

    /** Half a megabyte that would be five hundred. */
    @Test
    void a_bomb_is_refused_before_it_goes_off() throws IOException {
        byte[] part = Gzip.packed(new byte[50_000_000]);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            bomb.write(part);
        }
        assertThat(post(part, "Content-Encoding: gzip").status()).isEqualTo(413);
        assertThat(post(bomb.toByteArray(), "Content-Encoding: gzip").status()).isEqualTo(413);
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws IOException {
        assertThat(post(utf8("\uFEFF" + BODY)).text()).isEqualTo(ANSWER);
        assertThat(post(Gzip.packed(utf8("\uFEFF" + BODY)), "Content-Encoding: gzip")
                        .text())
                .isEqualTo(ANSWER);
        assertThat(post(utf8("\uFEFF\uFEFF" + BODY)).status()).isEqualTo(400);
        assertThat(post(utf8("\uFEFF")).text()).contains("the body must be a JSON object with a query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8", "UTF8", "utf-8", "UTF-8", "\"utf-8\"", "\"UTF8\""})
    void the_charset_may_be_called_as_people_call_it(String charset) throws IOException {
        try (Wire wire = Wire.to(server)) {
            assertThat(wire.ask("POST", "/graphql", utf8(BODY), "Content-Type: application/json;charset=" + charset)
                            .text())
                    .isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=latin1", "application/json; charset=utf-16"})
    void another_type_or_charset_is_refused_and_the_right_one_named(String type) throws IOException {
        try (Wire wire = Wire.to(server)) {
            Wire.Answer answer = wire.ask("POST", "/graphql", utf8(BODY), "Content-Type: " + type);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.header("Accept")).isEqualTo("application/json");
        }
    }

    @Test
    void what_is_not_utf_8_is_refused_and_not_guessed() throws IOException {
        byte[] latin = "{\"query\": \"{ actor(id: \\\"é\\\") { name } }\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post(latin).text()).contains("the body must be UTF-8");
        assertThat(post(BODY.getBytes(StandardCharsets.UTF_16)).text()).contains("the body must be UTF-8");
    }

    private Wire.Answer post(byte[] body, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json";
        try (Wire wire = Wire.to(server)) {
            return wire.ask("POST", "/graphql", body, all);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

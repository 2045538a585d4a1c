package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** The first page and the explorer's files: each as it is committed, in both encodings. */
@AnyDatabase
@QuarkusTest
class WebFilesTest {
    private static final Path COMMITTED = Path.of("src", "main", "resources", "pages");
    private static final String PAGE = "/graphiql/licences.txt";

    /** What is made of the record. */
    private static final List<String> MADE = List.of("/", "/graphiql/questions.graphql");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "graphql", "text/plain; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "txt", "text/plain; charset=utf-8");

    @TestHTTPResource("/")
    URL server;

    static List<Path> committed() throws IOException {
        try (Stream<Path> files = Files.walk(COMMITTED)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The path by which a committed file is asked for. */
    private static String path(Path file) {
        return '/' + COMMITTED.relativize(file).toString().replace('\\', '/').replaceFirst("\\.gz$", "");
    }

    @ParameterizedTest
    @MethodSource("committed")
    void each_file_is_sent_plain_and_gzipped(Path file) throws IOException {
        String path = path(file);
        byte[] bytes = Files.readAllBytes(file);
        byte[] text = file.toString().endsWith(".gz") ? gunzipped(bytes) : bytes;
        Response plain = asking().get(path);
        Response gzipped = asking().header("Accept-Encoding", "gzip").get(path);
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        for (Response response : List.of(plain, gzipped)) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("Content-Type")).isEqualTo(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
            assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.asByteArray().length));
            assertThat(response.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(response.header("Cache-Control"))
                    .isEqualTo(path.contains("/assets/") ? "public, immutable, max-age=31536000" : "no-cache");
            assertThat(response.header("ETag")).matches("\"[0-9a-f]{64}(-gzip)?\"");
        }
        assertThat(gzipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
        // Not isEqualTo, which would print a megabyte number by number.
        assertThat(Arrays.equals(plain.asByteArray(), text)).isTrue();
        assertThat(Arrays.equals(gunzipped(gzipped.asByteArray()), text)).isTrue();
    }

    @Test
    void what_is_made_of_the_record_is_sent_like_a_file() throws IOException {
        for (String path : MADE) {
            Response plain = asking().get(path);
            Response gzipped = asking().header("Accept-Encoding", "gzip").get(path);
            assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(gunzipped(gzipped.asByteArray())).isEqualTo(plain.asByteArray());
            for (Response response : List.of(plain, gzipped)) {
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.header("Content-Type"))
                        .isIn("text/html; charset=utf-8", "text/plain; charset=utf-8");
                assertThat(response.header("Vary")).isEqualTo("Accept-Encoding");
                assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
                assertThat(asking().header("Accept-Encoding", "gzip")
                                .header("If-None-Match", response.header("ETag"))
                                .get(path)
                                .statusCode())
                        .isEqualTo(304);
            }
            Response head = asking().head(path);
            assertThat(head.header("ETag")).isEqualTo(plain.header("ETag"));
            assertThat(head.header("Content-Length")).isEqualTo(plain.header("Content-Length"));
            assertThat(head.asByteArray()).isEmpty();
        }
    }

    @Test
    void a_folder_is_its_page() {
        for (String folder : List.of("/", "/graphiql/")) {
            assertThat(asking().get(folder).asString())
                    .isEqualTo(asking().get(folder + "index.html").asString());
        }
        assertThat(asking().get("/graphiql/assets/").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.1, br", "x, *"})
    void a_client_that_takes_gzip_gets_it(String encodings) {
        assertThat(asking().header("Accept-Encoding", encodings).get(PAGE).header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "deflate", "gzip;q=0", "gzip;q=0, *"})
    void another_client_gets_it_plain(String encodings) {
        Response response = asking().header("Accept-Encoding", encodings).get(PAGE);
        assertThat(response.header("Content-Encoding")).isNull();
        assertThat(response.asString()).contains("MIT License");
    }

    @Test
    void what_was_kept_is_not_sent_again() {
        String plain = asking().get(PAGE).header("ETag");
        String gzipped = asking().header("Accept-Encoding", "gzip").get(PAGE).header("ETag");
        for (String known : List.of(plain, "W/" + plain, "\"other\", " + plain, "\"other\",W/" + plain, "*")) {
            isKept("identity", known, plain);
        }
        for (String known : List.of(gzipped, "W/" + gzipped, "\"other\", " + gzipped, plain + ", " + gzipped, "*")) {
            isKept("gzip", known, gzipped);
        }
        isKept("gzip", plain, plain);
        assertThat(kept("identity", gzipped).statusCode()).isEqualTo(200);
        assertThat(kept("gzip", "\"other\"").statusCode()).isEqualTo(200);
    }

    private static void isKept(String encodings, String known, String tag) {
        Response response = kept(encodings, known);
        assertThat(response.statusCode()).as(known).isEqualTo(304);
        assertThat(response.asByteArray()).isEmpty();
        assertThat(response.header("ETag")).isEqualTo(tag);
        assertThat(response.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.header("Content-Encoding")).isNull();
    }

    private static Response kept(String encodings, String known) {
        return asking().header("Accept-Encoding", encodings)
                .header("If-None-Match", known)
                .get(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void head_tells_what_get_would(String encodings) {
        Response got = asking().header("Accept-Encoding", encodings).get(PAGE);
        Response head = asking().header("Accept-Encoding", encodings).head(PAGE);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "Content-Encoding", "ETag", "Cache-Control")) {
            assertThat(head.header(header)).as(header).isEqualTo(got.header(header));
        }
        assertThat(asking().header("If-None-Match", got.header("ETag"))
                        .header("Accept-Encoding", encodings)
                        .head(PAGE)
                        .statusCode())
                .isEqualTo(304);
        assertThat(asking().redirects().follow(false).head("/graphiql").statusCode())
                .isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_file_is_only_read(String method) {
        for (String path :
                List.of("/", "/index.html", "/graphiql", "/graphiql/", "/graphiql/questions.graphql", PAGE)) {
            Response response = asking().redirects().follow(false).request(method, path);
            assertThat(response.statusCode()).as(path).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(response.jsonPath().getString("errors[0].message")).contains("not " + method);
            assertThat(response.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("BAD_REQUEST");
        }
        assertThat(asking().request(method, "/graphiql/nothing.js").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/nothing.html",
                "/graphiql/nothing",
                "/graphiql/nothing.js",
                "/graphiql/js",
                "/graphiql/questions",
                "/graphiql/index.html.",
                "/graphiql/...html",
                "/graphiql/assets",
                "/graphiql/assets/",
                "/graphiql/assets/index.html",
                "/graphiql/index.html/",
                "/graphiql/index.html.gz",
                "/graphiql/INDEX.HTML",
                "/graphiql/.index.html",
                "/graphiql/index.html;x",
                "/graphiql/index.html%00",
                "/graphiql/index.html%00.html",
                "/graphiql/index.html%20",
                "/graphiql/index%252ehtml",
                "/graphiql%2findex.html",
                "/graphiql/assets%2f..%2findex.html",
                "/graphiql/..%2findex.html",
                "/graphiql/%2e%2e%2findex.html",
                "/graphiql/..%5cindex.html",
                "/graphiql/assets/../../application.properties",
                "/graphiql/%2e%2e/application.properties",
                "/graphiql/..%2f..%2fapplication.properties",
                "/graphiql/..%2f..%2forg/parley/start/help.txt",
                "/../org/parley/start/help.txt",
                "/%2e%2e/org/parley/start/help.txt",
                "/..%2forg%2fparley%2fstart%2fhelp.txt",
                "/org/parley/start/help.txt",
                "/pages/index.html",
                "/templates/questions.graphql",
                "/questions.graphql",
                "/META-INF/resources/index.html"
            })
    void there_is_no_other_file(String path) throws IOException {
        assertThat(answerTo(path)).startsWith("HTTP/1.1 404 ").doesNotContain("ETag");
    }

    /** As long as an address may be: what it is compared with must not take a step of the stack for each part. */
    @Test
    void there_is_no_file_with_a_name_of_thousands_of_parts() throws IOException {
        assertThat(answerTo("/graphiql/" + "a.".repeat(8_000) + "js")).startsWith("HTTP/1.1 404 ");
    }

    /** What a client may write in two ways is one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphiql/i%6edex%2ehtml",
                "//graphiql//index.html",
                "/graphiql/./index.html",
                "/graphiql/assets/../index.html",
                "/graphiql/?index.html=%2e%2e",
            })
    void another_spelling_of_a_path_leads_to_the_same_file(String path) throws IOException {
        assertThat(answerTo(path)).startsWith("HTTP/1.1 200 ").contains("Parley: the explorer");
    }

    /** Vert.x's parser of headers would fail at it. */
    @Test
    void headers_that_cannot_be_read_are_refused() {
        Response response = asking().header("Accept-Encoding", "gzip;=\"").get(PAGE);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    }

    /** Sends the path as it is, where a client would tidy it. */
    private String answerTo(String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gunzipped(byte[] bytes) throws IOException {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return text.readAllBytes();
        }
    }

    /** A client that decodes nothing, and asks for nothing encoded. */
    private static RequestSpecification asking() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }
}

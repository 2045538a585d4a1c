package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;
import org.parley.Wire;
import org.parley.start.Program;

/** The packaged program as those who run it see it: its log, its end, and what it does about clients that don't. */
@AnyDatabase
class OperateIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAMED = "query Named { rounds { totalCount } }";
    private static final String HASH_OF_NAMED = "8cf4927a3fdd415632ac327826230b84215a0ea50285eb965d8806d8ebad0e4b";

    @TempDir
    Path home;

    // --- The log

    @Test
    void the_log_is_text_and_has_a_line_for_each_operation() {
        try (Program program = Program.in(home).start().ready()) {
            program.ask(NAMED);
            assertThat(lineWith(program, "query Named"))
                    .contains("INFO")
                    .containsPattern(" ok: status=200 ms=[\\d.]+ sql=[1-9] cost=\\d+ hash=" + HASH_OF_NAMED + "$");
            assertThat(program.output()).doesNotContain("totalCount");
            program.stop();
        }
    }

    @Test
    void the_log_is_json_from_the_first_line_to_the_last_if_the_setting_says_so() {
        try (Program program =
                Program.in(home).with("PARLEY_LOG_FORMAT", "json").start().ready()) {
            program.ask(NAMED);
            assertThat(program.output()).doesNotContain("\"WARN\"", "\"ERROR\"");
            JsonPath line = JsonPath.from(lineWith(program, "query Named"));
            assertThat(line.getString("level")).isEqualTo("INFO");
            assertThat(line.getString("mdc.operation")).isEqualTo("Named");
            assertThat(line.getString("mdc.type")).isEqualTo("query");
            assertThat(line.getString("mdc.outcome")).isEqualTo("ok");
            assertThat(line.getString("mdc.status")).isEqualTo("200");
            assertThat(line.getDouble("mdc.ms")).isPositive();
            assertThat(line.getInt("mdc.sql")).isPositive();
            assertThat(line.getString("mdc.hash")).isEqualTo(HASH_OF_NAMED);
            program.stop();
            assertThat(program.output().lines().toList()).hasSizeGreaterThan(4).allSatisfy(each -> assertThat(
                            JsonPath.from(each).getString("message"))
                    .isNotBlank());
            assertThat(program.output()).contains("started in").doesNotContain("totalCount");
        }
    }

    @Test
    void the_log_tells_only_what_is_wrong_if_the_setting_says_so() {
        try (Program program =
                Program.in(home).with("PARLEY_LOG_LEVEL", "WARN").start().ready()) {
            program.ask(NAMED);
            program.stop();
            assertThat(program.output()).doesNotContain("INFO", "Named");
        }
    }

    @Test
    void the_log_leaves_out_operations_alone_if_the_setting_says_so() {
        for (String level : List.of("WARN", "OFF")) {
            try (Program program = Program.in(home)
                    .with("PARLEY_LOG_OPERATIONS", level)
                    .start()
                    .ready()) {
                program.ask(NAMED);
                program.stop();
                assertThat(program.output()).contains("started in").doesNotContain("Named");
            }
        }
    }

    @Test
    void an_operation_that_was_answered_from_the_cache_has_a_line_that_says_so() {
        try (Program program = Program.in(home).start().ready()) {
            program.ask(NAMED);
            program.ask(NAMED);
            program.ask(NAMED);
            until(() -> program.output()
                            .lines()
                            .filter(line -> line.contains("query Named ok"))
                            .count()
                    == 3);
            List<String> lines = program.output()
                    .lines()
                    .filter(line -> line.contains("query Named ok"))
                    .toList();
            assertThat(lines.get(0)).containsPattern("sql=[1-9]").doesNotContain("kept");
            assertThat(lines.subList(1, 3)).allSatisfy(line -> assertThat(line)
                    .containsPattern(
                            " ok: status=200 ms=[\\d.]+ sql=0 cost=\\d+ kept=true hash=" + HASH_OF_NAMED + "$"));
            program.stop();
        }
    }

    @Test
    void no_line_is_lost_at_the_end() {
        try (Program program = Program.in(home).start().ready()) {
            for (int i = 0; i < 300; i++) {
                program.ask(NAMED);
            }
            program.stop();
            assertThat(program.output().lines().filter(line -> line.contains("query Named ok")))
                    .hasSize(300);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_CACHE_ANSWERS, much, parley.cache.answers (PARLEY_CACHE_ANSWERS) must be a size of 0 to 1024G",
        "PARLEY_CACHE_ANSWERS, 2048G, parley.cache.answers (PARLEY_CACHE_ANSWERS) must be a size of 0 to 1024G",
        "PARLEY_CACHE_RECORDS, -1, parley.cache.records (PARLEY_CACHE_RECORDS) must be a size of 0 to 1024G",
        "PARLEY_CURATORS, nowhere.json, nowhere.json (parley.curators) can't be read",
        "PARLEY_READING, some, parley.reading (PARLEY_READING) must be all or token",
        "PARLEY_READING, token, parley.reading (PARLEY_READING) must be all where parley.curators names no file",
        "PARLEY_REVIEW, maybe, parley.review (PARLEY_REVIEW) must be true or false",
        "PARLEY_HISTORY_RECORDS, 0, parley.history.records (PARLEY_HISTORY_RECORDS) must be",
        "PARLEY_HISTORY_EDITIONS, few, parley.history.editions (PARLEY_HISTORY_EDITIONS) must be",
        "PARLEY_LIMITS_CHANGE_VALUES, 0, parley.limits.change-values (PARLEY_LIMITS_CHANGE_VALUES) must be",
        "PARLEY_PAGES_ADDRESS, example.org, parley.pages.address (PARLEY_PAGES_ADDRESS) must be an http or https address without a query",
        "PARLEY_LOG_FORMAT, yaml, parley.log.format (PARLEY_LOG_FORMAT) must be text or json",
        "PARLEY_LOG_LEVEL, LOUD, parley.log.level (PARLEY_LOG_LEVEL) must be",
        "PARLEY_HTTP_CORS_ORIGINS, example.org, parley.http.cors.origins (PARLEY_HTTP_CORS_ORIGINS) must be an origin",
        "PARLEY_SHUTDOWN_TIMEOUT, soon, parley.shutdown.timeout (PARLEY_SHUTDOWN_TIMEOUT) must be a time from 0s",
        "PARLEY_TELEMETRY_ENDPOINT, localhost:4318, parley.telemetry.endpoint (PARLEY_TELEMETRY_ENDPOINT) must be an",
    })
    void a_setting_that_is_none_ends_the_start(String variable, String value, String sentence) {
        Program program = Program.in(home).with(variable, value).start();
        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.output()).contains(sentence).doesNotContain("\tat ");
    }

    /** Also before the log itself is set up, as where a setting is wrong. */
    @ParameterizedTest
    @CsvSource({
        "PARLEY_HTTP_PORT, many, parley.http.port (PARLEY_HTTP_PORT) must be",
        "PARLEY_LIMITS_DEPHT, 3, did you mean PARLEY_LIMITS_DEPTH?",
        "PARLEY_SEED_DIRECTORY, nowhere, parley.seed.directory must name a folder that exists",
        "PARLEY_HTTP_HOST, nowhere.invalid, parley.http.host names no address"
    })
    void a_start_that_fails_is_one_line_of_a_log_of_json(String variable, String value, String sentence) {
        try (Program program = Program.in(home)
                .with("PARLEY_LOG_FORMAT", "json")
                .with(variable, value)
                .start()) {
            assertThat(program.exitCode()).isEqualTo(1);
            List<JsonPath> lines = program.output().lines().map(JsonPath::from).toList();
            assertThat(lines)
                    .as(program.output())
                    .filteredOn(line -> line.getString("level").equals("ERROR"))
                    .hasSize(1)
                    .first()
                    .satisfies(line -> {
                        assertThat(line.getString("message")).contains(sentence);
                        assertThat(line.getString("timestamp")).startsWith("20");
                        assertThat(line.getString("loggerName")).isEqualTo("org.parley.start.Parley");
                        assertThat(line.getString("hostName")).isNull();
                    });
        }
    }

    @Test
    void a_wrong_argument_is_one_line_of_a_log_of_json() {
        try (Program program = Program.in(home)
                .with("PARLEY_LOG_FORMAT", "json")
                .told("--port")
                .start()) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(JsonPath.from(program.output()).getString("message")).contains("not --port");
        }
    }

    // --- Curators

    @Test
    void a_new_token_is_that_of_the_curator_whose_entry_is_in_the_file() throws IOException {
        Program made = Program.in(home).told("token", "maria", "EDITOR").start();
        assertThat(made.exitCode()).isZero();
        List<String> lines = made.output().lines().toList();
        assertThat(lines).as(made.output()).hasSize(2);
        assertThat(lines.get(0)).matches("parley_[A-Za-z0-9_-]{43}");
        Files.writeString(home.resolve("curators.json"), "[" + lines.get(1) + "]");
        try (Program program = Program.in(home)
                .with("PARLEY_CURATORS", "curators.json")
                .start()
                .ready()) {
            String query = "/graphql?query=query%20Who%7Bviewer%7Bname%20role%7D%7D";
            assertThat(get(program.port(), query, "Authorization: Bearer " + lines.get(0)))
                    .startsWith("HTTP/1.1 200")
                    .contains("{\"name\":\"maria\",\"role\":\"EDITOR\"}");
            assertThat(lineWith(program, "query Who")).contains(" ok: by=maria status=200 ");
            assertThat(get(program.port(), query, "Authorization: Bearer " + lines.get(0) + "x"))
                    .startsWith("HTTP/1.1 401")
                    .contains("UNAUTHENTICATED");
            program.stop();
            assertThat(program.output()).doesNotContain("parley_");
        }
    }

    @Test
    void a_token_without_a_role_is_not_made() {
        Program program = Program.in(home).told("token", "maria").start();
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.output()).contains("Usage: parley token", "ROLE").doesNotContain("\tat ");
    }

    @Test
    void a_file_of_curators_with_a_fault_ends_the_start() throws IOException {
        Files.writeString(home.resolve("curators.json"), "[{\"name\": \"maria\", \"role\": \"BOSS\"}]");
        Program program =
                Program.in(home).with("PARLEY_CURATORS", "curators.json").start();
        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.output())
                .contains("curators.json (parley.curators) has a fault in entry 1: role must be READER")
                .doesNotContain("\tat ");
    }

    // --- Web pages of other origins

    /** However the operator writes them, each is what a browser sends. */
    @Test
    void the_pages_of_each_origin_may_ask() throws IOException {
        try (Program program = Program.in(home)
                .with("PARLEY_HTTP_CORS_ORIGINS", "https://A.example:443, https://b.example/ ,http://localhost:3000")
                .start()
                .ready()) {
            for (String origin : List.of("https://a.example", "https://b.example", "http://localhost:3000")) {
                assertThat(get(program.port(), "/graphql?query=%7B__typename%7D", "Origin: " + origin))
                        .startsWith("HTTP/1.1 200")
                        .containsIgnoringCase("access-control-allow-origin: " + origin + "\r\n");
            }
            assertThat(get(program.port(), "/graphql?query=%7B__typename%7D", "Origin: https://c.example"))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContainIgnoringCase("access-control-allow-origin");
        }
    }

    // --- Traces

    @Test
    void a_span_named_after_the_operation_goes_to_the_collector() throws IOException {
        List<String> taken = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (Program program = Program.in(home)
                .with(
                        "PARLEY_TELEMETRY_ENDPOINT",
                        "http://localhost:" + collector.getAddress().getPort())
                .start()
                .ready()) {
            program.ask(NAMED);
            until(() -> taken.stream().anyMatch(spans -> spans.contains("query Named")));
            assertThat(String.join("", taken))
                    .contains("service.name", "parley", "query Named", HASH_OF_NAMED)
                    .doesNotContain("totalCount");
            // A span of OTLP begins with its trace of 16 bytes and its own id of 8; then comes its parent's, and its
            // name.
            Matcher span = Pattern.compile("\n\u0010(.{16})\u0012\b.{8}\"\b(.{8})\\*\u000bquery Named", Pattern.DOTALL)
                    .matcher(String.join("", taken));
            assertThat(span.find()).as("a span with a parent").isTrue();
            String parent = "\n\u0010" + span.group(1) + "\u0012\b" + span.group(2) + "*\rPOST /graphql";
            until(() -> String.join("", taken).contains(parent));
            program.stop();
        } finally {
            collector.stop(0);
        }
    }

    // --- The end

    @Test
    void a_request_that_has_begun_is_answered_before_the_end() throws IOException {
        try (Program program = Program.in(home).start().ready();
                HalfRequest half = new HalfRequest(program.port())) {
            half.hasBegun();
            program.terminate();
            until(() -> program.output().contains("Waiting for HTTP requests to complete"));
            half.sendTheRest();
            assertThat(half.answer()).startsWith("HTTP/1.1 200").contains("{\"data\":{\"__typename\":\"Query\"}}");
            assertThat(program.exitCode()).isZero();
            assertThat(program.output())
                    .contains("All HTTP requests complete", "parley stopped")
                    .doesNotContain("ERROR", "\tat ");
        }
    }

    @Test
    void a_request_that_does_not_end_keeps_no_one_waiting_for_ever() throws IOException {
        try (Program program = Program.in(home)
                        .with("PARLEY_SHUTDOWN_TIMEOUT", "1S")
                        .start()
                        .ready();
                HalfRequest half = new HalfRequest(program.port())) {
            half.hasBegun();
            program.terminate();
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).contains("Timed out waiting for graceful shutdown");
            assertThat(half.answer()).isEmpty();
        }
    }

    @Test
    void a_program_that_was_told_to_end_answers_during_the_delay_but_is_not_ready() throws IOException {
        try (Program program =
                Program.in(home).with("PARLEY_SHUTDOWN_DELAY", "5S").start().ready()) {
            assertThat(get(program.port(), "/q/health/ready")).startsWith("HTTP/1.1 200");
            program.terminate();
            until(() -> get(program.port(), "/q/health/ready").startsWith("HTTP/1.1 503"));
            assertThat(get(program.port(), "/q/health/live")).startsWith("HTTP/1.1 200");
            assertThat(program.ask(NAMED).getInt("rounds.totalCount")).isEqualTo(4);
            assertThat(program.exitCode()).isZero();
        }
    }

    // --- Clients that don't go on

    @Test
    void a_body_that_does_not_come_is_not_waited_for() throws IOException {
        try (Program program = Program.in(home)
                        .with("PARLEY_HTTP_BODY_TIMEOUT", "1S")
                        .start()
                        .ready();
                HalfRequest half = new HalfRequest(program.port())) {
            assertThat(half.answer()).startsWith("HTTP/1.1 408").contains("BAD_REQUEST", "the body must be sent");
        }
    }

    /** What is not whole counts as silence, whatever comes of it; of a first request, and of the next. */
    @Test
    void headers_that_trickle_in_are_not_waited_for() throws IOException {
        try (Program program =
                Program.in(home).with("QUARKUS_HTTP_IDLE_TIMEOUT", "1S").start().ready()) {
            String whole = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String headers = "GET /graphql HTTP/1.1\r\nHost: localhost\r\n";
            for (String beginning : List.of("", headers, whole, whole + "GET ")) {
                assertThat(trickle(program.port(), beginning, "x"))
                        .as(beginning)
                        .isBetween(500L, 10_000L);
            }
            assertThat(trickle(program.port(), headers, "x: y\r\n")).isBetween(500L, 10_000L);
        }
    }

    @Test
    void a_client_who_goes_on_asking_is_answered_for_as_long_as_it_likes() throws Exception {
        try (Program program = Program.in(home)
                        .with("QUARKUS_HTTP_IDLE_TIMEOUT", "1S")
                        .start()
                        .ready();
                Wire wire = Wire.to(new URL("http", "localhost", program.port(), "/"))) {
            for (int i = 0; i < 10; i++) {
                assertThat(wire.ask("GET", "/graphql?query=%7B__typename%7D").status())
                        .isEqualTo(200);
                Thread.sleep(300);
            }
        }
    }

    /** Sends a beginning, then a bit more every tenth of a second; answers after how many milliseconds the server hangs up. */
    private static long trickle(int port, String beginning, String more) throws IOException {
        long start = System.nanoTime();
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(100);
            while (System.nanoTime() - start < PATIENCE.toNanos()) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (SocketTimeoutException e) {
                    socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (SocketException e) {
            // It hung up while a byte was on its way.
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void a_connection_that_is_silent_is_closed() throws IOException {
        try (Program program = Program.in(home)
                        .with("QUARKUS_HTTP_IDLE_TIMEOUT", "1S")
                        .start()
                        .ready();
                Socket silent = new Socket("localhost", program.port())) {
            silent.setSoTimeout((int) PATIENCE.toMillis());
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** A request of which all but the last byte is sent. */
    private static final class HalfRequest implements AutoCloseable {
        private static final String BODY = "{\"query\": \"{ __typename }\"}";

        private final Socket socket;

        HalfRequest(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY.substring(0, BODY.length() - 1));
        }

        /** Waits until the server counts it beside the request that asks for the count. */
        void hasBegun() {
            until(() -> get(socket.getPort(), "/q/metrics")
                    .lines()
                    .anyMatch(line -> line.startsWith("http_server_active_requests") && line.endsWith(" 2.0")));
        }

        void sendTheRest() throws IOException {
            send(BODY.substring(BODY.length() - 1));
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** All that comes until the server closes the connection, as it must. */
        String answer() throws IOException {
            return allOf(socket.getInputStream());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String get(int port, String path) {
        return get(port, path, "Accept: */*");
    }

    private static String get(int port, String path, String header) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return allOf(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String allOf(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The operation's line comes after its answer. */
    private static String lineWith(Program program, String words) {
        until(() -> program.output().lines().anyMatch(line -> line.contains(words)));
        List<String> lines =
                program.output().lines().filter(line -> line.contains(words)).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + PATIENCE).isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

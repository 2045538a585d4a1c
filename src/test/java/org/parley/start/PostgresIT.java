package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.OnlyOn;
import org.parley.TestDatabase;

/** The packaged program on PostgreSQL: processes that share a database, a server that is down for a while, and errors of a start. */
@OnlyOn(value = OnlyOn.Database.POSTGRESQL, because = "a server")
class PostgresIT {
    private static final Path FERRY = Path.of("src", "test", "resources", "seed-small");
    private static final String STATEMENTS =
            "{ statements(first: 1) { totalCount pageInfo { endCursor } nodes { id } } }";

    /** Changes must show within one second; two more are for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(3);

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Program> programs = new ArrayList<>();
    private EmbeddedPostgres server;

    @AfterEach
    void end() throws IOException {
        programs.forEach(Program::close);
        if (server != null) {
            server.close();
        }
    }

    private Program started(Program.Launch launch) {
        Program program = launch.start();
        programs.add(program);
        return program;
    }

    private HttpResponse<String> get(Program program, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> answer(Program program, String query) throws IOException, InterruptedException {
        return get(
                program,
                "/graphql?query=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void within(Duration time, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so after " + time).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static int statements(Program program) {
        return program.ask("{ statements { totalCount } }").getInt("statements.totalCount");
    }

    // --- Several programs

    @Test
    void one_of_three_loads_and_all_serve_and_take_up_what_one_of_them_loads() throws Exception {
        Path seed = Files.createDirectory(home.resolve("seed"));
        copyFerry(seed);
        for (int i = 0; i < 3; i++) {
            started(Program.in(home).with("PARLEY_SEED_DIRECTORY", seed));
        }
        programs.forEach(Program::ready);
        assertThat(programs)
                .filteredOn(program -> program.output().contains("Loaded 10 records"))
                .hasSize(1);
        assertThat(programs)
                .filteredOn(program -> program.output().contains("is in the database already: 10"))
                .hasSize(2);
        assertAllAnswerAlike();
        HttpResponse<String> before = answer(programs.get(0), STATEMENTS);

        Path actors = seed.resolve("actors.json");
        Files.writeString(actors, Files.readString(actors).replace("\"name\": \"Oster\"", "\"name\": \"Austral\""));
        String name = "{ actor(id: \"oster\") { name } }";
        for (Program program : programs) {
            assertThat(answer(program, name).body()).contains("Oster");
        }
        programs.get(0).hangUp();
        within(Duration.ofSeconds(60), () -> named(programs.get(0), name, "Austral"));
        // At once: each has kept the answer before, and must ask whether it still holds.
        for (Program program : programs) {
            assertThat(answer(program, name).body()).contains("Austral");
        }
        programs.get(0).prints("in the place of those before");
        assertAllAnswerAlike();
        assertThat(answer(programs.get(2), STATEMENTS).headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));

        // After one process is killed, the others go on, and one of them loads the next record.
        programs.get(0).kill();
        Files.writeString(actors, Files.readString(actors).replace("\"name\": \"Austral\"", "\"name\": \"Auster\""));
        programs.get(1).hangUp();
        programs.get(1).prints("in the place of those before");
        Program third = programs.get(2);
        within(SOON, () -> "Auster"
                .equals(third.ask("{ actor(id: \"oster\") { name } }").getString("actor.name")));
    }

    private boolean named(Program program, String query, String name) {
        try {
            return answer(program, query).body().contains(name);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares entity tags, cursors and answers: a load balancer may send each request to another process. */
    private void assertAllAnswerAlike() throws IOException, InterruptedException {
        HttpResponse<String> first = answer(programs.get(0), STATEMENTS);
        String cursor = JsonPath.from(first.body()).getString("data.statements.pageInfo.endCursor");
        String onward = "{ statements(first: 1, after: \"" + cursor + "\") { nodes { id } } }";
        for (Program program : programs) {
            HttpResponse<String> other = answer(program, STATEMENTS);
            assertThat(other.body()).isEqualTo(first.body());
            assertThat(other.headers().firstValue("ETag"))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue("ETag"));
            assertThat(answer(program, onward).body())
                    .contains("\"id\"")
                    .isEqualTo(answer(programs.get(0), onward).body());
        }
    }

    private void copyFerry(Path to) throws IOException {
        try (var files = Files.list(FERRY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** A process that is killed while it loads blocks no other: the server closes its connection and releases its lock. */
    @Test
    void one_that_waits_for_a_load_goes_on_when_the_other_one_dies() throws Exception {
        Program program;
        try (Connection other =
                        DriverManager.getConnection(TestDatabase.of(home), TestDatabase.USER, TestDatabase.PASSWORD);
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + lock() + ")");
            program = started(Program.in(home));
            program.printed("this one waits until it has");
            assertThat(program.output()).doesNotContain("Loaded");
        }
        program.ready();
        assertThat(program.output()).contains("Loaded 289 records");
    }

    private static long lock() throws Exception {
        var field = Class.forName("org.parley.store.PostgresStore").getDeclaredField("LOCK");
        field.setAccessible(true);
        return field.getLong(null);
    }

    // --- A server that is gone

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(home.resolve("server"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("programs").toFile())
                .start();
    }

    @Test
    void a_server_that_is_gone_for_a_while_is_told_and_then_used_again() throws Exception {
        int port = Program.freePort();
        server = server(port);
        Program program = started(Program.in(home)
                        .with("PARLEY_DATABASE_URL", "jdbc:postgresql://localhost:" + port + "/postgres")
                        .with("PARLEY_DATABASE_USER", "postgres"))
                .ready();
        assertThat(statements(program)).isEqualTo(60);
        assertThat(answer(program, STATEMENTS).statusCode()).isEqualTo(200);

        server.close();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = answer(program, STATEMENTS);
            assertThat(refused.statusCode()).as(program.output()).isEqualTo(503);
            assertThat(refused.body())
                    .contains("\"DATABASE_UNAVAILABLE\"")
                    .doesNotContain("Exception", "jdbc", "SQL", "org.");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        }
        assertThat(get(program, "/q/health/ready").statusCode()).isEqualTo(503);
        assertThat(get(program, "/q/health/live").statusCode()).isEqualTo(200);

        server = server(port);
        within(Duration.ofSeconds(10), () -> isReady(program));
        assertThat(statements(program)).isEqualTo(60);
        assertThat(program.output()).doesNotContain("\tat ");
    }

    private boolean isReady(Program program) {
        try {
            return get(program, "/q/health/ready").statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void connections_that_the_server_ends_are_opened_again() throws Exception {
        Program program = started(Program.in(home)).ready();
        statements(program);
        String name = TestDatabase.of(home).replaceFirst(".*/", "");
        TestDatabase.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        Thread.sleep(600);
        assertThat(statements(program)).isEqualTo(60);
    }

    // --- A start

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PARLEY_DATABASE_PASSWORD | wrong                               | refuses the password (parley.database.password) of its user (parley.database.user).
            PARLEY_DATABASE_USER     | nobody                              | refuses its user (parley.database.user), or whence the user comes
            PARLEY_DATABASE_URL      | jdbc:postgresql://localhost:1/none  | The database localhost:1/none (parley.database.url) can't be reached. Is its server running, and does it listen there?
            PARLEY_DATABASE_URL      | {server}none                        | none does not exist. Make it: create database ...; Parley makes the tables.
            PARLEY_DATABASE_URL      | jdbc:mysql://localhost/parley       | parley.database.url (PARLEY_DATABASE_URL) must be the address of a PostgreSQL database, as jdbc:postgresql://localhost/parley, not "jdbc:mysql://localhost/parley"
            PARLEY_DATABASE_URL      | jdbc:postgresql://a:secret@localhost/parley | parley.database.url (PARLEY_DATABASE_URL) must be an address without user and password""")
    void a_database_that_can_t_be_used_is_told_in_one_sentence(String variable, String value, String sentence) {
        Program program = started(Program.in(home).with(variable, value.replace("{server}", TestDatabase.url(""))));
        program.failsWith(sentence);
        assertThat(program.output()).doesNotContain("secret", TestDatabase.PASSWORD);
    }

    @Test
    void a_user_who_may_make_no_tables() {
        TestDatabase.execute("do $$ begin if not exists (select from pg_roles where rolname = 'reader') then"
                + " create role reader login password 'r'; end if; end $$");
        started(Program.in(home).with("PARLEY_DATABASE_USER", "reader").with("PARLEY_DATABASE_PASSWORD", "r"))
                .failsWith("may not make or change tables in it. Let the user own the database.");
    }

    @Test
    void a_database_of_another_encoding() {
        started(Program.in(home)
                        .with(
                                "PARLEY_DATABASE_URL",
                                TestDatabase.create("template template0 locale 'C' encoding 'LATIN1'")))
                .failsWith("has the encoding LATIN1");
    }

    /** Cursors and ranges of ids need the order of bytes, and answers must be the same on every database. */
    @Test
    void texts_are_in_the_order_of_their_bytes_in_a_database_of_another_order() throws SQLException {
        started(Program.in(home)).ready();
        try (Connection connection =
                        DriverManager.getConnection(TestDatabase.of(home), TestDatabase.USER, TestDatabase.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery("select count(*) filter (where collation_name = 'C'),"
                        + " count(*) from information_schema.columns where table_schema = 'public'"
                        + " and data_type = 'character varying' and table_name <> 'flyway_schema_history'")) {
            orders.next();
            assertThat(orders.getInt(1)).isPositive().isEqualTo(orders.getInt(2));
        }
    }
}

package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.OnlyOn;
import org.parley.TestDatabase;
import org.parley.record.DaysRecord;

/** The packaged program, from its start to its end: what it keeps, and what it tells when it can't start. */
class StartIT {
    private static final String RECORD = "{ actors { totalCount } statements { totalCount }"
            + " round(id: \"abu-dhabi-2\") { start end outcomes { summary quantityPerSide status } }"
            + " statement(id: \"peskov-until-kyiv-decides\") { quote renderings { wording } } }";
    private static final int STATEMENTS = 60;
    private static final String LOADED = "Loaded 289 records from the program";
    private static final String LOADED_ALREADY = "The record of the program is in the database already";

    /** A made-up negotiation about a ferry. */
    private static final Path FERRY =
            Path.of("src", "test", "resources", "seed-small").toAbsolutePath();

    private static final int FERRY_RECORDS = 10;

    /** Where a program with the built-in record was started and stopped. */
    @TempDir
    static Path stopped;

    @TempDir
    Path home;

    @BeforeAll
    static void start_once() {
        try (Program program = Program.in(stopped).start().ready()) {
            program.stop();
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path database() {
        return data().resolve("parley.mv.db");
    }

    private void nothingIsLeftBesideTheDatabase() {
        if (TestDatabase.isPostgres()) {
            assertThat(data()).doesNotExist();
        } else {
            assertThat(data().toFile().list()).containsExactly("parley.mv.db");
        }
    }

    /** The folder holds the database of a program with the built-in record that was stopped. */
    private void wasStartedOnce() throws IOException {
        if (TestDatabase.isPostgres()) {
            TestDatabase.copy(stopped, home);
            return;
        }
        Files.createDirectory(data());
        Files.copy(stopped.resolve("data").resolve("parley.mv.db"), database());
    }

    // --- Starting and stopping
    // ----------------------------------------------------------------------------------------

    @Test
    void the_first_start_loads_the_record_and_the_second_one_finds_it() {
        String answer;
        try (Program first = Program.in(home).start().ready()) {
            assertThat(first.output()).contains(LOADED);
            assertThat(first.ask(RECORD).getString("statement.quote"))
                    .isEqualTo(
                            "Until the Kyiv regime makes the appropriate decisions, the special military operation continues,");
            answer = first.ask(RECORD).prettify();
            first.stop();
        }
        try (Program second = Program.in(home).start().ready()) {
            assertThat(second.output()).contains(LOADED_ALREADY).doesNotContain("Loaded");
            assertThat(second.ask(RECORD).prettify()).isEqualTo(answer);
        }
    }

    /** Which only saves time, and would stop doing so without a word: the table in {@code tuning/package-info}. */
    @Test
    void a_later_start_is_tuned() throws IOException {
        wasStartedOnce();
        assumeTrue(System.getProperty("parley.tunings.off", "").isBlank(), "a tuning is off");
        try (Program program =
                Program.in(home).with("PARLEY_LOG_LEVEL", "DEBUG").start().ready()) {
            assertThat(program.output())
                    .containsPattern(
                            Program.isExecutable()
                                    ? "[1-9]\\d objects of settings were made when the program was built"
                                    : " 0 objects of settings were made when the program was built")
                    .containsPattern(
                            Program.isExecutable()
                                    ? "The parser begins with [1-9]\\d+ states"
                                    : "The parser begins with 0 states");
            if (!TestDatabase.isPostgres()) {
                assertThat(program.output()).contains("(opening) The database was opened within ");
            }
        }
    }

    @Test
    void a_program_that_was_killed_starts_again_with_its_record() {
        String answer;
        try (Program first = Program.in(home).start().ready()) {
            answer = first.ask(RECORD).prettify();
            first.kill();
        }
        try (Program second = Program.in(home).start().ready()) {
            assertThat(second.output()).contains(LOADED_ALREADY);
            assertThat(second.ask(RECORD).prettify()).isEqualTo(answer);
        }
    }

    /** To end when it is told to is no failure: systemd would take 143, which is 128 and the signal's number, for one. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void a_signal_stops_the_program_and_leaves_nothing_locked(String signal) {
        // Who runs these tests in the background of a script has SIGINT ignored, by all processes below, too.
        try (Program program = Program.in(home)
                .inside("env", "--default-signal=" + signal)
                .start()
                .ready()) {
            program.signal(signal);
            assertThat(program.exitCode()).isZero();
            assertThat(program.output())
                    .contains("parley stopped")
                    .doesNotContain("ERROR")
                    .doesNotContain("\tat ");
        }
        try (Program next = Program.in(home).start().ready()) {
            assertThat(next.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
    }

    /** Whoever waits for the record would believe that it is there. */
    @Test
    void a_load_that_was_told_to_end_has_not_succeeded() {
        try (Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", FERRY)
                .told("--load")
                .start()) {
            program.signal("TERM");
            assertThat(program.exitCode()).isIn(0, 143);
            // It may be told to end when the record is there, and the file is being made small.
            if (program.exitCode() == 0) {
                assertThat(program.output()).contains("Loaded ");
            }
        }
    }

    @Test
    void errors_are_worded_alike_on_a_machine_of_another_language() {
        String query = "{ actors { quotes } ";
        String english;
        try (Program program = Program.in(home).start().ready()) {
            english = program.errorOf(query);
            program.stop();
        }
        try (Program program = Program.in(home).speaking("de").start().ready()) {
            assertThat(program.errorOf(query)).isEqualTo(english);
        }
    }

    // --- Settings
    // -----------------------------------------------------------------------------------------------------

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void the_record_is_kept_in_the_folder_data_of_the_working_directory_if_nothing_else_is_said() {
        assertThat(stopped.resolve("data").resolve("parley.mv.db")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "./kept/with a blank"})
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_relative_folder_is_one_below_the_working_directory(String directory) {
        try (Program program = Program.in(home)
                .with("PARLEY_DATA_DIRECTORY", directory)
                .start()
                .ready()) {
            program.stop();
        }
        assertThat(home.resolve(directory).resolve("parley.mv.db")).isRegularFile();
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void an_absolute_folder_is_taken_as_it_is(@TempDir Path elsewhere) {
        try (Program program = Program.in(home)
                .with("PARLEY_DATA_DIRECTORY", elsewhere.resolve("record"))
                .start()
                .ready()) {
            program.stop();
        }
        assertThat(elsewhere.resolve("record").resolve("parley.mv.db")).isRegularFile();
        assertThat(data()).doesNotExist();
    }

    @Test
    void another_record_is_served_by_naming_its_folder() {
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", FERRY).start().ready()) {
            assertThat(program.output()).contains("records from " + FERRY);
            assertThat(program.ask("{ rounds { nodes { title } } statements { totalCount } }")
                            .getString("rounds.nodes[0].title"))
                    .isEqualTo("First meeting in the ferry house");
        }
    }

    @Test
    void another_record_takes_the_place_of_the_one_before() throws IOException {
        wasStartedOnce();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", FERRY).start().ready()) {
            assertThat(program.ask("{ statements { totalCount } }").getInt("statements.totalCount"))
                    .isEqualTo(2);
            program.stop();
        }
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).contains(LOADED);
            assertThat(program.ask("{ statements { totalCount } }").getInt("statements.totalCount"))
                    .isEqualTo(STATEMENTS);
        }
    }

    /** Those of Kubernetes, in a namespace with a Service of this name. */
    @ParameterizedTest
    @ValueSource(strings = {"PARLEY", "PARLEY_LIMITS", "PARLEY_DATA_DIRECTORY"})
    void a_service_may_be_named_as_the_program_is(String service) {
        Program.Launch launch = Program.in(home);
        EnvironmentVariablesTest.ofService(service, "10.96.0.10").forEach(launch::with);
        try (Program program = launch.start().ready()) {
            assertThat(program.output()).contains(LOADED).doesNotContain("WARN");
        }
    }

    /** Its variable PARLEY_HTTP_PORT is no port, and stands for nothing. */
    @Test
    void a_service_may_be_named_as_a_setting_is() throws IOException {
        Files.createDirectory(home.resolve("config"));
        int port = Program.freePort();
        Files.writeString(home.resolve("config").resolve("application.properties"), "parley.http.port=" + port + "\n");
        Program.Launch launch = Program.in(home);
        EnvironmentVariablesTest.ofService("PARLEY_HTTP", "10.96.0.10").forEach(launch::with);
        EnvironmentVariablesTest.ofService("QUARKUS_HTTP", "10.96.0.10").forEach(launch::with);
        try (Program program = launch.start().printed("Listening on: http://localhost:" + port);
                Program asking = askReady(launch)) {
            assertThat(asking.exitCode()).as(asking.output()).isZero();
            assertThat(program.output()).doesNotContain("WARN");
        }
    }

    @Test
    void variables_of_others_are_passed_over_and_told() {
        try (Program program = Program.in(home)
                .with("PARLEY_CACHE", "big")
                .with("PARLEY_VERSION", "7")
                .start()
                .ready()) {
            assertThat(program.output())
                    .containsOnlyOnce("WARN")
                    .contains(
                            "Passed over what is none of Parley's settings (--help lists them): PARLEY_CACHE, PARLEY_VERSION\n");
        }
    }

    @Test
    void blanks_around_a_setting_mean_nothing() {
        try (Program program = Program.in(home)
                .with("PARLEY_DATA_DIRECTORY", " elsewhere\n")
                .with("PARLEY_LOG_LEVEL", "warn ")
                .with("PARLEY_SHUTDOWN_TIMEOUT", " 7s")
                .with("PARLEY_SEED_DIRECTORY", " ")
                .start()
                .ready()) {
            assertThat(program.output()).isEmpty();
        }
        if (!TestDatabase.isPostgres()) {
            assertThat(home.resolve("elsewhere").resolve("parley.mv.db")).isRegularFile();
        }
    }

    // --- Other users

    /** Whatever the mask, who may write the folder may go on with the database: the next process may be another user's. */
    @ParameterizedTest
    @CsvSource({
        "rwxrwx---, 077, ./run, true",
        "rwxrwx---, 022, ./run, true",
        "rwxrwx---, 077, --load, true",
        "rwxr-x---, 022, ./run, false",
        "rwx------, 077, ./run, false"
    })
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void the_group_of_the_folder_may_write_the_database(String folder, String mask, String argument, boolean mayWrite)
            throws IOException {
        Files.createDirectory(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString(folder));
        Program.Launch launch = Program.in(home).inside("sh", "-c", "umask " + mask + " && exec \"$@\"", "sh");
        if (argument.equals("--load")) {
            assertThat(launch.told("--load").start().exitCode()).isZero();
        } else {
            try (Program program = launch.start().ready()) {
                program.stop();
            }
        }
        assertThat(Files.getPosixFilePermissions(database()).contains(PosixFilePermission.GROUP_WRITE))
                .isEqualTo(mayWrite);
        assertThat(Files.getPosixFilePermissions(database())).doesNotContain(PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void another_user_of_the_group_goes_on_with_the_database() throws IOException {
        String[] first = {"setpriv", "--reuid", "100067", "--regid", "0", "--clear-groups"};
        String[] second = {"setpriv", "--reuid", "100068", "--regid", "0", "--clear-groups"};
        assumeTrue(
                succeeds(Stream.concat(
                                Stream.of(first), Stream.of(Program.program().get(0), "--version"))
                        .toList()),
                "no process of another user can be started here");
        // Whoever it is, it must get here.
        Path shared = Files.createDirectory(home.resolve("data"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));
        try (Program program = Program.in(home).inside(first).start().ready()) {
            assertThat(program.stop()).isZero();
        }
        try (Program program = Program.in(home).inside(second).start().ready()) {
            assertThat(program.output()).contains(LOADED_ALREADY).doesNotContain("WARN");
            program.stop();
        }
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void nothing_is_written_beside_the_folder_of_the_record() throws IOException {
        String temporary =
                Path.of(System.getProperty("java.io.tmpdir")).toRealPath().toString();
        try (Program program = onDisk("mount --bind '" + temporary + "' '" + temporary
                        + "' && mount -o remount,bind,ro '" + temporary + "' && " + disk("rw"))
                .ready()) {
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
            assertThat(program.output()).contains(LOADED).doesNotContain("WARN", "ERROR");
        }
    }

    /** One database, first made and then found in zones that count days otherwise. */
    @Test
    void days_are_the_same_in_every_zone(@TempDir Path seed) throws IOException {
        DaysRecord.in(seed);
        for (String zone : List.of(
                "Europe/Kyiv",
                "America/New_York",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "America/Sao_Paulo",
                "Etc/GMT+12",
                "Pacific/Kiritimati",
                "UTC")) {
            try (Program program = Program.in(home)
                    .with("TZ", zone)
                    .with("PARLEY_SEED_DIRECTORY", seed)
                    .start()
                    .ready()) {
                DaysRecord.questions()
                        .forEach(question -> question.mustBeAnsweredBy(
                                program.ask(question.query()).getMap("")));
                program.stop();
            }
        }
    }

    // --- What the program is told
    // ------------------------------------------------------------------------------------

    @Test
    void version_is_told_without_a_start() {
        try (Program program = Program.in(home).told("--version").start()) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).matches("Parley \\d\\S+\n");
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void help_names_the_settings_without_a_start() {
        try (Program program = Program.in(home).told("--help").start()) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.output()).contains("--load", "PARLEY_DATA_DIRECTORY", "PARLEY_HTTP_PORT");
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void another_argument_is_refused() {
        try (Program program = Program.in(home).told("--port", "80").start()) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output()).contains("not --port 80").contains("see --help");
        }
    }

    @Test
    void the_record_can_be_loaded_ahead() {
        try (Program program = Program.in(home).told("--load").start()) {
            assertThat(program.exitCode()).as(program.output()).isZero();
            assertThat(program.output()).contains(LOADED).doesNotContain("Listening");
        }
        nothingIsLeftBesideTheDatabase();
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).contains(LOADED_ALREADY);
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
    }

    @Test
    void a_program_tells_another_that_it_is_ready() {
        try (Program served = Program.in(home).start().ready()) {
            try (Program asking =
                    Program.in(home).onPort(served.port()).told("--ready").start()) {
                assertThat(asking.exitCode()).as(asking.output()).isZero();
            }
        }
        try (Program asking = Program.in(home).told("--ready").start()) {
            assertThat(asking.exitCode()).isEqualTo(1);
            assertThat(asking.output()).contains("does not answer on port").doesNotContain("\tat ");
        }
    }

    /** By name or number, wherever it listens; 0.0.0.0 and :: are everywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "::1", "[::1]", "::", "0.0.0.0", "localhost"})
    void a_program_is_asked_where_it_listens(String host) {
        assumeTrue(!host.contains(":") || hasIpv6(), "no IPv6 here");
        Program.Launch launch = Program.in(home).with("PARLEY_HTTP_HOST", host);
        try (Program program = launch.start().printed("Listening on");
                Program asking = askReady(launch)) {
            assertThat(asking.exitCode()).as(asking.output()).isZero();
            assertThat(asking.output()).isEqualTo("ready\n");
            assertThat(program.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void a_program_is_asked_where_a_file_says_that_it_listens() throws IOException {
        Files.createDirectory(home.resolve("config"));
        Files.writeString(
                home.resolve("config").resolve("application.properties"),
                "quarkus.http.host=127.0.0.3\n%prod.quarkus.http.port=" + Program.freePort() + "\n");
        Program.Launch launch = Program.in(home);
        try (Program program = launch.start().printed("Listening on: http://127.0.0.3:");
                Program asking = askReady(launch)) {
            assertThat(asking.exitCode()).as(asking.output()).isZero();
            assertThat(program.output()).doesNotContain("ERROR");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PARLEY_HTTP_PORT               | 0               | parley.http.port (PARLEY_HTTP_PORT) is 0, a free port
            PARLEY_HTTP_PORT               | many            | parley.http.port (PARLEY_HTTP_PORT) must be 0 to 65535
            PARLEY_HTTP_HOST               | nowhere.invalid | parley.http.host names no address of this machine: nowhere.invalid
            PARLEY_HTTP_PORT               | ${nothing}      | parley.http.port (PARLEY_HTTP_PORT) names ${nothing}, which is not set.
            QUARKUS_HTTP_INSECURE_REQUESTS | disabled        | ask for /q/health/ready by HTTPS""")
    void who_can_not_be_asked_is_told_of(String variable, String value, String sentence) {
        Program.in(home).with(variable, value).told("--ready").start().failsWith(sentence);
    }

    private static Program askReady(Program.Launch launch) {
        return launch.told("--ready").start();
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** With a certificate, as the parts below have it: {@code quarkus.http.ssl}. */
    @Test
    void https_listens_at_the_same_address_as_http() throws IOException {
        assertThat(succeeds(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        home.resolve("keys.p12").toString(),
                        "-storepass",
                        "password",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost")))
                .isTrue();
        int port = Program.freePort();
        try (Program program = Program.in(home)
                .with("PARLEY_HTTP_HOST", "127.0.0.2")
                .with("QUARKUS_HTTP_SSL_PORT", port)
                .with("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", home.resolve("keys.p12"))
                .with("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", "password")
                .start()
                .printed("Listening on")) {
            assertThat(program.output()).contains("https://127.0.0.2:" + port);
            try (Socket socket = new Socket("127.0.0.2", port)) {
                assertThat(socket.isConnected()).isTrue();
            }
            assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_setting_of_a_part_below_is_taken_from_the_environment() {
        try (Program program = Program.in(home)
                .with("QUARKUS_LOG_CATEGORY__ORG_PARLEY_START__LEVEL", "WARN")
                .start()
                .ready()) {
            assertThat(program.output()).contains("Listening on").doesNotContain("records");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.log.category.\"org.parley.start\".level=WARN",
                "%prod.quarkus.log.category.\"org.parley.start\".level=WARN",
                "parley.log.level=WARN",
                "%prod.parley.log.level=WARN"
            })
    void settings_are_taken_from_a_file(String setting) throws IOException {
        Files.createDirectory(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("application.properties"), setting + "\n");
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).doesNotContain("records");
        }
    }

    @Test
    void a_misspelt_setting_in_a_file_ends_the_start() throws IOException {
        Files.createDirectory(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("application.properties"), "parley.limits.costs=1\n");
        Program.in(home).start().failsWith("parley.limits.costs is none of Parley's settings; --help lists them.");
    }

    // --- What ends the start
    // ------------------------------------------------------------------------------------------

    @Test
    void a_port_that_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            Program.in(home)
                    .onPort(taken.getLocalPort())
                    .start()
                    .failsWith("Port " + taken.getLocalPort()
                            + " is in use by another process. Stop that one, or set parley.http.port to another port.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PARLEY_HTTP_PORT      | 70000            | parley.http.port (PARLEY_HTTP_PORT) must be 0 to 65535, not 70000
            PARLEY_HTTP_PORT      | many             | parley.http.port (PARLEY_HTTP_PORT) must be 0 to 65535, not "many"
            PARLEY_HTTP_HOST      | localhost:80     | parley.http.host (PARLEY_HTTP_HOST) must be an address without a port
            PARLEY_HTTP_HOST      | nowhere.invalid  | parley.http.host names no address of this machine: nowhere.invalid
            PARLEY_DATA_DIRECTORY | ''               | parley.data.directory (PARLEY_DATA_DIRECTORY) is set to nothing.
            PARLEY_DATA_DIRECTORY | ./a;b            | parley.data.directory (PARLEY_DATA_DIRECTORY) must be a folder without ; in its path
            PARLEY_DATA_DIRECTORY | ./a${b}          | parley.data.directory (PARLEY_DATA_DIRECTORY) names ${b}, which is not set.
            PARLEY_LIMITS_RUNNING | 0                | parley.limits.running (PARLEY_LIMITS_RUNNING) must be 1 to 250, not 0
            PARLEY_LIMITS_TIME    | 0s               | parley.limits.time (PARLEY_LIMITS_TIME) must be a time from 1ms to 24h
            PARLEY_LIMITS_DEPTH   | -1               | parley.limits.depth (PARLEY_LIMITS_DEPTH) must be 1 or more, not -1
            PARLEY_LIMITS_DEPHT   | 3                | PARLEY_LIMITS_DEPHT is none of Parley's settings; did you mean PARLEY_LIMITS_DEPTH?
            PARLEY_DATA_DIR       | elsewhere        | PARLEY_DATA_DIR is none of Parley's settings; did you mean PARLEY_DATA_DIRECTORY?""")
    void a_wrong_setting(String variable, String value, String sentence) {
        Program.in(home).with(variable, value).start().failsWith(sentence);
    }

    /** H2 would run what stands behind the semicolon. */
    @Test
    void a_folder_with_a_semicolon_is_not_opened() throws IOException {
        Files.createDirectory(home.resolve("a;INIT=create schema foreign"));
        Files.writeString(home.resolve("a;INIT=create schema foreign").resolve("parley.mv.db"), "");
        Program.in(home)
                .with("PARLEY_DATA_DIRECTORY", "./a;INIT=create schema foreign")
                .start()
                .failsWith("must be a folder without ; in its path");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("output")))
                    .containsExactly("a;INIT=create schema foreign");
        }
    }

    @Test
    void all_that_is_wrong_at_once() {
        Program.in(home)
                .with("PARLEY_LIMITS_DEPTH", "-1")
                .with("PARLEY_HTTP_PORT", "many")
                .with("PARLEY_HTTP_CORS_ORIGINS", "https://a.example, example.org")
                .start()
                .failsWith(
                        """
                        parley.http.cors.origins (PARLEY_HTTP_CORS_ORIGINS) must be an origin, as https://example.org, or *, not "example.org"
                        parley.http.port (PARLEY_HTTP_PORT) must be 0 to 65535, not "many"
                        parley.limits.depth (PARLEY_LIMITS_DEPTH) must be 1 or more, not -1
                        """);
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_folder_that_another_process_uses() {
        try (Program first = Program.in(home).start().ready()) {
            Program.in(home)
                    .start()
                    .failsWith("The database " + database() + " is in use by another process. Stop that one, or set"
                            + " parley.data.directory to another folder.");
            assertThat(first.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_folder_that_is_a_file() throws IOException {
        Files.writeString(data(), "no folder");
        Program.in(home)
                .start()
                .failsWith(
                        data() + " (parley.data.directory) is a file. Set parley.data.directory to a folder that can be"
                                + " written to.");
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_folder_without_leave_to_write() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        Files.createDirectory(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("r-xr-xr-x"));
        Program.in(home).start().failsWith("The folder " + data() + " (parley.data.directory) can't be written to");
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_folder_below_one_without_leave_to_write() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        Path closed = Files.createDirectory(
                home.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Program.in(home)
                .with("PARLEY_DATA_DIRECTORY", closed.resolve("data"))
                .start()
                .failsWith("The folder " + closed.resolve("data") + " (parley.data.directory) can't be written to");
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_database_without_leave_to_write() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        wasStartedOnce();
        Files.setPosixFilePermissions(database(), PosixFilePermissions.fromString("r--r--r--"));
        Program.in(home)
                .start()
                .failsWith("The database " + database() + " can't be written to. Give Parley leave to write it.");
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_disk_that_can_only_be_read() {
        onDisk(disk("ro"))
                .failsWith(
                        "The folder " + data() + " (parley.data.directory) can't be written to: Read-only file system."
                                + " Set parley.data.directory to a folder that can.");
    }

    /** With room for so much of a whole database, it fails while the tables are made, while the record is loaded, or after. */
    @ParameterizedTest
    @ValueSource(ints = {2, 30, 75})
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_disk_that_is_full(int percent) throws IOException {
        long whole = Files.size(stopped.resolve("data").resolve("parley.mv.db"));
        onDisk(disk("size=" + whole * percent / 100))
                .failsWith("The disk of " + data()
                        + " is full. Free some space, or set parley.data.directory to a folder on" + " another disk.");
    }

    /** The data folder as a disk of its own. */
    private String disk(String option) {
        return "mount -t tmpfs -o " + option + " tmpfs '" + data() + "'";
    }

    /** A start with disks that only the started process sees, and that go with it. */
    private Program onDisk(String disks) {
        String[] own = {"unshare", "--user", "--map-root-user", "--mount", "sh", "-c"};
        String mount = "mkdir -p '" + data() + "' && " + disks;
        assumeTrue(succeeds(Stream.concat(Stream.of(own), Stream.of(mount)).toList()), "no disk can be mounted here");
        return Program.in(home)
                .inside(own)
                .inside(mount + " && exec \"$@\"", "sh")
                .start();
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- Databases that are not whole
    // ---------------------------------------------------------------------------------

    private String damaged() {
        return "The database " + database()
                + " is damaged. Restore it from a copy, or move it away and Parley will load the" + " record anew.";
    }

    /** Bytes of the file that are overwritten: all of it, its head, and all but its head. */
    @ParameterizedTest
    @ValueSource(strings = {"0-100", "0-1", "1-100"})
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_database_that_was_overwritten(String percent) throws IOException {
        wasStartedOnce();
        int from = Integer.parseInt(percent.split("-")[0]);
        int to = Integer.parseInt(percent.split("-")[1]);
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            byte[] noise = new byte[(int) (file.length() * (to - from) / 100)];
            new Random(157).nextBytes(noise);
            file.seek(file.length() * from / 100);
            file.write(noise);
        }
        Program.in(home).start().failsWith(damaged());
    }

    /** Cut within the first block, too, which H2 tells as another fault than a block that is missing. */
    @ParameterizedTest
    @ValueSource(longs = {0, 100, 20_000, Long.MAX_VALUE})
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_database_that_was_cut_off(long length) throws IOException {
        wasStartedOnce();
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.setLength(Math.min(length, file.length() / 2));
        }
        Program.in(home).start().failsWith(damaged());
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_damaged_database_is_left_as_it_is() throws IOException {
        Files.createDirectory(data());
        byte[] noise = new byte[1 << 20];
        new Random(157).nextBytes(noise);
        Files.write(database(), noise);
        Program.in(home).start().failsWith(damaged());
        assertThat(database()).hasBinaryContent(noise);
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_damaged_database_that_was_moved_away_is_loaded_anew() throws IOException {
        Files.createDirectory(data());
        Files.writeString(database(), "no database");
        Program.in(home).start().failsWith(damaged());
        Files.move(database(), home.resolve("damaged"));
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).contains(LOADED);
        }
    }

    /** Another program's database, or a record that somebody deleted: nothing to be overwritten silently. */
    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_database_without_a_record() throws SQLException, IOException {
        Files.createDirectory(data());
        change("create table ledger (entry int)");
        Program.in(home).start().failsWith(damaged());
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file of its own")
    void a_database_of_another_version() throws SQLException, IOException {
        wasStartedOnce();
        change("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
        Program.in(home)
                .start()
                .failsWith("The database " + database()
                        + " was made by another version of Parley. Start that version, or move the"
                        + " file away and Parley will load the record anew.");
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "tables that are made one by one")
    void a_first_load_that_was_interrupted_begins_again() throws SQLException, IOException {
        Files.createDirectory(data());
        Files.writeString(data().resolve("parley.loading"), "Parley is loading the record for the first time.\n");
        change("create table record (id varchar(200) primary key)");
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output())
                    .contains("The first load of " + database() + " was interrupted and begins again")
                    .contains(LOADED);
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
        assertThat(data().resolve("parley.loading")).doesNotExist();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data().resolve("parley"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    // --- Seeds
    // --------------------------------------------------------------------------------------------------------

    @Test
    void a_seed_folder_that_is_missing() {
        Path nowhere = home.resolve("nowhere");
        Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", nowhere)
                .start()
                .failsWith("The seed in " + nowhere + " has 1 fault and was not loaded:\n"
                        + "  parley.seed.directory must name a folder that exists\n");
    }

    @Test
    void a_seed_folder_that_is_empty() throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));
        Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", "empty")
                .start()
                .failsWith(
                        "The seed in " + empty + " has 1 fault and was not loaded:\n"
                                + "  parley.seed.directory must name a folder with at least one of actors.json, agreements.json,");
    }

    @Test
    void a_seed_with_two_faults() throws IOException {
        Path seed = badSeed();
        Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().failsWith(twoFaults(seed));
    }

    @Test
    void quotations_are_proved_by_the_texts_of_the_sources() throws IOException {
        String verified = "{ statement(id: \"marten-ferry-will-sail\") { renderings { verified } } }";
        Path texts = Files.createDirectory(home.resolve("texts"));
        Path text = texts.resolve("evening-herald.txt");
        Files.writeString(text, "She said: “The ferry will sail, whoever owns the pier.”\n");
        Program.Launch launch =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", FERRY).with("PARLEY_DOCUMENTS_DIRECTORY", "texts");
        try (Program program = launch.start().ready()) {
            assertThat(program.output())
                    .contains("Quotations from harbour-gazette.txt are not checked: not in the folder " + texts);
            assertThat(program.ask(verified).getList("statement.renderings.verified"))
                    .containsExactly(true, null);
            program.stop();
        }
        Files.writeString(text, "She said: \"The ferry will sail, whoever owns the pier.\"\n");
        try (Program program = launch.start().ready()) {
            assertThat(program.output()).as("a changed text is noticed").contains("records from " + FERRY);
            program.stop();
        }
        Files.writeString(text, "She said: “The ferry will not sail.”\n");
        launch.onOtherDatabase()
                .start()
                .failsWith("The seed in " + FERRY + " has 1 fault and was not loaded:\n"
                        + "  statements.json line 18, marten-ferry-will-sail renderings[1].wording: \"The ferry will sail, whoever owns the pier.\":"
                        + " must stand word for word in evening-herald.txt\n");
    }

    @Test
    void a_record_without_some_of_the_files_and_with_hidden_ones_is_served() throws IOException {
        Path seed = Files.createDirectory(home.resolve("seed"));
        for (String name : List.of("actors", "issues", "negotiations", "rounds", "sources", "statements")) {
            Files.copy(FERRY.resolve(name + ".json"), seed.resolve(name + ".json"));
        }
        Files.write(seed.resolve("._actors.json"), new byte[] {0, 5, 22, 7});
        Files.writeString(
                seed.resolve("incidents.json"),
                """
                [{"id": "pier-fire", "title": "Fire", "summary": "A fire.", "kind": "OTHER", "start": "2031-05-06", "dateBasis": "STATED",
                  "killed": {"best": 7.0, "high": 1e1, "wording": "seven"},
                  "attributions": [{"disputed": false, "citations": [{"source": "harbour-gazette", "locator": "page 3"}]}],
                  "citations": [{"source": "harbour-gazette", "locator": "page 3"}]}]
                """);
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            assertThat(program.output())
                    .contains(
                            "Missing in " + seed
                                    + ", so no rows were loaded from: agreements.json, assertions.json, disagreements.json, figures.json, places.json, positions.json");
            assertThat(program.ask("{ incident(id: \"pier-fire\") { killed { best high } } }")
                            .getMap("incident.killed"))
                    .isEqualTo(java.util.Map.of("best", 7, "high", 10));
        }
    }

    @Test
    void a_bad_seed_leaves_the_record_that_was_there() throws IOException {
        wasStartedOnce();
        assertThat(Program.in(home)
                        .with("PARLEY_SEED_DIRECTORY", badSeed())
                        .start()
                        .exitCode())
                .isEqualTo(1);
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).contains(LOADED_ALREADY);
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
    }

    @Test
    void a_bad_seed_at_the_first_start_does_not_stand_in_the_way_of_the_next() throws IOException {
        assertThat(Program.in(home)
                        .with("PARLEY_SEED_DIRECTORY", badSeed())
                        .start()
                        .exitCode())
                .isEqualTo(1);
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).contains(LOADED).doesNotContain("interrupted", "WARN");
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
        nothingIsLeftBesideTheDatabase();
    }

    @Test
    void a_bad_seed_leaves_the_earlier_record_of_its_folder_serving() throws IOException {
        Path seed = ferry();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            program.stop();
        }
        spoil(seed);
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            assertThat(program.output())
                    .contains(twoFaults(seed), "is served still: " + FERRY_RECORDS + " records.")
                    .doesNotContain("\tat ");
            assertThat(nameOf(program, "oster")).isEqualTo("Oster");
            tellsTwoFaults(program);
            mend(seed, "Austral");
            program.hangUp();
            program.prints("in the place of those before");
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
            isTheNewest(program);
        }
    }

    @Test
    void a_seed_folder_that_is_gone_leaves_its_record_serving() throws IOException {
        Path seed = ferry();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", "record").start().ready()) {
            program.stop();
        }
        Files.move(seed, home.resolve("elsewhere"));
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", "record").start().ready()) {
            assertThat(program.output()).contains("must name a folder that exists", "is served still");
            assertThat(nameOf(program, "oster")).isEqualTo("Oster");
        }
    }

    @ParameterizedTest
    @CsvSource({"PARLEY_SEED_STRICT, true, ''", "PARLEY_SEED_STRICT, false, --load"})
    void a_bad_seed_ends_a_start_that_is_strict_or_was_to_load(String variable, String value, String argument)
            throws IOException {
        Path seed = ferry();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            program.stop();
        }
        spoil(seed);
        Program.Launch launch =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).with(variable, value);
        (argument.isEmpty() ? launch : launch.told(argument)).start().failsWith(twoFaults(seed));
    }

    /** Whoever names a folder wants no other record: neither that of the program nor that of another folder. */
    @Test
    void a_bad_seed_leaves_no_other_record_serving(@TempDir Path other) throws IOException {
        Path seed = ferry();
        spoil(seed);
        wasStartedOnce();
        Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().failsWith(twoFaults(seed));
        copyFerry(other);
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", other).start().ready()) {
            program.stop();
        }
        Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().failsWith(twoFaults(seed));
    }

    // --- Checking a seed
    // ----------------------------------------------------------------------------------------------

    @Test
    void a_seed_is_checked_without_a_database_and_a_server() throws IOException {
        try (Program serving = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", ferry())
                .with("PARLEY_DATA_DIRECTORY", "elsewhere")
                .start()
                .ready()) {
            // The port is taken, and the folder that the settings name is another one.
            for (String folder : List.of(FERRY.toString(), "record")) {
                try (Program program = Program.in(home)
                        .onPort(serving.port())
                        .with("PARLEY_SEED_DIRECTORY", home.resolve("nowhere"))
                        .told("--check", folder)
                        .start()) {
                    assertThat(program.exitCode()).as(program.output()).isZero();
                    assertThat(program.output())
                            .isEqualTo("The record in " + home.resolve(folder) + " can be loaded: " + FERRY_RECORDS
                                    + " records\n");
                }
            }
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void a_check_tells_every_fault() throws IOException {
        Path seed = badSeed();
        Program.in(home).told("--check", seed.toString()).start().failsWith(twoFaults(seed));
        assertThat(data()).doesNotExist();
    }

    @Test
    void a_check_without_a_folder_takes_that_of_the_settings() throws IOException {
        try (Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", FERRY)
                .told("--check")
                .start()) {
            assertThat(program.exitCode()).as(program.output()).isZero();
            assertThat(program.output()).contains("The record in " + FERRY + " can be loaded");
        }
        Path seed = badSeed();
        Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", seed)
                .told("--check")
                .start()
                .failsWith(twoFaults(seed));
        assertThat(data()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --check         | 2 | --check takes a folder
            --check one two | 2 | not --check one two
            --check nowhere | 1 | --check must be given a folder that exists, not nowhere""")
    void a_check_that_is_called_wrongly(String arguments, int exitCode, String sentence) {
        try (Program program = Program.in(home).told(arguments.split(" ")).start()) {
            assertThat(program.exitCode()).as(program.output()).isEqualTo(exitCode);
            assertThat(program.output()).contains(sentence).doesNotContain("\tat ");
        }
    }

    // --- Loading a seed anew while it is served
    // -----------------------------------------------------------------------

    @Test
    void sighup_loads_the_folder_anew() throws IOException {
        Path seed = ferry();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            mend(seed, "Austral");
            program.hangUp();
            program.prints("Loaded " + FERRY_RECORDS + " records from " + seed + ", in the place of those before");
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
            program.hangUp();
            program.prints(seed + " holds the record that is served: " + FERRY_RECORDS + " records");
            assertThat(program.output()).doesNotContain("ERROR", "WARN");
            program.stop();
        }
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            assertThat(program.output()).contains("The record of " + seed + " is in the database already");
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
        }
    }

    @Test
    void a_bad_edit_leaves_the_last_good_record_serving() throws IOException {
        Path seed = ferry();
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            isTheNewest(program);
            spoil(seed);
            program.hangUp();
            program.prints("is served still: " + FERRY_RECORDS + " records.");
            assertThat(program.output()).contains(twoFaults(seed)).doesNotContain("\tat ");
            assertThat(nameOf(program, "oster")).isEqualTo("Oster");
            tellsTwoFaults(program);
            mend(seed, "Austral");
            program.hangUp();
            program.prints("in the place of those before");
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
            isTheNewest(program);
            assertThat(program.get("/q/metrics")).contains("parley_record_load_failures_total 1.0");
        }
    }

    @Test
    void sighup_without_a_folder_finds_nothing_to_do() {
        try (Program program = Program.in(home).start().ready()) {
            program.hangUp();
            program.prints("there is nothing to load anew");
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        }
    }

    @Test
    void every_answer_is_of_one_record_while_sighup_turns_them_over() throws Exception {
        Path seed = ferry();
        String query = "{ actor(id: \"oster\") { name } actors { totalCount nodes { name statements { nodes"
                + " { speakers { name } renderings { source { label } } } } } } search(text: \"ferry\") { totalCount } }";
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start().ready()) {
            String before = program.ask(query).prettify();
            // A name at the same place of the alphabet, by which the actors are listed.
            String after = before.replace("\"Oster\"", "\"Ostrand\"");
            assertThat(after).isNotEqualTo(before);
            AtomicBoolean isDone = new AtomicBoolean();
            List<CompletableFuture<Set<String>>> readers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                        Set<String> answers = new HashSet<>();
                        while (!isDone.get()) {
                            answers.add(program.ask(query).prettify());
                        }
                        return answers;
                    }))
                    .limit(3)
                    .toList();
            for (int times = 1; times <= 20; times++) {
                mend(seed, times % 2 == 1 ? "Ostrand" : "Oster");
                program.hangUp();
                program.prints("in the place of those before", times);
            }
            isDone.set(true);
            for (CompletableFuture<Set<String>> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isSubsetOf(before, after);
            }
            assertThat(program.output()).doesNotContain("ERROR", "WARN");
        }
    }

    @Test
    void a_folder_that_is_watched_is_loaded_when_it_has_changed() throws IOException {
        Path seed = ferry();
        try (Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", seed)
                .with("PARLEY_SEED_WATCH", "true")
                .start()
                .ready()) {
            mend(seed, "Austral");
            program.prints("in the place of those before");
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
            spoil(seed);
            program.prints("is served still: " + FERRY_RECORDS + " records.");
            assertThat(program.output()).contains(twoFaults(seed));
            tellsTwoFaults(program);
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
            // The one that is served already.
            mend(seed, "Austral");
            program.prints("holds the record that is served");
            isTheNewest(program);
        }
    }

    /** A file that is written slowly: none of its halves is loaded, nor told as a fault. */
    @Test
    void a_file_is_not_read_while_it_is_written() throws Exception {
        Path seed = ferry();
        try (Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", seed)
                .with("PARLEY_SEED_WATCH", "true")
                .start()
                .ready()) {
            Path actors = seed.resolve("actors.json");
            String text = Files.readString(actors).replace("\"name\": \"Oster\"", "\"name\": \"Austral\"");
            try (var slow = Files.newBufferedWriter(actors)) {
                int piece = text.length() / 12 + 1;
                for (int at = 0; at < text.length(); at += piece) {
                    slow.write(text, at, Math.min(piece, text.length() - at));
                    slow.flush();
                    TimeUnit.MILLISECONDS.sleep(300);
                }
            }
            Files.writeString(seed.resolve(".actors.json.swp"), "half of it");
            program.prints("in the place of those before");
            assertThat(nameOf(program, "oster")).isEqualTo("Austral");
            assertThat(program.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void a_folder_that_is_not_watched_is_left_alone_and_none_can_be_watched() throws Exception {
        Path seed = ferry();
        try (Program program = Program.in(home)
                        .with("PARLEY_SEED_DIRECTORY", seed)
                        .start()
                        .ready();
                Program without = Program.in(home)
                        .onOtherDatabase()
                        .with("PARLEY_SEED_WATCH", "true")
                        .start()
                        .ready()) {
            assertThat(without.output()).contains("There is no folder to watch (parley.seed.watch)");
            mend(seed, "Austral");
            TimeUnit.SECONDS.sleep(4);
            assertThat(nameOf(program, "oster")).isEqualTo("Oster");
        }
    }

    private static String nameOf(Program program, String actor) {
        return program.ask("{ actor(id: \"" + actor + "\") { name } }").getString("actor.name");
    }

    private static void tellsTwoFaults(Program program) {
        JsonPath health = JsonPath.from(program.get("/q/health"));
        assertThat(health.getString("status")).isEqualTo("UP");
        String data = "checks.find { it.name == 'The record that is served' }.data.";
        assertThat(health.getBoolean(data + "isStale")).isTrue();
        assertThat(health.getInt(data + "faults")).isEqualTo(2);
        assertThat(health.getString(data + "'fault 1'")).startsWith("rounds.json line 8, ferry-house-1 start");
        assertThat(JsonPath.from(program.get("/q/health/ready")).getString("status"))
                .isEqualTo("UP");
        assertThat(program.get("/q/metrics")).contains("parley_record_is_stale 1.0");
    }

    private static void isTheNewest(Program program) {
        JsonPath health = JsonPath.from(program.get("/q/health"));
        String data = "checks.find { it.name == 'The record that is served' }.data.";
        assertThat(health.getBoolean(data + "isStale")).isFalse();
        assertThat(health.getInt(data + "records")).isEqualTo(FERRY_RECORDS);
        assertThat(program.get("/q/metrics"))
                .contains("parley_record_is_stale 0.0", "parley_record_records " + FERRY_RECORDS + ".0");
    }

    private static String twoFaults(Path seed) {
        return "The seed in " + seed + " has 2 faults and was not loaded:\n"
                + "  rounds.json line 8, ferry-house-1 start: \"2031-02-30\": must be a day of the calendar from 0001-01-01 to 9999-12-31, as 2026-02-04\n"
                + "  statements.json line 4, marten-ferry-will-sail speakers: \"ilsa-marten\": must be the id of an actor in"
                + " actors.json. Did you mean ilse-marten?\n";
    }

    /** The record of the ferry, in a folder of its own. */
    private Path ferry() throws IOException {
        Path seed = Files.createDirectory(home.resolve("record"));
        copyFerry(seed);
        return seed;
    }

    private static void copyFerry(Path seed) throws IOException {
        try (Stream<Path> files = Files.list(FERRY)) {
            for (Path file : files.toList()) {
                write(seed.resolve(file.getFileName()), Files.readString(file));
            }
        }
    }

    /** With an impossible day and a speaker who is no actor. */
    private static void spoil(Path seed) throws IOException {
        write(
                seed.resolve("rounds.json"),
                Files.readString(FERRY.resolve("rounds.json"))
                        .replace("\"start\": \"2031-05-06\"", "\"start\": \"2031-02-30\""));
        write(
                seed.resolve("statements.json"),
                Files.readString(FERRY.resolve("statements.json"))
                        .replace("\"speakers\": [\"ilse-marten\"]", "\"speakers\": [\"ilsa-marten\"]"));
    }

    /** Without any fault, and with this name for the actor oster. */
    private static void mend(Path seed, String name) throws IOException {
        write(seed.resolve("rounds.json"), Files.readString(FERRY.resolve("rounds.json")));
        write(seed.resolve("statements.json"), Files.readString(FERRY.resolve("statements.json")));
        write(
                seed.resolve("actors.json"),
                Files.readString(FERRY.resolve("actors.json"))
                        .replace("\"name\": \"Oster\"", "\"name\": \"" + name + "\""));
    }

    /** As editors do that leave no half of a file: under another name first. */
    private static void write(Path file, String text) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + "~");
        Files.write(whole, text.getBytes(StandardCharsets.UTF_8));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path badSeed() throws IOException {
        Path seed = ferry();
        spoil(seed);
        return seed;
    }
}

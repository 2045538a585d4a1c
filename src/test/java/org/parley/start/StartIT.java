package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program, from its start to its end: what it keeps, and what it tells when it can't start. */
class StartIT {
    private static final String RECORD = "{ actors { totalCount } statements { totalCount }"
            + " round(id: \"abu-dhabi-2\") { start end outcomes { summary quantityPerSide status } }"
            + " statement(id: \"peskov-until-kyiv-decides\") { quote renderings { wording } } }";
    private static final String LOADED = "Loaded 234 records from the program";
    private static final String LOADED_ALREADY = "The record of the program is in the database already";

    /** A made-up negotiation about a ferry. */
    private static final Path FERRY =
            Path.of("src", "test", "resources", "seed-small").toAbsolutePath();

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

    /** The folder holds the database of a program with the built-in record that was stopped. */
    private void wasStartedOnce() throws IOException {
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
            assertThat(next.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
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
            assertThat(program.exitCode() == 0).isEqualTo(program.output().contains("Loaded "));
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

    @Test
    void the_code_that_is_called_lies_together() throws IOException {
        assumeTrue(Program.isExecutable() && Files.exists(Path.of("/proc/self/smaps")), "an executable of Linux");
        try (Program program = Program.in(home).start().ready()) {
            program.ask(RECORD);
            assertThat(program.residentCode())
                    .as("part of the code in memory after the first answers; bench/called lists what is called")
                    .isBetween(0.05, 0.4);
        }
    }

    // --- Settings
    // -----------------------------------------------------------------------------------------------------

    @Test
    void the_record_is_kept_in_the_folder_data_of_the_working_directory_if_nothing_else_is_said() {
        assertThat(stopped.resolve("data").resolve("parley.mv.db")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "./kept/with a blank"})
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
                    .isEqualTo(44);
        }
    }

    /** Those of Kubernetes, in a namespace with a Service of this name. */
    @ParameterizedTest
    @ValueSource(strings = {"PARLEY", "PARLEY_LIMITS", "PARLEY_DATA_DIRECTORY"})
    void a_service_may_be_named_as_the_program_is(String service) {
        Program.Launch launch = Program.in(home);
        VariablesTest.ofService(service, "10.96.0.10").forEach(launch::with);
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
        VariablesTest.ofService("PARLEY_HTTP", "10.96.0.10").forEach(launch::with);
        VariablesTest.ofService("QUARKUS_HTTP", "10.96.0.10").forEach(launch::with);
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
        assertThat(home.resolve("elsewhere").resolve("parley.mv.db")).isRegularFile();
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
    void nothing_is_written_beside_the_folder_of_the_record() throws IOException {
        String temporary =
                Path.of(System.getProperty("java.io.tmpdir")).toRealPath().toString();
        try (Program program = onDisk("mount --bind '" + temporary + "' '" + temporary
                        + "' && mount -o remount,bind,ro '" + temporary + "' && " + disk("rw"))
                .ready()) {
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
            assertThat(program.output()).contains(LOADED).doesNotContain("WARN", "ERROR");
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
        assertThat(data().toFile().list()).containsExactly("parley.mv.db");
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output()).contains(LOADED_ALREADY);
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
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
    void a_folder_that_another_process_uses() {
        try (Program first = Program.in(home).start().ready()) {
            Program.in(home)
                    .start()
                    .failsWith("The database " + database() + " is in use by another process. Stop that one, or set"
                            + " parley.data.directory to another folder.");
            assertThat(first.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
        }
    }

    @Test
    void a_folder_that_is_a_file() throws IOException {
        Files.writeString(data(), "no folder");
        Program.in(home)
                .start()
                .failsWith(
                        data() + " (parley.data.directory) is a file. Set parley.data.directory to a folder that can be"
                                + " written to.");
    }

    @Test
    void a_folder_without_leave_to_write() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        Files.createDirectory(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("r-xr-xr-x"));
        Program.in(home).start().failsWith("The folder " + data() + " (parley.data.directory) can't be written to");
    }

    @Test
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
    void a_database_without_leave_to_write() throws IOException {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
        wasStartedOnce();
        Files.setPosixFilePermissions(database(), PosixFilePermissions.fromString("r--r--r--"));
        Program.in(home)
                .start()
                .failsWith("The database " + database() + " can't be written to. Give Parley leave to write it.");
    }

    @Test
    void a_disk_that_can_only_be_read() {
        onDisk(disk("ro"))
                .failsWith(
                        "The folder " + data() + " (parley.data.directory) can't be written to: Read-only file system."
                                + " Set parley.data.directory to a folder that can.");
    }

    /** With room for so much of a whole database, it fails while the tables are made, while the record is loaded, or after. */
    @ParameterizedTest
    @ValueSource(ints = {2, 30, 75})
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
    void a_database_that_was_cut_off(long length) throws IOException {
        wasStartedOnce();
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            file.setLength(Math.min(length, file.length() / 2));
        }
        Program.in(home).start().failsWith(damaged());
    }

    @Test
    void a_damaged_database_is_left_as_it_is() throws IOException {
        Files.createDirectory(data());
        byte[] noise = new byte[1 << 20];
        new Random(157).nextBytes(noise);
        Files.write(database(), noise);
        Program.in(home).start().failsWith(damaged());
        assertThat(database()).hasBinaryContent(noise);
    }

    @Test
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
    void a_database_without_a_record() throws SQLException, IOException {
        Files.createDirectory(data());
        change("create table ledger (entry int)");
        Program.in(home).start().failsWith(damaged());
    }

    @Test
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
    void a_first_load_that_was_interrupted_begins_again() throws SQLException, IOException {
        Files.createDirectory(data());
        Files.writeString(data().resolve("parley.loading"), "Parley is loading the record for the first time.\n");
        change("create table record (id varchar(200) primary key)");
        try (Program program = Program.in(home).start().ready()) {
            assertThat(program.output())
                    .contains("The first load of " + database() + " was interrupted and begins again")
                    .contains(LOADED);
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
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
                .failsWith("The seed in " + empty + " has 12 faults and was not loaded:\n"
                        + "  actors.json: must be in the folder; a file without rows holds []\n");
    }

    @Test
    void a_seed_with_two_faults() throws IOException {
        Path seed = badSeed();
        Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", seed)
                .start()
                .failsWith("The seed in " + seed + " has 2 faults and was not loaded:\n"
                        + "  rounds.json line 8, ferry-house-1 start: \"2031-02-30\": must be a day of the calendar, as 2026-02-04\n"
                        + "  statements.json line 4, marten-ferry-will-sail speakers: \"ilsa-marten\": must be the id of an actor in"
                        + " actors.json\n");
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
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
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
            assertThat(program.ask(RECORD).getInt("statements.totalCount")).isEqualTo(44);
        }
        assertThat(data().toFile().list()).containsExactly("parley.mv.db");
    }

    /** The record of the ferry, with an impossible day and a speaker who is no actor. */
    private Path badSeed() throws IOException {
        Path seed = Files.createDirectory(home.resolve("seed"));
        try (Stream<Path> files = Files.list(FERRY)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file)
                        .replace("\"start\": \"2031-05-06\"", "\"start\": \"2031-02-30\"")
                        .replace("\"speakers\": [\"ilse-marten\"]", "\"speakers\": [\"ilsa-marten\"]");
                Files.write(seed.resolve(file.getFileName()), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return seed;
    }
}

package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.OnlyOn;
import org.parley.TestDatabase;

/** The load of a record that is too large for one transaction: what is served meanwhile, and what a program that is killed leaves. */
class LargeLoadIT {
    private static final Path FERRY = Path.of("src/test/resources/seed-small").toAbsolutePath();

    private static final String COUNT =
            "{ statements(first: 1) { totalCount } search(text: \"quay\", first: 1) { totalCount } actor(id: \"oster\") { name }"
                    + " timeline(actor: \"oster\", first: 2) { nodes { id } } }";

    /** Each has nine rows, beside those of its words. */
    private static final int STATEMENTS = 7000;

    @TempDir
    Path home;

    private Path seed;

    @BeforeEach
    void make() throws IOException {
        seed = Files.createDirectory(home.resolve("seed"));
    }

    private void ferry() throws IOException {
        try (Stream<Path> files = Files.list(FERRY)) {
            for (Path file : files.toList()) {
                write(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private void large(String name) throws IOException {
        ferry();
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < STATEMENTS; i++) {
            rows.append(i == 0 ? "\n" : ",\n")
                    .append(
                            """
                    {"id": "said-%d", "speakers": ["oster"], "kind": "PARAPHRASE", "summary": "Asks for berth %d at the quay.",
                     "date": "2031-05-%02d", "dateBasis": "STATED", "round": "ferry-house-1", "issues": ["ferry"],
                     "stance": "REPORTS", "channel": "letter", "renderings": [{"source": "evening-herald", "locator": "line %d",
                     "verbatim": false, "wording": "a berth, number %d"}]}"""
                                    .formatted(i, i, 6 + i % 20, i + 1, i));
        }
        write("statements.json", rows.append("\n]\n").toString());
        write(
                "actors.json",
                Files.readString(FERRY.resolve("actors.json"))
                        .replace("\"name\": \"Oster\"", "\"name\": \"" + name + "\""));
    }

    private void write(String name, String text) throws IOException {
        Path whole = seed.resolve(name + "~");
        Files.writeString(whole, text);
        Files.move(whole, seed.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Program start() {
        return Program.in(home).with("PARLEY_SEED_DIRECTORY", seed).start();
    }

    private static void serves(Program program, String name) {
        var answer = program.ask(COUNT);
        assertThat(answer.getInt("statements.totalCount")).isEqualTo(STATEMENTS);
        assertThat(answer.getInt("search.totalCount")).isEqualTo(STATEMENTS);
        assertThat(answer.getString("actor.name")).isEqualTo(name);
        assertThat(answer.getList("timeline.nodes.id")).hasSize(2);
    }

    private Path data(String file) {
        return home.resolve("data").resolve(file);
    }

    private void nothingIsLeftBesideTheDatabase() {
        if (!TestDatabase.isPostgres()) {
            assertThat(home.resolve("data").toFile().list()).containsExactly("parley.mv.db");
        }
    }

    private void waitFor(Path file) throws InterruptedException {
        for (int i = 0; i < 3000 && !Files.exists(file); i++) {
            Thread.sleep(10);
        }
        assertThat(file).exists();
    }

    @Test
    void it_takes_the_place_of_what_is_served() throws IOException {
        ferry();
        try (Program program = start().ready()) {
            large("Austral");
            program.hangUp();
            program.prints("in the place of those before", 1);
            serves(program, "Austral");
            nothingIsLeftBesideTheDatabase();
            large("Boreal");
            program.hangUp();
            program.prints("in the place of those before", 2);
            serves(program, "Boreal");
            assertThat(program.output()).doesNotContain("ERROR", "WARN");
            program.stop();
        }
        nothingIsLeftBesideTheDatabase();
        try (Program program = start().ready()) {
            assertThat(program.output()).contains("The record of " + seed + " is in the database already");
            serves(program, "Boreal");
            ferry();
            program.hangUp();
            program.prints("in the place of those before", 1);
            assertThat(program.ask(COUNT).getInt("statements.totalCount")).isEqualTo(2);
            program.stop();
        }
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a file beside that of the database")
    void a_program_that_is_killed_meanwhile_has_the_record_before() throws Exception {
        ferry();
        try (Program program = start().ready()) {
            large("Austral");
            program.hangUp();
            waitFor(data("parley.next.mv.db"));
            assertThat(program.ask("{ statements { totalCount } }").getInt("statements.totalCount"))
                    .as("what is served meanwhile")
                    .isEqualTo(2);
            program.kill();
        }
        Path later = home.resolve("later");
        Files.move(seed, later);
        try (Program program = start().ready()) {
            assertThat(program.ask(COUNT).getInt("statements.totalCount")).isEqualTo(2);
            nothingIsLeftBesideTheDatabase();
            program.stop();
        }
        Files.move(later, seed);
        try (Program program = start().ready()) {
            serves(program, "Austral");
            nothingIsLeftBesideTheDatabase();
            program.stop();
        }
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "a database that is filled in parts")
    void a_first_load_that_is_killed_begins_again() throws Exception {
        large("Austral");
        try (Program program = start()) {
            waitFor(data("parley.loading"));
            Thread.sleep(2500);
            program.kill();
        }
        try (Program program = start().ready()) {
            serves(program, "Austral");
            nothingIsLeftBesideTheDatabase();
            program.stop();
        }
    }
}

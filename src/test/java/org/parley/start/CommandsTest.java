package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.Sha256;
import org.parley.imports.ImportRequest;
import org.parley.store.CannotStart;

/** The commands that need no server. OperateIT and CuratingIT run them as their users do. */
@AnyDatabase
class CommandsTest {

    @Test
    void the_token_and_its_entry_are_a_line_each() {
        String[] lines = run("token", "maria", "EDITOR").split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).matches("parley_[A-Za-z0-9_-]{43}");
        assertThat(lines[1])
                .isEqualTo("{\"name\":\"maria\",\"role\":\"EDITOR\",\"token\":\"sha256:" + Sha256.of(lines[0]) + "\"}");
        assertThat(lines[2]).isEmpty();
    }

    @Test
    void no_two_tokens_are_the_same() {
        assertThat(run("token", "maria", "EDITOR")).isNotEqualTo(run("token", "maria", "EDITOR"));
    }

    @Test
    void a_name_may_have_blanks_and_letters_of_any_script() {
        assertThat(run("token", "Марія К.", "READER")).contains("{\"name\":\"Марія К.\",\"role\":\"READER\"");
    }

    @ParameterizedTest
    @CsvSource({
        "token, Missing required parameters",
        "token maria, Missing required parameter: 'ROLE'",
        "token maria EDITOR more, Unmatched argument",
        "token maria editor, 'Its role must be READER, PROPOSER, EDITOR or REVIEWER, not editor.'",
        "token maria --role EDITOR, Unknown option: '--role'",
        "token x{200} EDITOR, Its name must have 1 to 100 characters",
    })
    void wrong_arguments_are_told_in_one_line_that_shows_the_right_ones(String arguments, String sentence) {
        assertThatThrownBy(
                        () -> run(arguments.replace("x{200}", "x".repeat(200)).split(" ")))
                .isInstanceOf(Commands.WrongUsage.class)
                .hasMessageStartingWith("Usage: parley token [-h] NAME ROLE")
                .hasMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "picocli"));
    }

    @Test
    void it_tells_how_it_is_used() {
        assertThat(run("token", "--help"))
                .contains("Usage: parley token [-h] NAME ROLE", "READER, PROPOSER, EDITOR or REVIEWER")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "export", "check", "rebase", "erase", "backup", "restore"})
    void each_command_tells_what_it_does(String command) {
        assertThat(run(command, "--help"))
                .startsWith("Usage: parley " + command + " [-h]")
                .contains(".\n");
        assertThatThrownBy(() -> run(command, "one", "2", "three"))
                .isInstanceOf(Commands.WrongUsage.class)
                .hasMessageStartingWith("Usage: parley " + command);
    }

    @Test
    void an_import_is_asked_for_in_full() {
        assertThat(run("import", "--list")).contains("statements  ", "needs the columns speaker");
        assertThat(run("import", "--help"))
                .startsWith("Usage: parley import [-h]")
                .contains("--dry-run", "--encoding");
        assertThat(run("import", "--detect", "src/test/resources/import/statements-uk.csv"))
                .isEqualTo("statements\n");
        assertThat(run("import", "--map-template", "round")).contains("\"record\" : \"round\"", "\"to\" : \"venue\"");
        assertThatThrownBy(() -> run("import", "--detect", "README.md"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("fit no format");
        String[] whole = {"import", "--format", "statements", "--into", "mine", "sheet.csv"};
        ImportRequest asked = Commands.run(new EnvironmentVariables(Map.of(), List.of()), whole)
                .files();
        assertThat(asked.into()).isEqualTo(Path.of("mine"));
        assertThat(asked.files()).containsExactly(Path.of("sheet.csv"));
        assertThat(asked.isDry()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--into mine sheet.csv|--format must be given, one of statements, ris, csl, bibtex, zotero-csv, csv",
                "--format odd --into mine sheet.csv|--format must be one of statements, ris, csl, bibtex, zotero-csv, csv, not odd",
                "--format statements sheet.csv|--into must name the folder",
                "--format statements --into mine|At least one file must be given",
                "--format statements --into mine --encoding utf-99 sheet.csv|--encoding must be an encoding such as windows-1251, not utf-99",
                "--format statements --into mine --delimiter ab sheet.csv|--delimiter must be one character such as ;",
                "--format statements --into mine --dates ymd sheet.csv|--dates must be dmy or mdy, not ymd",
                "--format statements --into mine --zone Kyiv sheet.csv|--zone must be a time zone such as Europe/Kyiv, not Kyiv",
                "--format statements --into mine --retrieved 4.2.2026 sheet.csv|--retrieved must be a day such as 2026-02-04",
                "--format csv --into mine sheet.csv|--map must name the file that explains the columns of the format csv",
                "--format statements --map map.json --into mine sheet.csv|--map is for the format csv alone, not statements",
                "--format statements --into mine --decimal ; sheet.csv|--decimal must be . or , and not ;",
                "--map-template meeting|A map can be made for actor, agreement, assertion",
                "--format statements --into mine --odd sheet.csv|Unknown option"
            })
    void a_wrong_option_of_an_import_is_told(String options, String sentence) {
        String[] arguments = ("import " + options).split(" ");
        assertThatThrownBy(() -> run(arguments))
                .isInstanceOf(Commands.WrongUsage.class)
                .hasMessageStartingWith("Usage: parley import")
                .hasMessageContaining(sentence);
    }

    @Test
    void the_help_of_the_program_lists_all() throws IOException {
        String help = Files.readString(Path.of("src/main/resources/org/parley/start/help.txt"));
        assertThat(Commands.NAMES).allSatisfy(name -> assertThat(help).contains("\n  parley " + name));
    }

    @Test
    void an_empty_record_has_all_files(@TempDir Path home) throws IOException {
        Path folder = home.resolve("mine");
        assertThat(run("init", folder.toString())).contains("PARLEY_SEED_DIRECTORY=" + folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Commands.FILES);
        }
        try (Stream<Path> files = Files.list(Path.of("seed"))) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(each -> each.endsWith(".json")))
                    .isNotEmpty()
                    .isSubsetOf(Commands.FILES);
        }
        assertThatThrownBy(() -> run("init", folder.toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("new or empty");
    }

    private static String run(String... arguments) {
        return Commands.run(new EnvironmentVariables(Map.of(), List.of()), arguments)
                .text();
    }
}

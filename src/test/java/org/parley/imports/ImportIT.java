package org.parley.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.start.Program;

/** Tables that the packaged program takes over, and then serves. */
@AnyDatabase
class ImportIT {
    private static final String SAMPLES = Path.of("src/test/resources/import").toAbsolutePath() + "/";

    @TempDir
    Path home;

    private String says(int exitCode, String... command) {
        Program program = Program.in(home).told(command).start();
        assertThat(program.exitCode()).as(program.output()).isEqualTo(exitCode);
        return program.output();
    }

    @Test
    void a_table_is_imported_into_an_empty_record_and_served() throws IOException {
        Path mine = home.resolve("mine");
        says(0, "init", mine.toString());
        assertThat(says(
                        0,
                        "import",
                        "--format",
                        "statements",
                        "--into",
                        mine.toString(),
                        "--dry-run",
                        SAMPLES + "template-INVENTED.csv"))
                .contains("2 rows: 2 created", "Nothing was written");
        assertThat(says(
                        3,
                        "import",
                        "--format",
                        "statements",
                        "--into",
                        mine.toString(),
                        "--id",
                        "id,date",
                        "--zone",
                        "Europe/Kyiv",
                        "--report",
                        home.resolve("report.ndjson").toString(),
                        SAMPLES + "statements-en.csv",
                        SAMPLES + "statements-uk.csv"))
                .contains("54 rows: 30 created, 18 updated, 6 refused", "6 QUOTE_NOT_FOUND");
        assertThat(Files.readAllLines(home.resolve("report.ndjson"))).hasSize(55);
        assertThat(says(0, "--check", mine.toString())).contains("can be loaded");
        try (Program program =
                Program.in(home).with("PARLEY_SEED_DIRECTORY", mine).start().ready()) {
            assertThat(program.ask(
                                    "{ statements(filter: {speaker: \"volodimir-zelenskij\"}) { nodes { at } totalCount } }")
                            .getInt("statements.totalCount"))
                    .isPositive();
            program.stop();
        }
    }

    @Test
    void references_are_imported() throws IOException {
        Path mine = home.resolve("mine");
        says(0, "init", mine.toString());
        for (String[] file : new String[][] {
            {"ris", "RisImporterTestDOI.ris"},
            {"csl", "zotero-csl-dates.json"},
            {"bibtex", "biblatex-input.bib"},
            {"zotero-csv", "zotero-export-INVENTED.csv"}
        }) {
            says(0, "import", "--format", file[0], "--into", mine.toString(), SAMPLES + file[1]);
        }
        // Written as "eng" and as "English".
        assertThat(Files.readString(mine.resolve("sources.json")).split("\"language\": \"en\"", -1))
                .hasSizeGreaterThan(2);
        assertThat(says(0, "--check", mine.toString())).contains("can be loaded");
    }

    @Test
    void what_can_not_be_imported_ends_with_a_sentence() throws IOException {
        Path mine = home.resolve("mine");
        says(0, "init", mine.toString());
        Path wrong = Files.writeString(home.resolve("wrong.csv"), "name\nx\n");
        assertThat(says(1, "import", "--format", "statements", "--into", mine.toString(), wrong.toString()))
                .contains("NOT_THIS_FORMAT: wrong.csv has not the columns speaker, and quote or summary");
        assertThat(says(
                        1,
                        "import",
                        "--format",
                        "statements",
                        "--into",
                        mine.toString(),
                        home.resolve("none.csv").toString()))
                .contains("There is no file");
        assertThat(says(
                        1,
                        "import",
                        "--format",
                        "statements",
                        "--into",
                        home.resolve("no").toString(),
                        wrong.toString()))
                .contains("--into must name a folder");
        assertThat(says(2, "import", wrong.toString())).contains("--format must be given");
    }

    @Test
    void a_table_of_ones_own_is_imported_by_a_map() throws IOException {
        Path mine = home.resolve("mine");
        says(0, "init", mine.toString());
        assertThat(says(
                        3,
                        "import",
                        "--format",
                        "csv",
                        "--map",
                        SAMPLES + "mediations-INVENTED.map.json",
                        "--into",
                        mine.toString(),
                        SAMPLES + "mediations-INVENTED.csv"))
                .contains("4 rows: 3 created, 1 refused", "UNKNOWN_CODE");
        assertThat(says(0, "--check", mine.toString())).contains("can be loaded");
        Path map = Files.writeString(home.resolve("map.json"), says(0, "import", "--map-template", "incident"));
        Path sheet = Files.writeString(
                home.resolve("mine.csv"), "id,title,countryCode,start,killed\n1,An attack,,2031-02-04,7\n");
        assertThat(says(
                        0,
                        "import",
                        "--format",
                        "csv",
                        "--map",
                        map.toString(),
                        "--into",
                        mine.toString(),
                        sheet.toString()))
                .contains("1 row: 1 created");
    }
}

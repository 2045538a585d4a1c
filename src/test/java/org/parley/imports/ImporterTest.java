package org.parley.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;
import org.parley.store.CannotStart;

/** Tables that are merged into the files of a seed. */
@AnyDatabase
@QuarkusTest
class ImporterTest {
    private static final Path SAMPLES = Path.of("src/test/resources/import");
    private static final String HEADER = "id,date,speaker,quote,summary,source_url,stance,source_language\n";

    @Inject
    Importer importer;

    @Inject
    ObjectMapper mapper;

    @TempDir
    Path home;

    private Path record;

    @BeforeEach
    void make_an_empty_record() throws IOException {
        record = Files.createDirectory(home.resolve("record"));
        Files.writeString(record.resolve("statements.json"), "[]\n");
    }

    /** A request with the given options in the place of none. */
    private ImportRequest request(UnaryOperator<Options> options, Path... files) {
        Options given = options.apply(new Options());
        return new ImportRequest(
                "statements",
                List.of(files),
                record,
                given.dry,
                given.strict,
                given.overwrites,
                Optional.ofNullable(given.report),
                Optional.ofNullable(given.encoding),
                Optional.empty(),
                null,
                null,
                given.id,
                Optional.empty(),
                Optional.empty(),
                null);
    }

    private static final class Options {
        private boolean dry;
        private boolean strict;
        private boolean overwrites;
        private Path report;
        private Charset encoding;
        private List<String> id = List.of();
    }

    private Importer.Result take(Path... files) {
        return importer.run(request(options -> options, files));
    }

    private Path table(String name, String rows) throws IOException {
        return Files.writeString(home.resolve(name), rows);
    }

    private Importer.Result takeRows(String... rows) throws IOException {
        return take(table("sheet.csv", HEADER + String.join("\n", rows) + "\n"));
    }

    private JsonNode rows(String kind) throws IOException {
        return mapper.readTree(record.resolve(kind + ".json").toFile());
    }

    private Map<String, String> bytes() throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(record)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(record.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }

    @Test
    void the_template_makes_a_record() throws IOException {
        assertThat(take(SAMPLES.resolve("template-INVENTED.csv")).status()).isZero();
        JsonNode first = rows("statements").get(0);
        assertThat(first.at("/id").asText()).isEqualTo("st-1");
        assertThat(first.at("/kind").asText()).isEqualTo("PARTIAL");
        assertThat(first.at("/issues").toString()).isEqualTo("[\"ceasefire\",\"territory\"]");
        assertThat(first.at("/renderings/0/wording").asText()).isEqualTo("we are ready");
        assertThat(first.at("/renderings/0/locator").asText()).isEqualTo("paragraph 3");
        JsonNode second = rows("statements").get(1);
        assertThat(second.at("/edtf").asText()).isEqualTo("2031-02");
        assertThat(second.at("/dateBasis").asText()).isEqualTo("STATED");
        JsonNode source = rows("sources").get(0);
        assertThat(source.at("/label").asText()).isEqualTo("The Invented Times, 5 February 2031");
        assertThat(source.at("/licence").asText()).isEqualTo("CC-BY-4.0");
        assertThat(rows("actors").findValuesAsText("name"))
                .containsExactlyInAnyOrder("Jane Doe", "Westland", "Eastland", "Eastland Foreign Ministry");
    }

    @Test
    void the_same_file_again_changes_no_byte() throws IOException {
        take(SAMPLES.resolve("template-INVENTED.csv"));
        Map<String, String> before = bytes();
        Importer.Result again = take(SAMPLES.resolve("template-INVENTED.csv"));
        assertThat(again.status()).isZero();
        assertThat(again.told()).contains("2 rows: 2 unchanged", "Nothing has changed");
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void a_translation_is_another_rendering_of_the_statement() throws IOException {
        UnaryOperator<Options> byIdAndDate = options -> {
            options.id = List.of("id", "date");
            return options;
        };
        Importer.Result english = importer.run(request(byIdAndDate, SAMPLES.resolve("statements-en.csv")));
        assertThat(english.status()).isEqualTo(3);
        assertThat(english.told()).contains("34 rows: 30 created, 4 refused", "4 QUOTE_NOT_FOUND");
        Importer.Result ukrainian = importer.run(request(byIdAndDate, SAMPLES.resolve("statements-uk.csv")));
        assertThat(ukrainian.told()).contains("20 rows: 18 updated, 2 refused", "2 QUOTE_NOT_FOUND");
        List<Integer> renderings = new ArrayList<>();
        rows("statements").forEach(row -> renderings.add(row.at("/renderings").size()));
        assertThat(renderings).hasSize(30);
        assertThat(renderings.stream().filter(each -> each == 2)).hasSize(18);
        assertThat(rows("sources").findValuesAsText("language")).contains("en", "uk");
        Map<String, String> before = bytes();
        assertThat(importer.run(request(
                                byIdAndDate,
                                SAMPLES.resolve("statements-en.csv"),
                                SAMPLES.resolve("statements-uk.csv")))
                        .told())
                .contains("48 unchanged, 6 refused");
        assertThat(bytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"CRLF", "CR", "BOM", "SEMICOLONS", "TABS", "SEP", "UTF-16LE", "UTF-16BE", "ORDER", "WINDOWS"})
    void however_a_sheet_is_saved_it_gives_the_same(String form) throws IOException {
        Path original = Files.copy(SAMPLES.resolve("template-INVENTED.csv"), home.resolve("table.csv"));
        String text = Files.readString(original).replace("\uFEFF", "");
        take(original);
        Map<String, String> expected = bytes();
        // The same name, since sources are named by it.
        Path other = Files.createDirectory(home.resolve("other")).resolve("table.csv");
        switch (form) {
            case "CRLF" -> Files.writeString(other, text.replace("\n", "\r\n"));
            case "CR" -> Files.writeString(other, text.replace('\n', '\r'));
            case "BOM" -> Files.writeString(other, "\uFEFF" + text);
            case "SEMICOLONS" -> Files.writeString(other, delimited(text, ';'));
            case "TABS" -> Files.writeString(other, delimited(text, '\t'));
            case "SEP" -> Files.writeString(other, "sep=;\n" + delimited(text, ';'));
            case "ORDER" -> Files.writeString(other, reordered(text));
            case "WINDOWS" -> Files.writeString(other, text, Charset.forName("windows-1252"));
            default -> Files.writeString(other, "\uFEFF" + text, Charset.forName(form));
        }
        record = Files.createDirectory(home.resolve("again"));
        Files.writeString(record.resolve("statements.json"), "[]\n");
        Importer.Result result = importer.run(request(
                options -> {
                    options.encoding = form.equals("WINDOWS") ? Charset.forName("windows-1252") : null;
                    return options;
                },
                other));
        assertThat(result.told()).contains("2 rows: 2 created");
        if (form.equals("SEP")) {
            expected = withoutMemory(expected); // its rows stand a line further down
            assertThat(withoutMemory(bytes())).isEqualTo(expected);
        } else {
            assertThat(bytes()).isEqualTo(expected);
        }
    }

    private static Map<String, String> withoutMemory(Map<String, String> files) {
        Map<String, String> others = new TreeMap<>(files);
        others.keySet().removeIf(name -> name.startsWith(".parley"));
        return others;
    }

    /** The cells of the template hold no quotation marks. */
    private static String delimited(String text, char delimiter) {
        return text.lines()
                .map(line -> String.join(
                        String.valueOf(delimiter),
                        Stream.of(line.split(",", -1))
                                .map(cell -> cell.indexOf(delimiter) < 0 ? cell : '"' + cell + '"')
                                .toList()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** With the columns from the last to the first, and their names in capitals. */
    private static String reordered(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            Collections.reverse(cells);
            lines.add(String.join(
                    ",",
                    lines.isEmpty()
                            ? cells.stream()
                                    .map(cell -> " " + cell.toUpperCase(Locale.ROOT))
                                    .toList()
                            : cells));
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void a_record_that_was_edited_is_kept() throws IOException {
        takeRows("a,2031-05-06,Ilse,,Hopes.,https://example.org/1,HOPES,en");
        Path statements = record.resolve("statements.json");
        Files.writeString(
                statements,
                Files.readString(statements).replace("Hopes.\",\n    \"date\"", "Hopes much.\",\n    \"date\""));
        assertThat(takeRows("a,2031-05-06,Ilse,,Hopes.,https://example.org/1,HOPES,en")
                        .told())
                .contains("1 unchanged");
        Importer.Result other = takeRows("a,2031-05-07,Ilse,,Hopes.,https://example.org/1,HOPES,en");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.told()).contains("1 conflict", "statement/a was edited since it was imported");
        assertThat(rows("statements").at("/0/summary").asText()).isEqualTo("Hopes much.");
        Importer.Result taken = importer.run(request(
                options -> {
                    options.overwrites = true;
                    return options;
                },
                home.resolve("sheet.csv")));
        assertThat(taken.told()).contains("1 updated");
        assertThat(rows("statements").at("/0/summary").asText()).isEqualTo("Hopes.");
        assertThat(rows("statements").at("/0/date").asText()).isEqualTo("2031-05-07");
    }

    @Test
    void a_row_that_breaks_a_rule_of_the_record_is_refused_and_the_others_are_taken() throws IOException {
        Path report = home.resolve("report.ndjson");
        Path sheet = table(
                "sheet.csv",
                HEADER
                        + """
                        a,2031-05-06,Ilse,,Hopes.,https://example.org/1,HOPES,en
                        b,2031-05-06,Ilse,,Hopes.,https://example.org/2,HOPES,qq
                        c,2031-05-06,Ilse,,Hopes.,https://example.org/3,PRAYS,en
                        d,2031-02-30,Ilse,,Hopes.,https://example.org/4,HOPES,en
                        ,2031-05-06,Ilse,,Hopes.,https://example.org/5,HOPES,en
                        e,2031-05-06,,,Hopes.,https://example.org/6,HOPES,en
                        f,2031-05-06,Ilse,,Hopes.,ftp://example.org/7,HOPES,en
                        4.1E+08,2031-05-06,Ilse,,Hopes.,https://example.org/8,HOPES,en
                        g,2031-05-06,Ilse,,Hopes.
                        a,2031-05-06,Ilse,,Hopes.,https://example.org/1,HOPES,en
                        a,2031-05-07,Ilse,,Hopes.,https://example.org/1,HOPES,en
                        h,2031-05-06,Ilse,,,https://example.org/9,HOPES,en
                        """);
        Importer.Result result = importer.run(request(
                options -> {
                    options.report = report;
                    return options;
                },
                sheet));
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.told()).contains("12 rows: 1 created, 1 skipped, 10 refused");
        assertThat(rows("statements").findValuesAsText("id")).containsExactly("a");
        assertThat(rows("actors").findValuesAsText("id")).containsExactly("ilse");
        assertThat(rows("sources")).hasSize(1);
        List<String> codes = new ArrayList<>();
        for (String line : Files.readAllLines(report)) {
            JsonNode row = mapper.readTree(line);
            if (row.at("/outcome").asText().equals("REFUSED")) {
                row.at("/messages").forEach(note -> {
                    if (note.at("/level").asText().equals("ERROR")) {
                        codes.add(
                                row.at("/line").asInt() + " " + note.at("/code").asText());
                    }
                });
            }
        }
        assertThat(codes)
                .containsExactly(
                        "3 RULE",
                        "4 UNKNOWN_CODE",
                        "5 BAD_DATE",
                        "6 NO_ID",
                        "7 MISSING",
                        "8 RULE",
                        "9 SPREADSHEET_ID",
                        "10 WIDTH",
                        "12 DUPLICATE_ID",
                        "13 MISSING");
        assertThat(result.told())
                .contains("sheet.csv line 3, b source/example-org-", "\"qq\": must be a language tag of BCP 47, as uk");
        assertThat(result.told()).contains("sheet.csv line 5, d date \"2031-02-30\": must be a day of the calendar");
    }

    @Test
    void nothing_is_written_on_trial_or_if_all_rows_must_be_taken() throws IOException {
        Path sheet = table(
                "sheet.csv", HEADER + "a,2031-05-06,Ilse,,Hopes.,,HOPES,en\nb,2031-05-06,Ilse,,Hopes.,,PRAYS,en\n");
        Map<String, String> before = bytes();
        Importer.Result trial = importer.run(request(
                options -> {
                    options.dry = true;
                    return options;
                },
                sheet));
        assertThat(trial.told()).contains("1 created, 1 refused", "Nothing was written");
        Importer.Result strict = importer.run(request(
                options -> {
                    options.strict = true;
                    return options;
                },
                sheet));
        assertThat(strict.status()).isEqualTo(1);
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void names_of_the_record_are_found_and_its_other_rows_keep_their_text() throws IOException {
        record = Files.createDirectory(home.resolve("abu-dhabi"));
        try (Stream<Path> files = Files.list(Path.of("seed"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                Files.copy(file, record.resolve(file.getFileName()));
            }
        }
        Map<String, String> before = bytes();
        Importer.Result result = take(
                table(
                        "sheet.csv",
                        "id,date,speaker,side,summary,place,round,issues,target\n"
                                + "new-one,2026-02-05,Rustem Umerov,actor/ukraine,Speaks of a day.,Kiev,abu-dhabi-2,territory,RUSSIA\n"));
        assertThat(result.told()).contains("1 created", "NO_SOURCE", "Wrote sources.json, statements.json");
        JsonNode made = null;
        for (JsonNode row : rows("statements")) {
            made = row.at("/id").asText().equals("new-one") ? row : made;
        }
        assertThat(made).isNotNull();
        assertThat(made.at("/speakers/0").asText()).isEqualTo("rustem-umerov");
        assertThat(made.at("/place").asText()).isEqualTo("kyiv");
        assertThat(made.at("/target").asText()).isEqualTo("russia");
        assertThat(made.at("/round").asText()).isEqualTo("abu-dhabi-2");
        List<String> lines = Files.readAllLines(record.resolve("statements.json"));
        List<String> old = before.get("statements.json").lines().toList();
        // Of a text with the new row taken out, every byte is as before.
        assertThat(lines.size()).isGreaterThan(old.size());
        String whole = Files.readString(record.resolve("statements.json"), StandardCharsets.ISO_8859_1);
        int begin = whole.indexOf("  {\n    \"id\": \"new-one\"");
        int end = whole.indexOf("\n  }", begin) + "\n  },\n".length();
        assertThat(whole.substring(0, begin) + whole.substring(end)).isEqualTo(before.get("statements.json"));
    }

    @Test
    void a_name_of_several_records_is_refused_with_all_of_them() throws IOException {
        Files.writeString(
                record.resolve("sources.json"),
                "[{\"id\": \"s\", \"label\": \"S\", \"dateBasis\": \"UNKNOWN\", \"language\": \"en\", \"origin\": \"s\"}]");
        Files.writeString(
                record.resolve("actors.json"),
                """
                [{"id": "jan-1", "name": "Jan", "kind": "PERSON", "description": "One.", "citations": [{"source": "s", "locator": "line 1"}]},
                 {"id": "jan-2", "name": "JAN", "kind": "PERSON", "description": "Two.", "citations": [{"source": "s", "locator": "line 2"}]}]""");
        assertThat(takeRows("a,2031-05-06,jan,,Hopes.,,HOPES,en").told())
                .contains("1 AMBIGUOUS", "may be actor/jan-1 or actor/jan-2");
        assertThat(takeRows("a,2031-05-06,jan-2,,Hopes.,,HOPES,en").status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_THIS_FORMAT|name,date\\nx,y\\n|has not the columns speaker, and quote or summary",
                "HEADER|id,speaker,quote,ID\\na,b,c,d\\n|names the column id twice",
                "EMPTY|id,speaker,quote\\n|has no rows",
                "EMPTY||is empty",
                "OPEN_QUOTE|id,speaker,quote\\na,b,\"c\\nd,e,f\\n|the one opened in line 2 is never closed",
                "NOT_CSV|<html><body>|is a web page",
                "NOT_CSV|id,speaker,quote\\na,b,\"c\" d\\n|after a closing quotation mark"
            })
    void a_file_that_is_no_table_is_refused(String code, String content, String sentence) throws IOException {
        Path file = table("wrong.csv", content == null ? "" : content.replace("\\n", "\n"));
        Importer.Result result = take(file);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.told()).startsWith(code + ": wrong.csv").contains(sentence, "Nothing was written");
    }

    @Test
    void a_sheet_that_was_not_saved_as_text_is_refused() throws IOException {
        assertThat(take(table("sheet.xlsx", "PK\u0003\u0004\u0014")).told())
                .startsWith("NOT_CSV: sheet.xlsx is a zip file, as an .xlsx is; save the sheet as CSV");
        assertThat(take(table("binary.csv", "id,speaker,quote\na,b,\u0000\n")).told())
                .startsWith("NOT_CSV: binary.csv holds the character NUL in line 2");
    }

    @Test
    void another_encoding_has_to_be_given() throws IOException {
        Path file = Files.write(
                home.resolve("old.csv"),
                "id,speaker,summary\na,\u0406\u043B\u044C\u0437\u0435,Says.\n"
                        .getBytes(Charset.forName("windows-1251")));
        assertThat(take(file).told())
                .startsWith("ENCODING: old.csv is not UTF-8 (byte 0xb2 in line 2); give --encoding");
        assertThat(importer.run(request(
                                options -> {
                                    options.encoding = Charset.forName("windows-1251");
                                    return options;
                                },
                                file))
                        .status())
                .isZero();
        assertThat(rows("actors").at("/0/name").asText()).isEqualTo("\u0406\u043B\u044C\u0437\u0435");
    }

    @Test
    void a_folder_that_can_not_be_loaded_is_left_alone() throws IOException {
        Files.writeString(record.resolve("actors.json"), "[{\"id\": \"x\"}]");
        assertThatThrownBy(() -> takeRows("a,2031-05-06,Ilse,,Hopes.,,HOPES,en"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("the folder can't be loaded as it is");
        record = home.resolve("none");
        assertThatThrownBy(() -> takeRows("a,2031-05-06,Ilse,,Hopes.,,HOPES,en"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("parley init DIR makes an empty one");
    }

    @Test
    void a_folder_may_have_byte_order_marks_and_rows_on_one_line() throws IOException {
        Files.writeString(record.resolve("statements.json"), "\uFEFF[]\n");
        String source = "{\"id\":\"s\",\"label\":\"S\",\"dateBasis\":\"UNKNOWN\",\"language\":\"en\",\"origin\":\"s\"}";
        Files.writeString(record.resolve("sources.json"), "\uFEFF[\n" + source + "\n]\n");
        assertThat(takeRows("a,2031-05-06,Ilse,,Hopes.,https://example.org/1,HOPES,en")
                        .status())
                .isZero();
        assertThat(Files.readString(record.resolve("sources.json"))).contains("\n" + source + "\n]");
    }

    @Test
    void texts_are_kept_whole_or_cut_at_a_word() throws IOException {
        String longText = "word ".repeat(1000).strip();
        assertThat(takeRows("a,2031-05-06,Ilse,," + longText + ",,HOPES,en").told())
                .contains("1 TEXT_CUT");
        assertThat(rows("statements").at("/0/summary").asText())
                .endsWith("word […]")
                .hasSizeLessThanOrEqualTo(4000);
        assertThat(takeRows("b,2031-05-06,Ilse," + longText + ",Short.,,HOPES,en")
                        .told())
                .contains("1 QUOTE_TOO_LONG");
        takeRows("c,2031-05-06,Ilse,,'=1+1 \u202Eis two,,HOPES,en");
        assertThat(rows("statements").at("/1/summary").asText()).isEqualTo("=1+1 is two");
    }
}

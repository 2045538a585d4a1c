package org.parley.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of the built-in record for other programs. */
@QuarkusTest
class ExportTest {
    static final List<String> NAMES = ExportTable.NAMES;

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    private static List<NamedCsvRecord> rows(String path) {
        Response sent = get(path);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
        return CsvReader.builder()
                .ofNamedCsvRecord(new String(sent.asByteArray(), StandardCharsets.UTF_8).replace("\uFEFF", ""))
                .stream()
                .toList();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void every_table_has_as_many_rows_as_the_record(String table) {
        List<NamedCsvRecord> rows = rows("/export/" + table + ".csv?bom=0");
        int expected =
                switch (table) {
                    case "participants" -> count("rounds", "participants { id }");
                    case "affiliations" -> count("actors", "affiliations { id }");
                    case "disagreements" -> count("disagreements", "versions { id }");
                    default -> ask("{ " + table + " { totalCount } }").at(table + ".totalCount");
                };
        assertThat(rows).hasSize(expected);
        assertThat(rows).allSatisfy(row -> assertThat(row.getFieldCount())
                .isEqualTo(ExportTable.of(table).columns().size()));
    }

    private static int count(String list, String parts) {
        List<Map<String, Object>> nodes =
                ask("{ " + list + "(first: 100) { nodes { " + parts + " } } }").at(list + ".nodes");
        return nodes.stream()
                .mapToInt(node -> ((List<?>) node.values().iterator().next()).size())
                .sum();
    }

    @Test
    void a_statement_is_a_row_with_its_sources_and_places_in_them() {
        NamedCsvRecord row = rows("/export/statements.csv").stream()
                .filter(each -> each.getField("id").equals("statement/peskov-until-kyiv-decides"))
                .findFirst()
                .orElseThrow();
        assertThat(row.getFieldsAsMap())
                .containsEntry("date", "2026-02-04")
                .containsEntry("date_edtf", "2026-02-04")
                .containsEntry("date_basis", "WEEKDAY_ANCHORED")
                .containsEntry("speakers", "Dmitry Peskov")
                .containsEntry("speaker_ids", "actor/dmitry-peskov")
                .containsEntry("side", "Russia")
                .containsEntry("stance", "CONDITIONS")
                .containsEntry("place", "")
                .containsEntry("latitude", "")
                .containsEntry("round", "round/abu-dhabi-2")
                .containsEntry("source_count", "3")
                .containsEntry("independent_origins", "2")
                .containsEntry("identifiers", "");
        assertThat(row.getField("source_ids").split(" \\| "))
                .hasSameSizeAs(row.getField("locators").split(" \\| "));
    }

    @Test
    void what_is_known_of_a_day_is_edtf() {
        assertThat(rows("/export/incidents.csv").stream().map(row -> row.getField("date_edtf")))
                .contains("2022-02", "../2026-01-31", "2026-02-04/2026-02-05")
                .allMatch(day -> day.isEmpty() || day.matches("[0-9./-]+"));
    }

    @Test
    void a_sheet_begins_with_a_byte_order_mark_and_has_the_line_ends_of_its_format() {
        byte[] marked = get("/export/issues.csv").asByteArray();
        assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
        String plain = get("/export/issues.csv?bom=0").asString();
        assertThat(plain).startsWith("id,name,description,").contains("\r\n");
        assertThat(get("/export/issues.tsv").asString())
                .startsWith("id\tname\tdescription\t")
                .doesNotContain("\r", "\"");
    }

    @Test
    void europe_has_semicolons_and_decimal_commas() {
        assertThat(get("/export/places.csv?excel=eu&id=abu-dhabi").asString())
                .contains("id;name;kind;", ";24,45;54,38;");
        assertThat(get("/export/places.csv?id=abu-dhabi").asString()).contains(",24.45,54.38,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "side=ukraine&issue=territory                                  | side: \"ukraine\", issue: \"territory\"",
                "from=2026-02-05                                               | from: \"2026-02-05\"",
                "disputed=true                                                 | disputed: true",
                "stance=DEMANDS&stance=REJECTS                                 | stance: [DEMANDS, REJECTS]",
                "filter=%7B%22stance%22%3A%22DEMANDS%22%7D                     | stance: DEMANDS",
                "filter=%7B%22not%22%3A%7B%22side%22%3A%22russia%22%7D%7D&kind=VERBATIM | not: {side: \"russia\"}, kind: VERBATIM"
            })
    void the_filter_is_that_of_the_list(String parameters, String filter) {
        List<String> expected = ask("{ statements(first: 100, filter: {" + filter + "}) { nodes { id } } }")
                .at("statements.nodes.id");
        assertThat(expected).isNotEmpty();
        assertThat(rows("/export/statements.csv?" + parameters).stream().map(row -> row.getField("id")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void the_timeline_is_a_table_with_its_own_conditions() {
        List<String> expected =
                ask("{ timeline(side: \"russia\", kinds: [STATEMENT, INCIDENT], from: \"2026-02-01\", first: 100) { nodes { id } } }")
                        .at("timeline.nodes.id");
        assertThat(expected).isNotEmpty();
        assertThat(rows("/export/timeline.csv?side=russia&kinds=STATEMENT&kinds=INCIDENT&from=2026-02-01").stream()
                        .map(row -> row.getField("id")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void the_order_is_that_of_the_list() {
        List<String> expected = ask("{ statements(first: 100, orderBy: DATE_DESC) { nodes { id } } }")
                .at("statements.nodes.id");
        assertThat(rows("/export/statements.csv?orderBy=DATE_DESC").stream().map(row -> row.getField("id")))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statements.csv?isue=territory | a parameter must be one of bom, dated, disputed, excel, filter, from, guard, ",
                "statements.csv?and=territory  | not \"and\"",
                "record.zip?issue=territory    | record.zip must be without parameters, not with \"issue\"",
                "timeline.csv?after=x          | not \"after\"",
                "timeline.csv?filter=%7B%7D    | filter must be left out: timeline has none",
                "timeline.csv?side=russia&side=ukraine | side must be given once, not 2 times",
                "statements.csv?from=2026-02-04&from=2026-02-05 | from must be given once, not 2 times",
                "statements.csv?bom=yes        | bom must be 0 or 1, not \"yes\"",
                "statements.csv?excel=us       | excel must be eu, not \"us\"",
                "statements.csv?filter=a       | filter must be a JSON object, not \"a\"",
                "statements.csv?filter=%5B%5D  | filter must be a JSON object, not \"[]\"",
                "statements.csv?orderBy=A&orderBy=B | orderBy must be given once, not 2 times",
                "incidents.geojson?precision=CITY   | precision must be REGION, COUNTRY or both with a comma between them, not \"CITY\"",
                "statements.csv?speaker=nobody | nobody",
                "statements.csv?from=yesterday | yesterday",
                "statements.csv?stance=SHOUTS  | SHOUTS"
            })
    void a_wrong_parameter_is_named(String address, String sentence) {
        Response refused = get("/export/" + address);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].message")).contains(sentence);
        assertThat(refused.jsonPath().getString("errors[0].extensions.code")).isNotBlank();
        assertThat(refused.asString()).doesNotContain("org.parley", "java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/export/",
                "/export/nothing.csv",
                "/export/statements",
                "/export/statements.xls",
                "/export/actors.ics"
            })
    void there_is_no_other_export(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_unchanged_table_is_sent_once() {
        Response first = given().header("Accept-Encoding", "gzip").get("/export/actors.csv");
        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(first.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(first.header("Content-Disposition"))
                .matches("attachment; filename=\"parley-actors-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        Response again = given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", first.header("ETag"))
                .get("/export/actors.csv");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(given().header("If-None-Match", first.header("ETag"))
                        .get("/export/actors.tsv")
                        .statusCode())
                .isEqualTo(200);
        Response head = given().head("/export/actors.csv");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(given().post("/export/actors.csv").statusCode()).isEqualTo(405);
    }

    @Test
    @SuppressWarnings("unchecked") // GeoJSON
    void a_map_has_points_where_they_do_not_mislead() throws Exception {
        Map<String, Object> all =
                new ObjectMapper().readValue(get("/export/places.geojson").asString(), Map.class);
        List<Map<String, Object>> features = (List<Map<String, Object>>) all.get("features");
        assertThat(features).hasSize((Integer) ask("{ places { totalCount } }").at("places.totalCount"));
        assertThat(features).anySatisfy(feature -> {
            assertThat(feature).containsEntry("id", "place/abu-dhabi");
            assertThat((Map<String, Object>) feature.get("geometry"))
                    .containsEntry("type", "Point")
                    .containsEntry("coordinates", List.of(54.38, 24.45));
            assertThat((Map<String, Object>) feature.get("properties"))
                    .containsEntry("name", "Abu Dhabi")
                    .containsEntry("precision", "CITY")
                    .doesNotContainKeys("id", "latitude");
        });
        assertThat(features)
                .anySatisfy(feature ->
                        assertThat(feature).containsEntry("id", "place/ukraine").containsEntry("geometry", null));
        assertThat((List<Number>) all.get("bbox")).hasSize(4);
        assertThat(get("/export/places.geojson?located=1").asString()).doesNotContain("\"geometry\":null");
        assertThat(get("/export/places.geojson?located=1&precision=COUNTRY,REGION")
                        .asString())
                .contains("place/ukraine");
    }

    @Test
    void a_calendar_has_the_rounds_with_their_days() {
        String calendar = get("/export/rounds.ics").asString();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
                .contains(
                        "\r\nUID:round/abu-dhabi-2@localhost\r\n",
                        "\r\nDTSTART;VALUE=DATE:20260204\r\nDTEND;VALUE=DATE:20260206\r\n",
                        "\r\nSUMMARY:Second round\\, Abu Dhabi\r\n",
                        "\r\nSTATUS:CONFIRMED\r\n",
                        "\r\nGEO:24.45;54.38\r\n");
        assertThat(calendar.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(get("/export/rounds.ics").asString()).isEqualTo(calendar);
    }

    @Test
    void the_whole_record_is_a_package_of_tables() throws Exception {
        Response sent = get("/export/record.zip");
        assertThat(sent.header("Content-Type")).isEqualTo("application/zip");
        assertThat(sent.header("Content-Disposition")).matches("attachment; filename=\"parley-record-[0-9-]+\\.zip\"");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(sent.asByteArray()))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.put(entry.getName(), new String(archive.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.keySet())
                .startsWith("datapackage.json")
                .endsWith("ATTRIBUTION.txt")
                .hasSize(ExportTable.NAMES.size() + 2);
        assertThat(NAMES).allSatisfy(table -> assertThat(files.get(table + ".csv"))
                .isEqualTo(get("/export/" + table + ".csv?bom=0").asString()));
        assertThat(get("/export/record.zip").asByteArray()).isEqualTo(sent.asByteArray());
        assertThat(get("/export/record.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void sources_are_references() {
        assertThat(get("/export/sources.ris").asString())
                .contains("TY  - NEWS\r\n", "ID  - source/first-day-ends\r\n", "ER  - \r\n\r\nTY");
        assertThat(get("/export/sources.bib").asString())
                .contains("@article{first-day-ends,\n  title = {", "  date = {2026-02-05}", "  langid = {en}");
        assertThat(get("/export/sources.csl.json").jsonPath().getList("id"))
                .hasSize((Integer) ask("{ sources { totalCount } }").at("sources.totalCount"));
    }
}

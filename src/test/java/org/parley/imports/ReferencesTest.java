package org.parley.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

/** References of reference managers that become sources. */
@AnyDatabase
@QuarkusTest
class ReferencesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/import");

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
        Files.writeString(record.resolve("sources.json"), "[]\n");
    }

    private Importer.Result take(String format, Path... files) {
        return importer.run(new ImportRequest(
                format,
                List.of(files),
                record,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                null,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                null));
    }

    private Map<String, JsonNode> sources() throws IOException {
        Map<String, JsonNode> sources = new HashMap<>();
        mapper.readTree(record.resolve("sources.json").toFile())
                .forEach(source -> sources.put(source.at("/id").asText(), source));
        return sources;
    }

    @Test
    void ris_becomes_sources() throws IOException {
        Importer.Result result = take(
                "ris",
                SAMPLES.resolve("RisImporterTest3.ris"),
                SAMPLES.resolve("RisImporterTestDOI.ris"),
                SAMPLES.resolve("RisImporterTestDate1.1.ris"),
                SAMPLES.resolve("RisImporterTestScopus.ris"));
        assertThat(result.told()).contains("4 rows: 4 created");
        Map<String, JsonNode> byTitle = new HashMap<>();
        sources()
                .values()
                .forEach(source -> byTitle.put(source.at("/title").asText().split(" ")[0], source));
        JsonNode chapter = byTitle.get("Toward");
        assertThat(chapter.at("/publishedOn").asText()).isEqualTo("2015-09-10");
        assertThat(chapter.at("/retrievedOn").asText()).isEqualTo("2015-11-06");
        assertThat(chapter.at("/authors").toString())
                .isEqualTo("[\"Catarina Barata\",\"MEmre Celebi\",\"JorgeS Marques\"]");
        assertThat(chapter.at("/identifiers/0/value").asText()).isEqualTo("10.1201/b19107-2");
        assertThat(chapter.at("/outlet").asText()).isEqualTo("Dermoscopy Image Analysis");
        JsonNode month = byTitle.get("The");
        assertThat(month.at("/publishedAfter").asText()).isEqualTo("2016-01-01");
        assertThat(month.at("/publishedBefore").asText()).isEqualTo("2016-01-31");
        assertThat(month.at("/language").asText()).isEqualTo("en");
        assertThat(month.at("/authors/0").asText()).isEqualTo("Sang In Jung");
        assertThat(byTitle.get("A").at("/publishedBefore").asText()).isEqualTo("2004-12-31");
        assertThat(take("ris", SAMPLES.resolve("RisImporterTest3.ris")).told()).contains("1 row: 1 unchanged");
    }

    @Test
    void keys_stand_in_the_same_order_in_each_process() throws IOException {
        take("ris", SAMPLES.resolve("RisImporterTest3.ris"));
        assertThat(Files.readString(record.resolve("sources.json")))
                .contains("\"scheme\": \"DOI\",\n        \"value\": \"10.1201/b19107-2\"");
        assertThat(Files.readString(record.resolve(".parley/imports.json")))
                .containsSubsequence("\"record\"", "\"rows\"");
    }

    @Test
    void csl_becomes_sources() throws IOException {
        assertThat(take("csl", SAMPLES.resolve("zotero-csl-library.json")).told())
                .contains("26 rows: 26 created");
        JsonNode source = sources().get("brittain2004");
        assertThat(source.at("/kind").asText()).isEqualTo("ARTICLE");
        assertThat(source.at("/identifiers/0/value").asText()).isEqualTo("10.1177/0193723504268729");
        assertThat(source.at("/outlet").asText()).isEqualTo("Journal of Sport and Social Issues");
        assertThat(source.at("/authors/0").asText()).isEqualTo("Ian Brittain");
        assertThat(source.at("/retrievedOn").asText()).isEqualTo("2019-04-28");
        assertThat(source.at("/language").asText()).isEqualTo("en");
    }

    @Test
    void dates_of_csl_are_days_or_bounds() throws IOException {
        Importer.Result result = take("csl", SAMPLES.resolve("zotero-csl-dates.json"));
        assertThat(result.told()).contains("15 rows: 15 created");
        Map<String, JsonNode> sources = sources();
        JsonNode range = sources.get("doe10-edtf-2011");
        assertThat(range.at("/publishedAfter").asText()).isEqualTo("2011-05-25");
        assertThat(range.at("/publishedBefore").asText()).isEqualTo("2012-06-26");
        assertThat(range.at("/dateNote").asText()).isEqualTo("The file gives 2011-05-25/2012-06-26~.");
        JsonNode winter = sources.get("doe13-season-2017");
        assertThat(winter.at("/publishedAfter").asText()).isEqualTo("2017-12-01");
        assertThat(winter.at("/publishedBefore").asText()).isEqualTo("2018-02-28");
        assertThat(sources.get("t4").at("/publishedOn").asText()).isEqualTo("2014-12-31");
        assertThat(sources.get("t4").at("/dateBasis").asText()).isEqualTo("STATED");
        assertThat(sources.get("t2").at("/dateBasis").asText()).isEqualTo("UNKNOWN");
        // No day of the calendar of a record, which begins with the year 1.
        assertThat(sources.get("t5").has("publishedAfter")).isFalse();
    }

    @Test
    void the_table_of_zotero_becomes_sources() throws IOException {
        assertThat(take("zotero-csv", SAMPLES.resolve("zotero-export-INVENTED.csv"))
                        .told())
                .contains("2 rows: 2 created");
        JsonNode article = sources().get("aaaa1111");
        assertThat(article.at("/label").asText()).isEqualTo("The Invented Times, 4 February 2031");
        assertThat(article.at("/authors").toString()).isEqualTo("[\"Jane Doe\",\"Richard Roe\"]");
        assertThat(article.at("/retrievedOn").asText()).isEqualTo("2031-02-05");
        JsonNode page = sources().get("bbbb2222");
        assertThat(page.at("/kind").asText()).isEqualTo("DOCUMENT");
        assertThat(page.at("/publishedOn").asText()).isEqualTo("2031-02-04");
        assertThat(page.at("/language").asText()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ris|Only a text|NOT_THIS_FORMAT|no line begins with",
                "csl|{}|NOT_THIS_FORMAT|it must be an array of items",
                "csl|[{\"a\": 1}]|NOT_THIS_FORMAT|none of its items has a type",
                "csl|[]|EMPTY|has no items",
                "csl|[{\"type\": \"book\"},\\n{\"type\":]|NOT_THIS_FORMAT|is no JSON from line 2 on",
                "zotero-csv|id,speaker\\na,b|NOT_THIS_FORMAT|has not the columns Key, Item Type and Title"
            })
    void a_file_of_another_format_is_refused(String format, String content, String code, String sentence)
            throws IOException {
        Path file = Files.writeString(home.resolve("wrong.txt"), content.replace("\\n", "\n"));
        Importer.Result result = take(format, file);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.told()).startsWith(code).contains(sentence);
    }

    @Test
    void a_reference_without_anything_to_name_it_is_refused() throws IOException {
        Path file = Files.writeString(
                home.resolve("some.ris"),
                "TY  - NEWS\nPY  - 2031\nER  - \nTY  - NEWS\nTI  - Talks\n open\nUR  - ftp://x.y/\nER  - \nTY  - NEWS\nTI  - Talks\n end\nLA  - Klingon\n");
        Importer.Result result = take("ris", file);
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.told())
                .contains(
                        "3 rows: 1 created, 2 refused",
                        "some.ris line 1 must have an id, a title or an address",
                        "LANGUAGE_UNKNOWN");
        assertThat(sources().values().iterator().next().at("/title").asText()).isEqualTo("Talks end");
    }

    @Test
    void the_format_of_a_file_is_detected() {
        assertThat(Importer.detect(SAMPLES.resolve("RisImporterTest3.ris"))).contains("ris");
        assertThat(Importer.detect(SAMPLES.resolve("zotero-csl-dates.json"))).contains("csl");
        assertThat(Importer.detect(SAMPLES.resolve("zotero-export-INVENTED.csv")))
                .contains("zotero-csv");
        assertThat(Importer.detect(SAMPLES.resolve("template-INVENTED.csv"))).contains("statements");
        assertThat(Importer.detect(SAMPLES.resolve("README.md"))).isEmpty();
    }

    @Test
    void bibtex_is_read_with_its_abbreviations_accents_and_braces() throws IOException {
        Importer.Result result = take("bibtex", SAMPLES.resolve("references-INVENTED.bib"));
        assertThat(result.told()).contains("5 rows: 4 created, 1 refused", "OPEN_ENTRY", "line 28");
        Map<String, JsonNode> sources = sources();
        JsonNode article = sources.get("doe-2031");
        assertThat(article.at("/title").asText()).isEqualTo("The UN at the ferry \u2014 a first report, 10 % & more");
        assertThat(article.get("authors").toString())
                .isEqualTo("[\"Jane Doe\",\"Ministry of Rivers Westland\",\"J\u00f3zef M\u00fcller\"]");
        assertThat(article.at("/outlet").asText()).isEqualTo("The Invented Times");
        assertThat(article.at("/publishedOn").asText()).isEqualTo("2031-02-04");
        assertThat(article.at("/retrievedOn").asText()).isEqualTo("2031-02-05");
        assertThat(article.at("/url").asText()).isEqualTo("https://example.org/a_b~c?x=1&y=2");
        assertThat(article.at("/language").asText()).isEqualTo("en");
        assertThat(article.at("/kind").asText()).isEqualTo("ARTICLE");
        assertThat(article.at("/identifiers/0/value").asText()).isEqualTo("10.5555/ferry.1");
        JsonNode online = sources.get("roe");
        assertThat(online.at("/title").asText()).isEqualTo("Who \u00fcbersetzt?");
        assertThat(online.at("/outlet").asText()).isEqualTo("Ferry Press and sons");
        assertThat(online.at("/publishedAfter").asText()).isEqualTo("2031-02-01");
        assertThat(online.at("/publishedBefore").asText()).isEqualTo("2031-02-03");
        assertThat(sources.get("month-only").at("/publishedBefore").asText()).isEqualTo("2031-03-31");
        assertThat(sources.get("undefined").at("/title").asText()).isEqualTo("nowhere");
    }

    /** Citation.js gives the same references in both formats. */
    @Test
    void bibtex_and_csl_give_the_same_sources() throws IOException {
        assertThat(take("csl", SAMPLES.resolve("biblatex-as-csl.json")).status())
                .isZero();
        Map<String, JsonNode> csl = sources();
        Files.writeString(record.resolve("sources.json"), "[]\n");
        Files.delete(record.resolve(".parley/imports.json"));
        assertThat(take("bibtex", SAMPLES.resolve("biblatex-input.bib")).status())
                .isZero();
        Map<String, JsonNode> bibtex = sources();
        assertThat(bibtex.keySet()).containsAll(csl.keySet());
        csl.remove("doerr-report"); // one author is written with a comma too many: May, Keith,
        csl.forEach((id, source) -> {
            for (String key : List.of("publishedOn", "publishedAfter", "publishedBefore", "authors")) {
                // LaTeX has another apostrophe than the other file.
                assertThat(String.valueOf(bibtex.get(id).get(key)).replace('\u2019', '\''))
                        .as(id + " " + key)
                        .isEqualTo(String.valueOf(source.get(key)));
            }
        });
    }
}

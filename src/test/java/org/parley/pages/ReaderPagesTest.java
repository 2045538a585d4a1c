package org.parley.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Ask;

/** The pages of the built-in record. */
@AnyDatabase
@QuarkusTest
class ReaderPagesTest {
    @TestHTTPResource("/")
    URI server;

    @Test
    void no_link_is_dead_and_no_page_is_heavy() {
        Map<String, String> pages = Crawl.of(server, link -> true);
        // Each record has its page, and there are lists, pictures and other forms.
        String ids =
                "{ statements(first: 100) { nodes { id } } actors(first: 100) { nodes { id } } disagreements(first: 100) { nodes { id } }"
                        + " figures(first: 100) { nodes { id } } sources { nodes { id } } places { nodes { id } } positions(first: 100) { nodes { id } } }";
        List<String> all = java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(Ask.ask(ids).body())
                .results()
                .map(id -> "/" + id.group(1))
                .toList();
        assertThat(all).hasSizeGreaterThan(150);
        assertThat(pages.keySet()).containsAll(all).contains("/timeline", "/map", "/positions", "/feed.atom", "/quote");
    }

    @Test
    void a_statement_is_shown_with_what_it_rests_on() {
        String page = get("/statement/umerov-second-day").asString();
        assertThat(page)
                .contains("Rustem Umerov", "How each source words it", "Copy with source", "outlet not recorded")
                .contains("application/ld+json", "\"@type\":\"Quotation\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/nope, ./",
        "/nope/, .././",
        "/a/b/c, ../.././",
        "/statements/x, .././",
        "/q/nope, .././",
        "/graphiql/nope, .././"
    })
    void a_path_that_nothing_has_leads_home(String path, String home) {
        Response missing = given().get(path);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(missing.asString()).contains("There is no page at this address.", "<a href=\"" + home + "\">");
    }

    @Test
    void who_speaks_of_whom_is_a_table() {
        int count = Ask.ask("{ statements(filter: { side: \"russia\", target: \"ukraine\" }) { totalCount } }")
                .at("statements.totalCount");
        assertThat(count).isPositive();
        assertThat(get("/exchanges").asString())
                .contains("<a href=\"statements?side=russia&amp;target=ukraine\">" + count + "</a>");
        assertThat(get("/statements?side=russia&target=ukraine").asString()).contains(">" + count + " statement");
    }

    @Test
    void a_statement_leads_to_the_positions_that_it_carries_and_their_days_are_shown() {
        assertThat(get("/statement/peskov-until-kyiv-decides").asString())
                .contains("href=\"../position/russia-fighting-until-kyiv-decides\"");
        assertThat(get("/positions?side=united-states").asString())
                .containsPattern(
                        "Marco Rubio</bdi> · <time[^>]*>4 February 2026|United States</bdi> · <time[^>]*>4 February 2026");
        assertThat(get("/positions").asString()).contains("In each cell, the demand that was made first comes first");
    }

    /** And a filter of the page is one of the table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "statements",
                "actors",
                "incidents",
                "figures",
                "agreements",
                "rounds",
                "issues",
                "places",
                "sources",
                "disagreements",
                "positions"
            })
    void a_list_goes_out_as_a_table_with_the_same_conditions(String list) throws IOException {
        String schema = Files.readString(java.nio.file.Path.of("src/test/resources/schema.graphql"));
        String type = Character.toUpperCase(list.charAt(0)) + list.substring(1, list.length() - 1) + "Filter";
        String filter = schema.substring(schema.indexOf("input " + type + " {"));
        String conditions = filter.substring(0, filter.indexOf("\n}"));
        Set<String> taken = new TreeSet<>(PageDocument.of(list).variables());
        taken.removeAll(Set.of("first", "last", "after", "before"));
        assertThat(taken).allSatisfy(name -> assertThat(conditions).containsPattern("\\n  " + name + ": "));
        assertThat(get("/" + list).asString()).contains("<a href=\"export/" + list + ".csv\">CSV</a>");
    }

    @Test
    void the_conditions_of_a_list_are_those_of_its_table() {
        assertThat(get("/statements?issue=territory&side=ukraine&utm_source=x").asString())
                .contains("<a href=\"export/statements.csv?issue=territory&amp;side=ukraine\">CSV</a>");
        assertThat(get("/rounds").asString())
                .contains("export/rounds.geojson\">GeoJSON</a>", "export/rounds.ics\">iCalendar</a>");
        assertThat(get("/timeline?side=ukraine").asString())
                .contains("<a href=\"export/timeline.csv?side=ukraine\">CSV</a>");
        assertThat(get("/map").asString()).doesNotContain("export/");
        assertThat(get("/").asString()).contains("<a href=\"export/record.zip\">All as tables (ZIP)</a>");
    }

    @Test
    void a_record_leads_to_its_entries_in_other_data_sets() {
        assertThat(get("/actor/ukraine").asString())
                .contains(
                        "In other data sets",
                        "Gleditsch and Ward <span class=\"meta\"><bdi>369</bdi>",
                        "href=\"https://www.wikidata.org/wiki/Q212\"><bdi>Q212</bdi></a>",
                        "\"sameAs\":[\"https://www.wikidata.org/wiki/Q212\"]");
        assertThat(get("/actor/petro-kyiv-resident").asString()).doesNotContain("In other data sets", "sameAs");
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json; charset=utf-8",
        "md, text/markdown; charset=utf-8",
        "ris, application/x-research-info-systems; charset=utf-8",
        "csl.json, application/vnd.citationstyles.csl+json; charset=utf-8"
    })
    void a_statement_has_forms_for_programs(String format, String type) {
        Response form = get("/statement/zelenskyy-troops-killed." + format);
        assertThat(form.header("Content-Type")).isEqualTo(type);
        assertThat(form.asString()).contains("55,000");
    }

    @Test
    void the_json_of_a_page_is_the_answer_to_its_document() {
        String page = get("/issue/territory").asString();
        java.util.regex.Matcher ask = java.util.regex.Pattern.compile(
                        "href=\"\\.\\./graphiql/\\?query=([^&\"]+)&amp;variables=([^\"]+)\"")
                .matcher(page);
        assertThat(ask.find()).isTrue();
        String document = java.net.URLDecoder.decode(ask.group(1), java.nio.charset.StandardCharsets.UTF_8);
        Response asked = given().contentType("application/json")
                .body(Map.of("query", document, "variables", Map.of("id", "issue/territory")))
                .post("/graphql");
        assertThat(get("/issue/territory.json").jsonPath().getMap("issue"))
                .isEqualTo(asked.jsonPath().getMap("data.issue"));
    }

    @Test
    void filters_are_in_the_address() {
        assertThat(get("/statements?speaker=volodymyr-zelenskyy&stance=DEMANDS").asString())
                .contains("value=\"DEMANDS\" selected", "name=\"speaker\" value=\"volodymyr-zelenskyy\"");
        assertThat(get("/timeline?issue=territory&from=2026-02-01").asString()).contains("value=\"2026-02-01\"");
        // Links of campaigns add parameters that are none of the page's.
        assertThat(get("/statements?utm_source=letter&side=").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statements?from=yesterday",
                "/statements?stance=SHOUTS",
                "/statements?speaker=nobody-at-all",
                "/statements?after=nowhere",
                "/statement/zelenskyy-troops-killed?known=first",
                "/quote?text=..."
            })
    void a_wrong_parameter_is_named(String path) {
        Response refused = given().urlEncodingEnabled(false).get(path);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("This page can&#39;t be shown")
                .doesNotContain("Exception", "org.parley");
    }

    @Test
    void an_unknown_id_leads_to_what_is_near() {
        Response missing = given().get("/statement/zelenskyy-troops-kiled");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/html");
        assertThat(missing.asString()).contains("No such record", "statement/zelenskyy-troops-kiled");
        assertThat(given().get("/actor/volodymyr").asString()).contains("Volodymyr Zelenskyy");
        assertThat(given().get("/statement/Not_a_slug").statusCode()).isEqualTo(404);
        assertThat(given().get("/statement/zelenskyy-troops-killed.pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_page_is_sent_once() {
        Response page = get("/round/abu-dhabi-2");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        Response again = given().header("If-None-Match", page.header("ETag")).get("/round/abu-dhabi-2");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(given().post("/round/abu-dhabi-2").statusCode()).isEqualTo(405);
        assertThat(given().get("/statements?from=" + "1".repeat(5000)).statusCode())
                .isEqualTo(414);
    }

    @Test
    void a_browser_runs_no_script_of_the_record() {
        assertThat(get("/round/abu-dhabi-2").header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_search_marks_the_words_and_goes_on() {
        assertThat(get("/search?q=prisoners").asString()).contains("<mark>prisoners</mark>", "href=\"outcome/");
        assertThat(get("/search").asString()).contains("name=\"q\"");
        assertThat(get("/search?q=zzyzx").asString()).contains("Nothing found.");
    }

    @Test
    void a_quote_is_compared() {
        String page = given().queryParam("text", "“I think it's all just a show for the public”")
                .get("/quote")
                .asString();
        assertThat(page).contains("The same, character for character", "the source quotes the speaker", "statement/");
        assertThat(given().queryParam("text", "The moon is made of green cheese")
                        .get("/quote")
                        .asString())
                .contains("Nothing like it");
    }

    @Test
    void the_feed_has_the_latest_statements() {
        Response feed = get("/feed.atom");
        assertThat(feed.header("Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(feed.xmlPath().getList("feed.entry")).hasSize(25);
        assertThat(feed.xmlPath().getString("feed.entry[0].id")).startsWith("urn:parley:statement/");
    }

    private static Response get(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}

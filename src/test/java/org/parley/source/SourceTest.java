package org.parley.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.Ask;

/** The five stories, what each of them supports, and how much rests on one origin alone. */
@QuarkusTest
class SourceTest {

    @Test
    void a_story_is_dated_and_titled_as_printed() {
        ask("{ source(id: \"second-round-opens\") { id title label kind redistribution outlet publishedOn dateBasis publishedAfter publishedBefore language agencies dateline document origin originNote } }")
                .answers("source.id", "source/second-round-opens")
                .answers("source.title", "Russia, Ukraine Begin Second Round of US-Mediated Peace Talks in Abu Dhabi")
                .answers("source.kind", "ARTICLE")
                .answers("source.redistribution", "UNKNOWN")
                .answers("source.outlet", null)
                .answers("source.publishedOn", "2026-02-04")
                .answers("source.dateBasis", "STATED")
                .answers("source.publishedAfter", null)
                .answers("source.language", "en")
                .answersInOrder("source.agencies", "Reuters")
                .answers("source.dateline", "ABU DHABI")
                .answers("source.document", "003_a30c7879a001c11f.txt")
                .answers("source.originNote", null);
    }

    @Test
    void two_stories_are_undated_and_only_bounds_are_known() {
        ask("""
                        { first: source(id: "first-round-ends") { title publishedOn publishedAfter publishedBefore dateBasis }
                          second: source(id: "second-day-ends") { publishedOn publishedAfter publishedBefore dateBasis agencies dateline } }""")
                .answers("first.title", null)
                .answers("first.publishedOn", null)
                .answers("first.publishedAfter", "2026-01-24")
                .answers("first.publishedBefore", "2026-01-31")
                .answers("first.dateBasis", "UNKNOWN")
                .answers("second.publishedOn", null)
                .answers("second.publishedAfter", "2026-02-05")
                .answers("second.publishedBefore", null)
                .answersInOrder("second.agencies")
                .answers("second.dateline", null);
    }

    @Test
    void no_story_says_who_published_it() {
        for (String field : List.of("outlet", "author", "url", "archivedAt")) {
            List<String> values = ask("{ sources { nodes { " + field + " } } }").at("sources.nodes." + field);
            assertThat(values).as(field).hasSize(5).containsOnlyNulls();
        }
    }

    @Test
    void two_stories_are_copies_of_one_text() {
        ask("{ sources { nodes { id origin } } }")
                .answersInOrder(
                        "sources.nodes.id",
                        "source/first-round-ends",
                        "source/second-round-opens",
                        "source/first-day-ends",
                        "source/second-day-begins",
                        "source/second-day-ends")
                .answersInOrder(
                        "sources.nodes.origin",
                        "first-round-ends",
                        "second-round-opens",
                        "second-round-wire",
                        "second-round-wire",
                        "second-day-ends");
    }

    @Test
    void a_fact_of_the_two_copies_alone_has_two_sources_and_one_origin() {
        ask("{ statement(id: \"tykhy-what-they-want\") { citations { source { id } } corroboration { sources independentOrigins singleOrigin } } }")
                .answersInOrder("statement.citations.source.id", "source/first-day-ends", "source/second-day-begins")
                .answers(
                        "statement.corroboration", Map.of("sources", 2, "independentOrigins", 1, "singleOrigin", true));
    }

    @Test
    void a_fact_of_one_story_has_one_source() {
        ask("{ statement(id: \"sybiha-russia-not-winning\") { corroboration { sources independentOrigins singleOrigin } } }")
                .answers(
                        "statement.corroboration", Map.of("sources", 1, "independentOrigins", 1, "singleOrigin", true));
    }

    @Test
    void a_citation_may_say_more_than_the_line() {
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { roles { citations { locator note source { id } } } } }")
                .answers("negotiation.roles[2].citations[8].locator", "line 9")
                .answers("negotiation.roles[2].citations[8].note", "Rubio: \"we are also participating\".")
                .answers("negotiation.roles[2].citations[8].source.id", "source/second-day-ends")
                .answers("negotiation.roles[0].citations[0].note", null);
    }

    @Test
    void coverage_counts_the_statements_incidents_and_meetings_of_each_story() {
        List<Map<String, Object>> coverage =
                ask("{ coverage { source { id } kinds { kind count } } }").at("coverage");
        Map<Object, Map<Object, Object>> bySource = coverage.stream()
                .collect(Collectors.toMap(each -> ((Map<?, ?>) each.get("source")).get("id"), each -> ((List<?>)
                                each.get("kinds"))
                        .stream()
                                .map(kind -> (Map<?, ?>) kind)
                                .collect(Collectors.toMap(kind -> kind.get("kind"), kind -> kind.get("count")))));
        assertThat(bySource).hasSize(5);
        assertThat(bySource.get("source/first-day-ends"))
                .containsEntry("STATEMENT", 19)
                .containsEntry("INCIDENT", 3)
                .containsEntry("ROUND", 2);
        assertThat(bySource.get("source/second-day-begins"))
                .containsEntry("STATEMENT", 17)
                .containsEntry("INCIDENT", 3)
                .containsEntry("ROUND", 2);
        assertThat(bySource.get("source/first-round-ends"))
                .containsEntry("STATEMENT", 12)
                .containsEntry("INCIDENT", 3)
                .containsEntry("ROUND", 2);
        assertThat(bySource.get("source/second-round-opens"))
                .containsEntry("STATEMENT", 10)
                .containsEntry("INCIDENT", 1)
                .containsEntry("ROUND", 3);
        assertThat(bySource.get("source/second-day-ends"))
                .containsEntry("STATEMENT", 12)
                .containsEntry("INCIDENT", 1)
                .containsEntry("ROUND", 1);
    }

    @Test
    void a_source_tells_its_own_coverage() {
        Ask asked = ask(
                """
                { coverage { source { id } facts soleFacts kinds { kind count } }
                  sources(first: 100) { nodes { id coverage { source { id } facts soleFacts kinds { kind count } } } } }""");
        List<Map<String, Object>> all = asked.at("coverage");
        List<Map<String, Object>> sources = asked.at("sources.nodes");
        assertThat(sources).hasSize(5).allSatisfy(source -> assertThat(source.get("coverage"))
                .isEqualTo(all.stream()
                        .filter(each ->
                                ((Map<?, ?>) each.get("source")).get("id").equals(source.get("id")))
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void every_story_has_facts_that_no_other_origin_supports() {
        List<Map<String, Object>> coverage =
                ask("{ coverage { facts soleFacts } }").at("coverage");
        assertThat(coverage).hasSize(5).allSatisfy(each -> {
            assertThat((int) each.get("soleFacts")).isPositive();
            assertThat((int) each.get("soleFacts")).isLessThan((int) each.get("facts"));
        });
    }

    @Test
    void what_one_story_alone_tells_is_among_its_facts_of_a_single_origin() {
        alone(
                "first-day-ends",
                "actor/igor-kostyukov",
                "incident/druzhkivka-market-shelling",
                "position/france-peacekeeping-force");
        alone(
                "second-day-begins",
                "incident/overnight-attack-two-missiles-183-drones",
                "figure/ukrainian-troops-killed-55000");
        alone(
                "first-round-ends",
                "round/istanbul-2025",
                "statement/us-official-next-meeting",
                "outcome/second-round-agreed");
        alone(
                "second-round-opens",
                "round/xi-putin-video-call",
                "actor/andrii-sybiha",
                "statement/analysts-eighteen-months");
        alone(
                "second-day-ends",
                "outcome/prisoner-exchange-157",
                "actor/kyrylo-budanov",
                "actor/marco-rubio",
                "issue/military-cap");
    }

    private static void alone(String source, String... facts) {
        List<String> ids = ask("{ source(id: \"" + source
                        + "\") { facts(first: 100, filter: { singleOrigin: true }) { nodes { id } } } }")
                .at("source.facts.nodes.id");
        assertThat(ids).as(source).contains(facts);
    }

    @Test
    void the_copy_of_a_text_has_its_facts_of_a_single_origin_too() {
        ask("{ source(id: \"second-day-begins\") { facts(filter: { singleOrigin: true, kind: ASSERTION }) { nodes { id } } } }")
                .answersInAnyOrder(
                        "source.facts.nodes.id",
                        "assertion/billboard-for-army-service",
                        "assertion/east-and-south-devastated",
                        "assertion/envoys-sent-by-trump",
                        "assertion/fortified-cities-and-resources",
                        "assertion/most-public-sign-of-progress",
                        "assertion/pro-western-neighbour",
                        "assertion/rare-assessment-of-losses",
                        "assertion/sticking-point-eastern-ukraine",
                        "assertion/talks-latest-of-efforts");
    }

    @Test
    void the_facts_of_a_story_are_records_of_all_kinds() {
        ask("{ source(id: \"second-day-ends\") { facts(filter: { kind: OUTCOME }) { totalCount edges { node { id citations { locator } ... on Outcome { quantityPerSide } } } } } }")
                .answers("source.facts.totalCount", 3);
    }

    @Test
    void there_is_no_source_with_an_id_that_is_not_on_record() {
        ask("{ source(id: \"sixth\") { id } }").answers("source", null);
    }
}

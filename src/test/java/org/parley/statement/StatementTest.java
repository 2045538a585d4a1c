package org.parley.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who said what, when and through what, and how each story words it. */
@QuarkusTest
class StatementTest {
    private static final String PESKOV = "{ statement(id: \"peskov-until-kyiv-decides\") { %s } }";

    @Test
    void peskov_said_it_once_and_three_stories_word_it() {
        ask(PESKOV.formatted("renderings { verbatim verified wording locator source { id } }"))
                .answersInOrder(
                        "statement.renderings.source.id",
                        "source/first-day-ends",
                        "source/second-day-begins",
                        "source/second-day-begins",
                        "source/second-round-opens")
                .answersInOrder("statement.renderings.locator", "line 19", "line 30", "line 30", "line 26")
                .answersInOrder("statement.renderings.verbatim", true, true, false, false)
                .answersInOrder("statement.renderings.verified", null, null, null, null)
                .answers(
                        "statement.renderings[0].wording",
                        "Until the Kyiv regime makes the appropriate decisions, the special military operation continues,")
                .answers("statement.renderings[1].wording", "until the Kiev regime makes the appropriate decisions");
    }

    @Test
    void copies_of_one_text_count_once_for_peskovs_words() {
        ask(PESKOV.formatted("corroboration { sources independentOrigins singleOrigin }"))
                .answers(
                        "statement.corroboration",
                        Map.of("sources", 3, "independentOrigins", 2, "singleOrigin", false));
    }

    @Test
    void every_line_of_a_rendering_is_a_citation() {
        ask(PESKOV.formatted("citations { source { id } locator }"))
                .answersInOrder(
                        "statement.citations.source.id",
                        "source/first-day-ends",
                        "source/second-day-begins",
                        "source/second-round-opens")
                .answersInOrder("statement.citations.locator", "line 19", "line 30", "line 26");
    }

    @Test
    void a_line_that_is_worded_twice_is_cited_once() {
        ask("{ statement(id: \"zelenskyy-putin-fears-trump\") { renderings { wording locator } citations { locator } } }")
                .answersInOrder("statement.renderings.locator", "line 48", "line 48")
                .answersInOrder("statement.citations.locator", "line 48");
    }

    @Test
    void the_quote_is_what_the_first_rendering_prints() {
        ask(PESKOV.formatted("kind quote stance channel title speakers { id } target { id }"))
                .answers("statement.kind", "VERBATIM")
                .answers(
                        "statement.quote",
                        "Until the Kyiv regime makes the appropriate decisions, the special military operation continues,")
                .answers("statement.stance", "CONDITIONS")
                .answers("statement.channel", "told reporters")
                .answersInOrder("statement.speakers.id", "actor/dmitry-peskov")
                .answers("statement.target.id", "actor/ukraine");
    }

    @Test
    void the_title_names_the_speaker() {
        String title = ask(PESKOV.formatted("title")).at("statement.title");
        assertThat(title).startsWith("Dmitry Peskov: ");
    }

    @Test
    void a_wednesday_is_fixed_by_the_date_of_the_same_story() {
        ask("{ statement(id: \"peskov-position-well-known\") { date dateBasis start end at edtf dateNote } }")
                .answers("statement.date", "2026-02-04")
                .answers("statement.dateBasis", "WEEKDAY_ANCHORED")
                .answers("statement.start", "2026-02-04")
                .answers("statement.end", "2026-02-04")
                .answers("statement.at", null)
                .answers("statement.edtf", null);
    }

    @Test
    void the_wednesday_of_rubio_is_fixed_only_by_other_stories() {
        ask("{ statement(id: \"rubio-technical-military-teams\") { date dateBasis quote } }")
                .answers("statement.date", "2026-02-04")
                .answers("statement.dateBasis", "ANCHORED_BY_OTHER_SOURCE")
                .answers(
                        "statement.quote",
                        "For the first time in a very long time, technical military teams from Ukraine and Russia are meeting in a format in which we are also participating,");
    }

    @Test
    void the_day_of_the_overnight_report_is_inferred() {
        ask("{ statement(id: \"air-force-overnight-attack\") { date dateBasis dateNote } }")
                .answers("statement.date", "2026-02-05")
                .answers("statement.dateBasis", "INFERRED");
    }

    @Test
    void undated_remarks_have_no_date_and_say_why() {
        List<Map<String, Object>> undated =
                ask("""
                        { nodes(ids: ["statement/tykhy-what-they-want", "statement/dmitriev-definitely-progress", "statement/witkoff-significant-work-remains",
                          "statement/sybiha-russia-not-winning", "statement/budanov-genuinely-constructive", "statement/zelenskyy-maintain-pressure",
                          "statement/zelenskyy-no-compromise-on-sovereignty", "statement/umerov-substantive-and-productive"]) { ... on Statement { date start end at dateBasis dateNote } } }""")
                        .at("nodes");
        assertThat(undated).hasSize(8).allSatisfy(remark -> {
            assertThat(remark)
                    .containsEntry("date", null)
                    .containsEntry("start", null)
                    .containsEntry("end", null)
                    .containsEntry("at", null);
            assertThat(remark).containsEntry("dateBasis", "UNKNOWN");
            assertThat((String) remark.get("dateNote")).isNotBlank();
        });
    }

    @Test
    void what_bounds_an_undated_remark_is_the_text_that_has_it() {
        ask("""
                        { umerov: statement(id: "umerov-substantive-and-productive") { date notBefore notAfter dateBasis }
                          official: statement(id: "us-official-next-meeting") { notBefore notAfter dateBasis }
                          later: statement(id: "zelenskyy-talks-to-continue") { notBefore notAfter }
                          nothing: statement(id: "putin-russia-winning") { notBefore notAfter } }""")
                .answers("umerov.date", null)
                .answers("umerov.notBefore", "2026-02-04")
                .answers("umerov.notAfter", "2026-02-05")
                .answers("umerov.dateBasis", "UNKNOWN")
                .answers("official.notBefore", "2026-01-24")
                .answers("official.notAfter", "2026-01-31")
                .answers("official.dateBasis", "UNKNOWN")
                .answers("later.notBefore", "2026-02-05")
                .answers("later.notAfter", null)
                .answers("nothing.notBefore", null)
                .answers("nothing.notAfter", null);
    }

    @Test
    void the_number_of_troops_killed_came_through_no_channel_that_is_stated() {
        ask("{ troops: statement(id: \"zelenskyy-troops-killed\") { channel quote kind date } interview: statement(id: \"zelenskyy-putin-fears-trump\") { channel quote date } }")
                .answers("troops.channel", null)
                .answers("troops.quote", null)
                .answers("troops.kind", "PARAPHRASE")
                .answers("troops.date", "2026-02-04")
                .answers("interview.quote", "Putin is only scared of Trump")
                .answers("interview.channel", "interview on French television");
    }

    @Test
    void umerov_announced_the_second_round_on_telegram() {
        ask("{ statement(id: \"umerov-another-round\") { channel quote speakers { name side { name } } round { id } } }")
                .answers("statement.channel", "Telegram")
                .answers("statement.quote", "Another round of negotiations has begun in Abu Dhabi,")
                .answersInOrder("statement.speakers.name", "Rustem Umerov")
                .answersInOrder("statement.speakers.side.name", "Ukraine")
                .answers("statement.round.id", "round/abu-dhabi-2");
    }

    @Test
    void mathernova_told_afp_in_kyiv() {
        ask("{ statement(id: \"mathernova-europe-at-the-table\") { channel place { name } stance issues { id } target { id } note } }")
                .answers("statement.channel", "told AFP")
                .answers("statement.place.name", "Kyiv")
                .answersInOrder("statement.issues.id", "issue/europe-role")
                .answers("statement.target", null);
    }

    @Test
    void each_side_accused_the_other_in_one_sentence_of_two_speakers() {
        ask("{ statement(id: \"both-sides-drone-accusations\") { speakers { id } target { id } stance title } }")
                .answersInOrder("statement.speakers.id", "actor/moscow-government", "actor/kyiv-government")
                .answers("statement.target", null)
                .answers("statement.stance", "ACCUSES");
    }

    @Test
    void words_inside_a_sentence_of_the_story_are_a_partial_quote() {
        ask("{ statement(id: \"united-states-big-step\") { kind quote round { ordinal } place { id } } }")
                .answers("statement.kind", "PARTIAL")
                .answers("statement.quote", "big step")
                .answers("statement.round.ordinal", 1)
                .answers("statement.place", null);
    }

    @Test
    void petro_is_quoted_twice_in_one_talk_with_afp() {
        ask("{ actor(id: \"petro-kyiv-resident\") { statements { nodes { quote channel round { id } } } } }")
                .answersInAnyOrder(
                        "actor.statements.nodes.quote",
                        "I think it's all just a show for the public,",
                        "We must prepare for the worst and hope for the best.");
        ask("{ show: statement(id: \"petro-show-for-the-public\") { channel round { id } } worst: statement(id: \"petro-prepare-for-the-worst\") { channel } }")
                .answers("show.channel", "told AFP")
                .answers("show.round", null)
                .answers("worst.channel", "told AFP");
    }

    @Test
    void zelenskyy_is_quoted_six_times() {
        ask("{ actor(id: \"volodymyr-zelenskyy\") { statements { totalCount nodes { id } } } }")
                .answers("actor.statements.totalCount", 6)
                .answersInOrder(
                        "actor.statements.nodes.id",
                        "statement/zelenskyy-talks-constructive",
                        "statement/zelenskyy-putin-fears-trump",
                        "statement/zelenskyy-troops-killed",
                        "statement/zelenskyy-maintain-pressure",
                        "statement/zelenskyy-no-compromise-on-sovereignty",
                        "statement/zelenskyy-talks-to-continue");
    }

    @Test
    void xi_and_trump_say_nothing_themselves() {
        ask("{ xi: actor(id: \"xi-jinping\") { statements { totalCount nodes { id } } } trump: actor(id: \"donald-trump\") { statements { totalCount } } }")
                .answers("xi.statements.totalCount", 0)
                .answersInOrder("xi.statements.nodes")
                .answers("trump.statements.totalCount", 0);
    }

    @Test
    void six_remarks_are_about_the_first_round() {
        ask("{ round(id: \"abu-dhabi-1\") { statements { totalCount nodes { speakers { id } } } } }")
                .answers("round.statements.totalCount", 6);
    }

    @Test
    void two_stories_tell_of_dmitrievs_confidence_and_neither_supports_the_other() {
        ask("""
                        { told: statement(id: "dmitriev-definitely-progress") { kind quote channel corroboration { independentOrigins } disagreements { id } }
                          later: statement(id: "dmitriev-forward-movement") { kind quote channel corroboration { independentOrigins } } }""")
                .answers("told.kind", "VERBATIM")
                .answers("told.channel", "told state media")
                .answers("told.corroboration.independentOrigins", 1)
                .answersInOrder(
                        "told.disagreements.id",
                        "disagreement/dmitriev-one-or-two-remarks",
                        "disagreement/framing-of-results",
                        "disagreement/undated-remarks")
                .answers("later.kind", "PARTIAL")
                .answers("later.quote", "forward movement")
                .answers("later.channel", null)
                .answers("later.corroboration.independentOrigins", 1);
    }

    @Test
    void a_quoted_clause_within_a_sentence_of_the_story_is_a_partial_quote_however_long() {
        ask("{ fear: statement(id: \"zelenskyy-putin-fears-trump\") { kind } work: statement(id: \"witkoff-significant-work-remains\") { kind } europe: statement(id: \"mathernova-europe-at-the-table\") { kind } }")
                .answers("fear.kind", "PARTIAL")
                .answers("work.kind", "PARTIAL")
                .answers("europe.kind", "PARTIAL");
    }

    @Test
    void europe_has_two_remarks_made_about_its_part() {
        ask("{ issue(id: \"europe-role\") { statements { nodes { id stance } } } }")
                .answersInOrder(
                        "issue.statements.nodes.id",
                        "statement/dmitriev-europe-disrupts",
                        "statement/mathernova-europe-at-the-table");
    }

    @Test
    void the_newest_remarks_come_first_if_asked_for_and_the_undated_still_last() {
        ask("{ statements(first: 2, orderBy: DATE_DESC) { nodes { id } } last: statements(last: 1, orderBy: DATE_DESC) { nodes { date } } }")
                .answersInOrder(
                        "statements.nodes.id",
                        "statement/zelenskyy-talks-to-continue",
                        "statement/zelenskyy-no-compromise-on-sovereignty")
                .answers("last.nodes[0].date", null);
    }

    @Test
    void there_is_no_statement_with_an_id_that_no_story_knows() {
        ask("{ statement(id: \"trump-said\") { id } }").answers("statement", null);
    }

    @Test
    void a_statement_leads_to_the_positions_that_it_carries() {
        ask("{ statement(id: \"kyiv-officials-reject-terms\") { positions { id firstStated } } }")
                .answersInOrder(
                        "statement.positions.id",
                        "position/ukraine-no-cession-of-donbas",
                        "position/ukraine-no-unilateral-withdrawal-from-the-east")
                .answersInOrder("statement.positions.firstStated", null, null);
        ask("{ statement(id: \"zelenskyy-troops-killed\") { positions { id } } }")
                .answers("statement.positions", List.of());
        ask("{ position(id: \"russia-fighting-until-kyiv-decides\") { firstStated lastStated } none: position(id: \"ukraine-prisoner-exchange\") { firstStated lastStated } }")
                .answers("position.firstStated", "2026-02-04")
                .answers("position.lastStated", "2026-02-04")
                .answers("none.firstStated", null)
                .answers("none.lastStated", null);
    }

    @Test
    void what_others_said_of_an_actor_is_a_list() {
        List<String> filtered = ask("{ statements(first: 100, filter: { target: \"ukraine\" }) { nodes { id } } }")
                .at("statements.nodes.id");
        ask("{ actor(id: \"ukraine\") { statementsAbout(first: 100) { totalCount nodes { id } } } }")
                .answers("actor.statementsAbout.totalCount", filtered.size())
                .answersInOrder("actor.statementsAbout.nodes.id", filtered.toArray());
        int counted = ask("{ statementCounts(by: TARGET) { count target { id } } }")
                .<List<Map<String, Object>>>at("statementCounts")
                .stream()
                .filter(each -> Map.of("id", "actor/ukraine").equals(each.get("target")))
                .mapToInt(each -> (Integer) each.get("count"))
                .sum();
        assertThat(counted).isEqualTo(filtered.size()).isPositive();
    }

    @Test
    void a_negotiation_has_the_statements_of_its_rounds() {
        String filter = "negotiation: \"us-mediated-trilateral-2026\"";
        List<String> expected = ask("{ statements(first: 100, filter: { " + filter
                        + ", stance: DEMANDS }) { nodes { id } } }")
                .at("statements.nodes.id");
        assertThat(expected).isNotEmpty();
        ask("{ negotiation(id: \"us-mediated-trilateral-2026\") { statements(first: 100, filter: { stance: DEMANDS }) { totalCount nodes { id } } all: statements { totalCount } } }")
                .answersInOrder("negotiation.statements.nodes.id", expected.toArray())
                .answers("negotiation.statements.totalCount", expected.size())
                .answers(
                        "negotiation.all.totalCount",
                        ask("{ statements(filter: { " + filter + " }) { totalCount } }")
                                .at("statements.totalCount"));
    }
}

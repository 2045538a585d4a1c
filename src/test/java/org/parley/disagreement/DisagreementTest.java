package org.parley.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the stories differ, or leave a question open. */
@QuarkusTest
class DisagreementTest {

    @Test
    void all_five_stories_answer_who_mediates_each_in_its_own_way() {
        ask("{ disagreement(id: \"who-mediates\") { id question kind versions { id reading sources { id } citations { source { id } locator } } } }")
                .answers("disagreement.id", "disagreement/who-mediates")
                .answers("disagreement.question", "Who mediates?")
                .answers("disagreement.kind", "ATTRIBUTION")
                .answers(
                        "disagreement.versions.sources.id",
                        List.of(
                                List.of("source/first-day-ends"),
                                List.of("source/second-day-begins"),
                                List.of("source/first-round-ends"),
                                List.of("source/second-round-opens"),
                                List.of("source/second-day-ends")))
                .answers("disagreement.versions[4].id", "disagreement/who-mediates/version/5");
        List<String> readings = ask("{ disagreement(id: \"who-mediates\") { versions { reading } } }")
                .at("disagreement.versions.reading");
        assertThat(readings).doesNotHaveDuplicates();
        assertThat(readings.get(2)).contains("Emirates");
        assertThat(readings.get(4)).contains("Budanov", "Rubio");
    }

    @Test
    void the_copies_of_one_text_may_give_one_reading_together() {
        ask("{ disagreement(id: \"extent-of-territorial-demand\") { versions { sources { id } corroboration { sources independentOrigins } } } }")
                .answersInOrder(
                        "disagreement.versions[0].sources.id", "source/first-day-ends", "source/second-day-begins")
                .answers("disagreement.versions[0].corroboration", Map.of("sources", 2, "independentOrigins", 1))
                .answers(
                        "disagreement.versions.sources.id",
                        List.of(
                                List.of("source/first-day-ends", "source/second-day-begins"),
                                List.of("source/first-round-ends"),
                                List.of("source/second-round-opens"),
                                List.of("source/second-day-ends")));
    }

    @Test
    void one_text_may_be_read_in_two_ways() {
        ask("{ disagreement(id: \"who-says-xi-supports-talks\") { versions { sources { id } } corroboration { singleOrigin } } }")
                .answers(
                        "disagreement.versions.sources.id",
                        List.of(List.of("source/second-round-opens"), List.of("source/second-round-opens")))
                .answers("disagreement.corroboration.singleOrigin", true);
    }

    @Test
    void a_disagreement_rests_on_what_its_versions_rest_on() {
        ask("{ disagreement(id: \"wording-of-peskov\") { citations { source { id } locator } corroboration { sources independentOrigins } note } }")
                .answersInOrder(
                        "disagreement.citations.source.id",
                        "source/first-day-ends",
                        "source/second-day-begins",
                        "source/second-round-opens")
                .answersInOrder("disagreement.citations.locator", "line 19", "line 30", "line 26")
                .answers("disagreement.corroboration", Map.of("sources", 3, "independentOrigins", 2));
    }

    @Test
    void records_of_several_types_are_what_it_is_about() {
        ask("{ disagreement(id: \"date-of-second-round\") { about { id ... on Round { start planned { date } } ... on Outcome { status } } } }")
                .answersInOrder(
                        "disagreement.about.id",
                        "round/abu-dhabi-2",
                        "statement/us-official-next-meeting",
                        "outcome/second-round-agreed")
                .answers("disagreement.about[0].start", "2026-02-04")
                .answersInOrder("disagreement.about[0].planned.date", "2026-02-01")
                .answers("disagreement.about[2].status", "AGREED");
    }

    @Test
    void a_record_knows_the_disagreements_about_it() {
        ask("""
                        { actor(id: "kirill-dmitriev") { disagreements { id } } statement(id: "peskov-until-kyiv-decides") { disagreements { question } }
                          place(id: "crimea") { disagreements { id } } issue(id: "territory") { disagreements { id } }
                          node(id: "session/abu-dhabi-2-day-1") { ... on Session { disagreements { id } } } }""")
                .answersInOrder("actor.disagreements.id", "disagreement/russian-lead-negotiator")
                .answersInOrder(
                        "statement.disagreements.question",
                        "Did the Kremlin make a demand apart from the remarks of Peskov?",
                        "What were the words of Peskov?")
                .answersInOrder("place.disagreements.id", "disagreement/what-twenty-percent-includes")
                .answersInOrder("issue.disagreements.id", "disagreement/main-sticking-point")
                .answersInOrder(
                        "node.disagreements.id",
                        "disagreement/length-of-sessions",
                        "disagreement/meaning-of-second",
                        "disagreement/who-saw-no-breakthrough");
    }

    @Test
    void three_stories_have_ukraine_withdraw_and_one_has_it_cede_the_land() {
        List<String> readings = ask("{ disagreement(id: \"withdrawal-or-cession\") { versions { reading } } }")
                .at("disagreement.versions.reading");
        assertThat(readings)
                .containsExactly(
                        "To pull out its troops.", "To withdraw.", "To withdraw its troops.", "To cede the land.");
    }

    @Test
    void whether_russia_is_winning_is_claimed_and_denied() {
        ask("{ disagreement(id: \"is-russia-winning\") { about { id ... on Statement { stance speakers { name } } } } }")
                .answers("disagreement.about[0].id", "statement/putin-russia-winning")
                .answers("disagreement.about[0].stance", "CONTESTS")
                .answersInOrder("disagreement.about[1].speakers.name", "Andrii Sybiha");
    }

    @Test
    void there_are_thirty_one() {
        ask("{ disagreements { totalCount nodes { question } } disagreement(id: \"none\") { id } }")
                .answers("disagreements.totalCount", 31)
                .answers("disagreement", null);
    }
}

package org.parley.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The meetings: when they were planned and held, who sat there, and what came of them. */
@QuarkusTest
class RoundTest {

    @Test
    void the_second_round_was_planned_for_1_february_and_held_on_4_and_5_february() {
        ask("""
                        { round(id: "abu-dhabi-2") { start end dateBasis status
                          planned { id date dateBasis note statedBy { name } citations { source { id } locator } } } }""")
                .answersInOrder("round.planned.date", "2026-02-01")
                .answers("round.planned[0].statedBy.name", "Unnamed US official")
                .answersInOrder("round.planned[0].citations.source.id", "source/first-round-ends")
                .answersInOrder("round.planned[0].citations.locator", "line 1")
                .answers("round.start", "2026-02-04")
                .answers("round.end", "2026-02-05")
                .answers("round.dateBasis", "STATED")
                .answers("round.status", "HELD");
    }

    @Test
    void the_year_of_the_planned_day_is_inferred_and_the_record_says_so() {
        Map<String, Object> planned = ask("{ round(id: \"abu-dhabi-2\") { planned { dateBasis note } } }")
                .at("round.planned[0]");
        assertThat(planned).containsEntry("dateBasis", "INFERRED");
        assertThat((String) planned.get("note")).contains("year");
    }

    @Test
    void the_first_round_was_held_on_23_and_24_january_in_abu_dhabi() {
        ask("{ round(id: \"abu-dhabi-1\") { title ordinal start end dateBasis dateNote edtf planned { date } venue { name countryCode } } }")
                .answers("round.ordinal", 1)
                .answers("round.start", "2026-01-23")
                .answers("round.end", "2026-01-24")
                .answers("round.dateBasis", "STATED")
                .answers("round.edtf", null)
                .answersInOrder("round.planned")
                .answers("round.venue", Map.of("name", "Abu Dhabi", "countryCode", "AE"));
    }

    @Test
    void nobody_is_named_in_the_room_of_the_first_round() {
        ask("{ round(id: \"abu-dhabi-1\") { participants { actor { id kind } side { id } role presence } } }")
                .answersInAnyOrder(
                        "round.participants.actor.id",
                        "actor/ukraine",
                        "actor/russia",
                        "actor/united-states",
                        "actor/uae")
                .answersInOrder("round.participants.actor.kind", "STATE", "STATE", "STATE", "STATE");
    }

    @Test
    void four_people_are_named_in_the_room_of_the_second_round() {
        List<Map<String, Object>> people = participants("abu-dhabi-2", "STATED");
        assertThat(people)
                .containsExactlyInAnyOrder(
                        participant("actor/rustem-umerov", "HEAD", "actor/ukraine"),
                        participant("actor/igor-kostyukov", "HEAD", "actor/russia"),
                        participant("actor/steve-witkoff", "MEDIATOR", "actor/united-states"),
                        participant("actor/jared-kushner", "MEDIATOR", "actor/united-states"));
    }

    @Test
    void no_story_places_dmitriev_at_the_table() {
        assertThat(participants("abu-dhabi-2", "NOT_STATED"))
                .containsExactly(participant("actor/kirill-dmitriev", "MEMBER", "actor/russia"));
    }

    @Test
    void budanov_and_rubio_comment_on_the_round_and_are_no_participants() {
        List<String> listed = ask("{ round(id: \"abu-dhabi-2\") { participants { actor { id } } } }")
                .at("round.participants.actor.id");
        assertThat(listed).doesNotContain("actor/kyrylo-budanov", "actor/marco-rubio", "actor/volodymyr-zelenskyy");
    }

    private static List<Map<String, Object>> participants(String round, String presence) {
        List<Map<String, Object>> all = ask("{ round(id: \"" + round
                        + "\") { participants { actor { id kind } role presence side { id } } } }")
                .at("round.participants");
        return all.stream()
                .filter(each -> ((Map<?, ?>) each.get("actor")).get("kind").equals("PERSON")
                        && each.get("presence").equals(presence))
                .map(each -> participant(id(each.get("actor")), (String) each.get("role"), id(each.get("side"))))
                .toList();
    }

    private static String id(Object record) {
        return (String) ((Map<?, ?>) record).get("id");
    }

    private static Map<String, Object> participant(String actor, String role, String side) {
        return Map.of("actor", actor, "role", role, "side", side);
    }

    @Test
    void a_participation_is_cited_by_itself() {
        ask("{ round(id: \"abu-dhabi-2\") { participants { id note actor { id } citations { source { id } locator } corroboration { independentOrigins } } } }")
                .answers("round.participants[2].actor.id", "actor/steve-witkoff")
                .answers("round.participants[2].id", "round/abu-dhabi-2/participant/3")
                .answersInOrder(
                        "round.participants[2].citations.source.id",
                        "source/first-day-ends",
                        "source/second-round-opens")
                .answersInOrder("round.participants[2].citations.locator", "line 1", "line 16")
                .answers("round.participants[2].corroboration.independentOrigins", 2);
    }

    @Test
    void the_first_day_lasted_about_five_and_a_half_hours_and_the_second_three() {
        ask("{ round(id: \"abu-dhabi-2\") { sessions { id title start dateBasis duration durationApproximate format result } } }")
                .answersInOrder("round.sessions.id", "session/abu-dhabi-2-day-1", "session/abu-dhabi-2-day-2")
                .answersInOrder("round.sessions.start", "2026-02-04", "2026-02-05")
                .answersInOrder("round.sessions.dateBasis", "STATED", "WEEKDAY_ANCHORED")
                .answersInOrder("round.sessions.duration", "PT5H30M", "PT3H")
                .answersInOrder("round.sessions.durationApproximate", true, false);
    }

    @Test
    void how_long_the_first_round_sat_is_not_known() {
        ask("{ round(id: \"abu-dhabi-1\") { sessions { duration } } }").answersInOrder("round.sessions");
    }

    @Test
    void a_session_and_an_outcome_know_their_round() {
        ask("""
                        { session: node(id: "session/abu-dhabi-2-day-1") { ... on Session { dateNote round { id } citations { locator } corroboration { sources } } }
                          outcome: node(id: "outcome/prisoner-exchange-157") { ... on Outcome { round { id } citations { source { id } locator } } } }""")
                .answers("session.round.id", "round/abu-dhabi-2")
                .answers("session.corroboration.sources", 4)
                .answers("session.dateNote", null)
                .answers("outcome.round.id", "round/abu-dhabi-2")
                .answersInOrder("outcome.citations.source.id", "source/second-day-ends")
                .answersInOrder("outcome.citations.locator", "line 2");
    }

    @Test
    void the_exchange_of_157_for_157_is_agreed_and_not_reported_as_carried_out() {
        ask("{ round(id: \"abu-dhabi-2\") { outcomes { id kind status quantityPerSide summary note } } }")
                .answersInOrder(
                        "round.outcomes.id",
                        "outcome/prisoner-exchange-157",
                        "outcome/talks-to-continue",
                        "outcome/no-breakthrough")
                .answersInOrder("round.outcomes.kind", "PRISONER_EXCHANGE", "FURTHER_TALKS", "NO_BREAKTHROUGH")
                .answers("round.outcomes[0].status", "AGREED")
                .answers("round.outcomes[0].quantityPerSide", 157)
                .answers("round.outcomes[1].status", "PLANNED")
                .answers("round.outcomes[1].quantityPerSide", null);
    }

    @Test
    void no_outcome_of_any_round_is_reported_as_carried_out() {
        List<List<String>> statuses =
                ask("{ rounds { nodes { outcomes { status } } } }").at("rounds.nodes.outcomes.status");
        assertThat(statuses.stream().flatMap(List::stream)).hasSize(6).doesNotContain("EXECUTED");
    }

    @Test
    void istanbul_brought_exchanges_of_prisoners_in_the_summer_of_2025_on_days_that_nobody_names() {
        ask("""
                        { round(id: "istanbul-2025") { start end edtf dateBasis ordinal negotiation { id } venue { name } previous { id } next { id }
                          outcomes { kind status quantityPerSide } } }""")
                .answers("round.start", null)
                .answers("round.end", null)
                .answers("round.edtf", "2025-22")
                .answers("round.dateBasis", "INFERRED")
                .answers("round.ordinal", null)
                .answers("round.negotiation", null)
                .answers("round.venue.name", "Istanbul")
                .answers("round.previous", null)
                .answers("round.next", null)
                .answersInOrder("round.outcomes.kind", "PRISONER_EXCHANGE")
                .answers("round.outcomes[0].quantityPerSide", null);
    }

    @Test
    void the_video_call_belongs_to_no_negotiation_and_has_no_venue() {
        ask("""
                        { round(id: "xi-putin-video-call") { start end dateBasis format venue { id } negotiation { id } agenda
                          participants { actor { name } side { name } presence } outcomes { kind status } } }""")
                .answers("round.start", "2026-02-04")
                .answers("round.end", "2026-02-04")
                .answers("round.dateBasis", "WEEKDAY_ANCHORED")
                .answers("round.venue", null)
                .answers("round.negotiation", null)
                .answersInOrder("round.agenda")
                .answersInOrder("round.participants.actor.name", "Xi Jinping", "Vladimir Putin")
                .answersInOrder("round.participants.side.name", "China", "Russia")
                .answersInOrder("round.outcomes.kind", "INVITATION");
    }

    @Test
    void the_two_rounds_of_abu_dhabi_follow_one_another() {
        ask("""
                        { first: round(id: "abu-dhabi-1") { previous { id } next { id previous { id } } }
                          second: round(id: "abu-dhabi-2") { ordinal previous { id } next { id } negotiation { id } } }""")
                .answers("first.previous", null)
                .answers("first.next.id", "round/abu-dhabi-2")
                .answers("first.next.previous.id", "round/abu-dhabi-1")
                .answers("second.ordinal", 2)
                .answers("second.previous.id", "round/abu-dhabi-1")
                .answers("second.next", null)
                .answers("second.negotiation.id", "negotiation/us-mediated-trilateral-2026");
    }

    @Test
    void the_agenda_of_the_second_round_is_quoted_from_tykhy_and_umerov() {
        ask("{ round(id: \"abu-dhabi-2\") { agenda } }")
                .answersInOrder(
                        "round.agenda",
                        "\"military and military-political issues\" (Tykhy)",
                        "\"concrete steps and practical solutions\", on the first day (Umerov)");
    }

    @Test
    void the_meetings_are_listed_in_order_of_time_and_the_one_of_a_summer_by_its_first_day() {
        ask("{ up: rounds { nodes { id } } down: rounds(orderBy: DATE_DESC) { nodes { id } } }")
                .answersInOrder(
                        "up.nodes.id",
                        "round/istanbul-2025",
                        "round/abu-dhabi-1",
                        "round/abu-dhabi-2",
                        "round/xi-putin-video-call")
                .answersInOrder(
                        "down.nodes.id",
                        "round/xi-putin-video-call",
                        "round/abu-dhabi-2",
                        "round/abu-dhabi-1",
                        "round/istanbul-2025");
    }

    @Test
    void russia_is_listed_at_three_meetings_and_putin_at_one() {
        ask("""
                        { russia: actor(id: "russia") { rounds { nodes { id } } } putin: actor(id: "vladimir-putin") { rounds { nodes { id } } }
                          trump: actor(id: "donald-trump") { rounds { totalCount nodes { id } } } }""")
                .answersInOrder(
                        "russia.rounds.nodes.id", "round/istanbul-2025", "round/abu-dhabi-1", "round/abu-dhabi-2")
                .answersInOrder("putin.rounds.nodes.id", "round/xi-putin-video-call")
                .answers("trump.rounds.totalCount", 0);
    }

    @Test
    void the_dates_of_the_second_round_rest_on_three_origins() {
        // first-day-ends and second-day-begins are copies of one text; second-round-opens and second-day-ends stand
        // alone.
        ask("{ round(id: \"abu-dhabi-2\") { corroboration { sources independentOrigins singleOrigin } note format } }")
                .answers("round.corroboration", Map.of("sources", 4, "independentOrigins", 3, "singleOrigin", false));
    }
}

package org.parley.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on statements lets through. */
@QuarkusTest
class StatementFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # one id, and several, with their prefix or without
                    { id: "peskov-until-kyiv-decides" } | peskov-until-kyiv-decides
                    { id: ["statement/umerov-second-day", "umerov-another-round"] } | umerov-second-day umerov-another-round
                    { id: [] } |
                    # who said it
                    { speaker: "rustem-umerov" } | umerov-another-round umerov-substantive-and-productive umerov-second-day
                    { speaker: ["actor/marco-rubio", "kyrylo-budanov"] } | rubio-committed-to-process rubio-technical-military-teams budanov-genuinely-constructive
                    { speaker: "allies-of-ukraine" } | kyiv-allies-civilian-morale
                    { speaker: "western-allies-of-ukraine" } |
                    { speaker: "xi-jinping" } |
                    # for whom: the bloc itself and its ambassador; a state itself and those who speak for it
                    { side: "european-union" } | eu-civilians-targeted mathernova-europe-at-the-table
                    { side: "united-states" } | united-states-big-step us-official-next-meeting us-official-significant-progress witkoff-significant-work-remains rubio-committed-to-process rubio-technical-military-teams
                    { side: ["uae", "china"] } | uae-constructive-atmosphere
                    # at whom
                    { target: "europe" } | dmitriev-europe-disrupts
                    { target: ["europe", "actor/russia"] } | dmitriev-europe-disrupts kyiv-allies-civilian-morale eu-civilians-targeted kyiv-moscow-undermines-talks
                    # what is demanded is demanded of the state, whoever speaks for it
                    { target: "ukraine" } | kremlin-kyiv-must-give-in peskov-until-kyiv-decides kremlin-donbas-first moscow-parts-of-donetsk moscow-pull-out-of-donbas moscow-withdrawal-key-condition putin-fighting-unless-terms
                    { target: ["kyiv-government", "moscow-government"] } |
                    # about what
                    { issue: "europe-role" } | mathernova-europe-at-the-table dmitriev-europe-disrupts
                    { issue: "territory", side: "russia" } | moscow-eastern-ukraine-by-force moscow-rest-of-donetsk moscow-claims-three-regions moscow-parts-of-donetsk moscow-pull-out-of-donbas moscow-withdrawal-key-condition kremlin-donbas-first
                    { issue: "territory", side: "ukraine" } | kyiv-no-deal-without-deterrence kyiv-officials-reject-terms kyiv-rejects-any-unilateral-pullback kyiv-rejects-pullback kyiv-rejects-withdrawal-from-donbas
                    { issue: "ceasefire-line" } | kremlin-kyiv-must-give-in peskov-position-well-known peskov-until-kyiv-decides putin-fighting-unless-terms kyiv-freeze-on-front-line kyiv-insists-on-freeze kyiv-officials-ceasefire-on-front-line
                    { issue: ["issue/us-leverage", "deterrence"] } | zelenskyy-putin-fears-trump zelenskyy-maintain-pressure kyiv-presses-western-allies kyiv-no-deal-without-deterrence
                    # at or about which round
                    { round: "abu-dhabi-1" } | united-states-big-step us-official-next-meeting us-official-significant-progress zelenskyy-talks-constructive kyiv-moscow-undermines-talks uae-constructive-atmosphere
                    { round: ["round/abu-dhabi-1", "istanbul-2025"] } | united-states-big-step us-official-next-meeting us-official-significant-progress zelenskyy-talks-constructive kyiv-moscow-undermines-talks uae-constructive-atmosphere
                    # by which source
                    { source: "first-round-ends" } | united-states-big-step us-official-next-meeting us-official-significant-progress zelenskyy-talks-constructive kyiv-moscow-undermines-talks uae-constructive-atmosphere eu-civilians-targeted both-sides-drone-accusations moscow-eastern-ukraine-by-force moscow-withdrawal-key-condition kyiv-rejects-withdrawal-from-donbas kyiv-residents-little-hope
                    { source: ["source/first-round-ends", "second-round-opens"], stance: THREATENS } | moscow-eastern-ukraine-by-force moscow-rest-of-donetsk
                    # in whose words
                    { kind: PARTIAL } | united-states-big-step dmitriev-europe-disrupts dmitriev-forward-movement zelenskyy-maintain-pressure zelenskyy-putin-fears-trump budanov-genuinely-constructive witkoff-significant-work-remains kyiv-substantive-and-productive umerov-substantive-and-productive mathernova-europe-at-the-table tykhy-military-issues tykhy-what-they-want
                    { kind: [PARTIAL, PARAPHRASE], speaker: "volodymyr-zelenskyy" } | zelenskyy-maintain-pressure zelenskyy-putin-fears-trump zelenskyy-no-compromise-on-sovereignty zelenskyy-troops-killed zelenskyy-talks-constructive zelenskyy-talks-to-continue
                    { kind: [] } |
                    # with which attitude
                    { stance: THREATENS } | moscow-eastern-ukraine-by-force moscow-rest-of-donetsk
                    { stance: [DISCLOSES, FORECASTS] } | zelenskyy-troops-killed analysts-eighteen-months
                    { stance: REJECTS } | zelenskyy-no-compromise-on-sovereignty kyiv-officials-reject-terms kyiv-rejects-any-unilateral-pullback kyiv-rejects-pullback kyiv-rejects-withdrawal-from-donbas
                    { stance: DEMANDS, issue: "territory" } | kremlin-donbas-first moscow-parts-of-donetsk moscow-pull-out-of-donbas moscow-withdrawal-key-condition
                    # when; the first and the last day are inside, and what may be of one of the days is too
                    { from: "2026-02-05", kind: VERBATIM } | umerov-second-day anton-it-has-to-end dmitriev-definitely-progress larisa-everyone-hopes petro-prepare-for-the-worst petro-show-for-the-public
                    # who is quoted without a lower bound stands at the day of the text
                    { to: "2026-02-03", kind: VERBATIM } |
                    { from: "2026-02-04", to: "2026-02-04", kind: VERBATIM } | peskov-position-well-known peskov-until-kyiv-decides rubio-committed-to-process rubio-technical-military-teams umerov-another-round dmitriev-definitely-progress sybiha-russia-not-winning
                    { from: "2026-02-05", to: "2026-02-05", kind: VERBATIM } | umerov-second-day anton-it-has-to-end dmitriev-definitely-progress larisa-everyone-hopes petro-prepare-for-the-worst petro-show-for-the-public
                    { from: "2026-02-06", kind: VERBATIM } |
                    { from: "0001-01-01", to: "9999-12-31", kind: VERBATIM } | peskov-position-well-known peskov-until-kyiv-decides rubio-committed-to-process rubio-technical-military-teams umerov-another-round umerov-second-day anton-it-has-to-end dmitriev-definitely-progress larisa-everyone-hopes petro-prepare-for-the-worst petro-show-for-the-public sybiha-russia-not-winning
                    { dated: true, kind: VERBATIM } | peskov-position-well-known peskov-until-kyiv-decides rubio-committed-to-process rubio-technical-military-teams umerov-another-round umerov-second-day anton-it-has-to-end dmitriev-definitely-progress larisa-everyone-hopes petro-prepare-for-the-worst petro-show-for-the-public sybiha-russia-not-winning
                    { dated: false } | kremlin-donbas-first kyiv-allies-civilian-morale kyiv-officials-ceasefire-on-front-line kyiv-officials-reject-terms putin-fighting-unless-terms putin-russia-winning
                    { dated: false, from: "2026-01-01" } |
                    # said after Thursday's session, in a text without a day: one bound alone counts as the day
                    { from: "2026-02-06" } |
                    # two bounds are a range as well
                    { from: "2026-01-23", to: "2026-01-23", round: "abu-dhabi-1" } | kyiv-moscow-undermines-talks uae-constructive-atmosphere zelenskyy-talks-constructive
                    { from: "2026-02-01", round: "abu-dhabi-1" } |
                    # with which words; "the Kiev regime" is what one story prints, "the Kyiv regime" another
                    { text: "scared" } | zelenskyy-putin-fears-trump
                    { text: "Kiev regime" } | peskov-until-kyiv-decides
                    { text: "KYIV régime" } | peskov-until-kyiv-decides
                    { text: "telegram" } | umerov-another-round
                    { text: "scared unscared" } |
                    # Peskov's words stand in a third text of another origin; copies of one text are one origin
                    { singleOrigin: false } | peskov-until-kyiv-decides
                    { singleOrigin: true, speaker: "dmitry-peskov" } | peskov-position-well-known
                    { singleOrigin: true, issue: "deterrence" } | kyiv-no-deal-without-deterrence
                    # all conditions hold together
                    { speaker: "volodymyr-zelenskyy", issue: "us-leverage" } | zelenskyy-putin-fears-trump zelenskyy-maintain-pressure
                    { speaker: "volodymyr-zelenskyy", round: "abu-dhabi-1" } | zelenskyy-talks-constructive
                    { round: "abu-dhabi-2", issue: "talks-format", text: "yesterday" } | umerov-second-day
                    # and, or, not
                    { and: [{ speaker: "kyiv-government" }, { dated: false }] } | kyiv-allies-civilian-morale kyiv-officials-ceasefire-on-front-line kyiv-officials-reject-terms
                    { or: [{ speaker: "marco-rubio" }, { target: "europe" }] } | rubio-committed-to-process rubio-technical-military-teams dmitriev-europe-disrupts
                    { or: { target: "europe" } } | dmitriev-europe-disrupts
                    { or: [] } |
                    { and: [], speaker: "kyrylo-budanov" } | budanov-genuinely-constructive
                    { dated: true, not: { to: "2026-02-04" } } | umerov-second-day air-force-overnight-attack zelenskyy-talks-to-continue anton-it-has-to-end kyiv-freeze-on-front-line kyiv-no-deal-without-deterrence kyiv-rejects-pullback larisa-everyone-hopes moscow-claims-three-regions moscow-pull-out-of-donbas petro-prepare-for-the-worst petro-show-for-the-public zelenskyy-maintain-pressure zelenskyy-no-compromise-on-sovereignty
                    { speaker: "dmitry-peskov", not: { target: "ukraine" } } | peskov-position-well-known
                    { issue: "territory", not: { or: [{ side: "russia" }, { stance: REJECTS }] } } | kyiv-no-deal-without-deterrence analysts-eighteen-months
                    { speaker: "rustem-umerov", not: { not: { from: "2026-02-05" } } } | umerov-second-day umerov-substantive-and-productive
                    { or: [{ and: [{ speaker: "rustem-umerov" }, { to: "2026-02-04" }] }, { id: "umerov-second-day" }], text: "begun" } | umerov-another-round umerov-second-day
                    { not: {} } |
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("statements", filter))
                .containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void the_empty_filter_and_none_let_everything_through() {
        assertThat(found("statements", "{}")).hasSize(60);
        assertThat(found("statements", "null")).hasSize(60);
        assertThat(found("statements", "{ speaker: null, and: null, or: null, not: null }"))
                .hasSize(60);
    }

    @Test
    void of_six_remarks_nothing_is_known_of_the_day() {
        assertThat(found("statements", "{ dated: false }")).hasSize(6);
        assertThat(found("statements", "{ dated: true }")).hasSize(54);
    }

    @Test
    void a_remark_of_unknown_date_was_not_made_on_a_day_that_is_asked_for() {
        assertThat(found("statements", "{ not: { from: \"2026-01-01\" } }"))
                .hasSize(6)
                .contains("putin-russia-winning");
    }

    @Test
    void what_has_no_target_is_not_directed_at_europe() {
        assertThat(found("statements", "{ not: { target: \"europe\" } }"))
                .hasSize(59)
                .contains("peskov-position-well-known");
    }

    @Test
    void a_filter_comes_as_a_variable_too() {
        ask(
                        "query ($filter: StatementFilter) { statements(filter: $filter) { nodes { id } } }",
                        Map.of(
                                "filter",
                                Map.of("speaker", "dmitry-peskov", "from", "2026-02-04", "singleOrigin", false)))
                .answersInOrder("statements.nodes.id", "statement/peskov-until-kyiv-decides");
    }

    @Test
    void an_id_that_no_record_has_is_refused() {
        ask("{ statements(filter: { speaker: [\"rustem-umerov\", \"rustem-umerof\"] }) { nodes { id } } }")
                .failsWith("UNKNOWN_ID", "speaker", "actor/rustem-umerof");
        ask("{ statements(filter: { not: { issue: \"weather\" } }) { nodes { id } } }")
                .failsWith("UNKNOWN_ID", "issue", "issue/weather");
        ask("{ statements(filter: { speaker: \"place/kyiv\" }) { nodes { id } } }")
                .failsWith("UNKNOWN_ID", "speaker", "place/kyiv");
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        ask("{ statements(filter: { from: \"2026-02-05\", to: \"2026-02-04\" }) { nodes { id } } }")
                .failsWith("INVALID_ARGUMENT", "from", "2026-02-05", "2026-02-04");
    }

    @Test
    void the_filter_holds_below_an_actor_a_round_and_an_issue() {
        ask("""
                        { actor(id: "volodymyr-zelenskyy") { statements(filter: { from: "2026-02-04", kind: PARAPHRASE, issue: "battlefield" }) { nodes { id } } }
                          round(id: "abu-dhabi-2") { statements(filter: { speaker: "marco-rubio", stance: CAUTIONS }) { nodes { id } } }
                          issue(id: "territory") { statements(filter: { side: "russia", to: "2026-02-04", source: "second-round-opens" }) { nodes { id } } } }""")
                .answersInOrder("actor.statements.nodes.id", "statement/zelenskyy-troops-killed")
                .answersInOrder("round.statements.nodes.id", "statement/rubio-committed-to-process")
                .answersInOrder(
                        "issue.statements.nodes.id",
                        "statement/moscow-parts-of-donetsk",
                        "statement/moscow-rest-of-donetsk");
    }
}

package org.parley.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who the stories speak of. */
@QuarkusTest
class ActorTest {

    @Test
    void an_actor_is_found_by_its_slug_and_by_its_full_id() {
        ask("{ slug: actor(id: \"dmitry-peskov\") { id name } full: actor(id: \"actor/dmitry-peskov\") { id name } }")
                .answers("slug.id", "actor/dmitry-peskov")
                .answers("slug.name", "Dmitry Peskov")
                .answers("full.name", "Dmitry Peskov");
    }

    @Test
    void there_is_no_actor_with_an_id_that_no_story_knows() {
        ask("{ unknown: actor(id: \"nobody\") { name } round: actor(id: \"round/abu-dhabi-2\") { name } empty: actor(id: \"\") { name } }")
                .answers("unknown", null)
                .answers("round", null)
                .answers("empty", null);
    }

    @Test
    void states_blocs_bodies_people_and_groups_are_told_apart() {
        ask("""
                        { state: actor(id: "uae") { kind countryCode } bloc: actor(id: "european-union") { kind countryCode }
                          body: actor(id: "ru-gru") { kind countryCode } person: actor(id: "larisa-moscow") { kind countryCode }
                          group: actor(id: "kyiv-residents") { kind countryCode } }""")
                .answers("state", Map.of("kind", "STATE", "countryCode", "AE"))
                .answers("bloc.kind", "BLOC")
                .answers("bloc.countryCode", null)
                .answers("body.kind", "ORGANIZATION")
                .answers("person.kind", "PERSON")
                .answers("person.countryCode", null)
                .answers("group.kind", "GROUP");
    }

    @Test
    void everybody_is_described() {
        List<String> descriptions =
                ask("{ actors(first: 100) { nodes { description } } }").at("actors.nodes.description");
        assertThat(descriptions).hasSize(52).noneMatch(String::isBlank);
    }

    @Test
    void people_speak_for_a_side_states_and_the_public_for_none() {
        ask("""
                        { minister: actor(id: "andrii-sybiha") { side { name } } mediator: actor(id: "jared-kushner") { side { id } }
                          ambassador: actor(id: "katarina-mathernova") { side { name } } air: actor(id: "ua-air-force") { side { name } }
                          state: actor(id: "russia") { side { name } } public: actor(id: "petro-kyiv-resident") { side { name } } }""")
                .answers("minister.side.name", "Ukraine")
                .answers("mediator.side.id", "actor/united-states")
                .answers("ambassador.side.name", "European Union")
                .answers("air.side.name", "Ukraine")
                .answers("state.side", null)
                .answers("public.side", null);
    }

    @Test
    void the_president_is_spelled_in_two_ways_each_by_its_sources() {
        List<Map<String, Object>> names =
                ask("{ actor(id: \"volodymyr-zelenskyy\") { names { text language spelling sources { id } } } }")
                        .at("actor.names");
        assertThat(names)
                .contains(
                        name("Volodymyr Zelenskyy", "en", false, "source/second-day-ends"),
                        name("Volodymyr Zelensky", "en", true, "source/second-day-begins", "source/first-round-ends"));
    }

    @Test
    void a_form_that_no_source_uses_has_none() {
        List<Map<String, Object>> names =
                ask("{ actor(id: \"volodymyr-zelenskyy\") { names { text language spelling sources { id } } } }")
                        .at("actor.names");
        assertThat(names).contains(name("Володимир Зеленський", "uk", true), name("Владимир Зеленский", "ru", true));
    }

    private static Map<String, Object> name(String text, String language, boolean spelling, String... sources) {
        return Map.of(
                "text", text,
                "language", language,
                "spelling", spelling,
                "sources", List.of(sources).stream().map(id -> Map.of("id", id)).toList());
    }

    @Test
    void only_one_story_calls_ukraine_kiev_and_all_others_kyiv() {
        List<Map<String, Object>> names = ask("{ actor(id: \"ukraine\") { names { text sources { id } } } }")
                .at("actor.names");
        assertThat(names)
                .contains(
                        Map.of("text", "Kiev", "sources", List.of(Map.of("id", "source/second-day-begins"))),
                        Map.of(
                                "text",
                                "Kyiv",
                                "sources",
                                List.of(
                                        Map.of("id", "source/first-day-ends"),
                                        Map.of("id", "source/first-round-ends"),
                                        Map.of("id", "source/second-round-opens"),
                                        Map.of("id", "source/second-day-ends"))));
    }

    @Test
    void each_story_has_its_own_title_for_umerov() {
        ask("""
                        { actor(id: "rustem-umerov") { affiliations { title organization { name } person { id } from to citations { source { id } locator } } } }""")
                .answersInOrder(
                        "actor.affiliations.title",
                        "Secretary",
                        "top negotiator",
                        "lead negotiator",
                        "chief negotiator")
                .answers("actor.affiliations[0].organization.name", "National Security and Defence Council of Ukraine")
                .answers("actor.affiliations[0].person.id", "actor/rustem-umerov")
                .answersInOrder("actor.affiliations[0].citations.source.id", "source/first-day-ends")
                .answersInOrder("actor.affiliations[0].citations.locator", "line 1")
                .answers("actor.affiliations[1].organization.name", "Ukraine")
                .answersInOrder(
                        "actor.affiliations[1].citations.source.id",
                        "source/first-day-ends",
                        "source/second-round-opens")
                .answersInOrder("actor.affiliations[2].citations.source.id", "source/second-day-begins")
                .answersInOrder("actor.affiliations[3].citations.source.id", "source/second-day-begins");
    }

    @Test
    void no_story_says_when_an_office_began_or_ends_so_any_day_may_be_one_of_it() {
        ask("""
                        { actor(id: "marco-rubio") { affiliations { title from to }
                          then: affiliations(on: "1999-01-01") { title } now: affiliations(on: "2026-02-04") { title } } }""")
                .answersInOrder("actor.affiliations.title", "secretary of state")
                .answers("actor.affiliations[0].from", null)
                .answers("actor.affiliations[0].to", null)
                .answersInOrder("actor.then.title", "secretary of state")
                .answersInOrder("actor.now.title", "secretary of state");
    }

    @Test
    void peskov_is_a_spokesman_in_two_stories_and_a_spokesperson_in_the_third() {
        ask("{ actor(id: \"dmitry-peskov\") { affiliations { title organization { id } corroboration { sources independentOrigins singleOrigin } } } }")
                .answersInOrder("actor.affiliations.title", "spokesman", "spokesperson")
                .answersInOrder("actor.affiliations.organization.id", "actor/kremlin", "actor/kremlin")
                .answers(
                        "actor.affiliations[0].corroboration",
                        Map.of("sources", 2, "independentOrigins", 1, "singleOrigin", true))
                .answers(
                        "actor.affiliations[1].corroboration",
                        Map.of("sources", 1, "independentOrigins", 1, "singleOrigin", true));
    }

    @Test
    void the_foreign_ministry_of_ukraine_has_a_minister_and_a_spokesman() {
        ask("{ actor(id: \"ua-foreign-ministry\") { members { person { name } title } then: members(on: \"2026-02-04\") { person { id } } } }")
                .answersInOrder("actor.members.person.name", "Andrii Sybiha", "Georgiy Tykhy")
                .answersInOrder("actor.members.title", "Foreign Minister", "spokesman")
                .answersInOrder("actor.then.person.id", "actor/andrii-sybiha", "actor/georgiy-tykhy");
    }

    @Test
    void a_ministry_belongs_to_its_state_without_a_title() {
        ask("{ actor(id: \"uae-foreign-ministry\") { side { name } affiliations { id title organization { name } } } }")
                .answers("actor.side.name", "United Arab Emirates")
                .answers("actor.affiliations[0].id", "actor/uae-foreign-ministry/affiliation/1")
                .answers("actor.affiliations[0].title", null)
                .answers("actor.affiliations[0].organization.name", "United Arab Emirates");
    }

    @Test
    void a_title_is_kept_as_each_story_prints_it() {
        ask("{ witkoff: actor(id: \"steve-witkoff\") { affiliations { title } } kostyukov: actor(id: \"igor-kostyukov\") { affiliations { title } } }")
                .answersInOrder("witkoff.affiliations.title", "Special Envoy", "special envoy", "envoy")
                .answersInOrder(
                        "kostyukov.affiliations.title",
                        "head",
                        "director",
                        "head of Russian's team in security talk",
                        "top negotiator");
    }

    @Test
    void the_kremlin_is_an_organisation_and_neither_the_state_nor_the_government() {
        ask("{ state: actor(id: \"russia\") { names { text } } government: actor(id: \"moscow-government\") { names { text } } kremlin: actor(id: \"kremlin\") { names { text } side { id } } }")
                .answersInOrder("state.names.text", "Russia", "Moscow", "Росія", "Россия")
                .answersInOrder("government.names.text", "Moscow", "Russia")
                .answersInOrder("kremlin.names.text", "Kremlin")
                .answers("kremlin.side.id", "actor/russia");
    }

    @Test
    void copies_of_one_text_support_an_actor_once() {
        ask("""
                        { tykhy: actor(id: "georgiy-tykhy") { corroboration { sources independentOrigins singleOrigin } }
                          umerov: actor(id: "rustem-umerov") { corroboration { sources independentOrigins singleOrigin } } }""")
                .answers("tykhy.corroboration", Map.of("sources", 2, "independentOrigins", 1, "singleOrigin", true))
                .answers("umerov.corroboration", Map.of("sources", 3, "independentOrigins", 2, "singleOrigin", false));
    }

    @Test
    void an_actor_is_cited_line_by_line() {
        ask("{ actor(id: \"kirill-dmitriev\") { citations { source { id } locator } } }")
                .answersInOrder(
                        "actor.citations.source.id",
                        "source/second-day-begins",
                        "source/second-day-begins",
                        "source/second-day-ends")
                .answersInOrder("actor.citations.locator", "line 16", "line 18", "line 6");
    }

    @Test
    void the_list_goes_by_name() {
        List<String> names = ask("{ actors(first: 3) { nodes { name } } }").at("actors.nodes.name");
        assertThat(names).containsExactly("AFP", "Air force (Ukraine)", "Allies of Ukraine");
        List<String> last = ask("{ actors(first: 2, orderBy: NAME_DESC) { nodes { name } } }")
                .at("actors.nodes.name");
        assertThat(last).containsExactly("Xi Jinping", "Western allies of Ukraine");
    }
}

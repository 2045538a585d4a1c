package org.parley.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The places of the stories, and how they spell them. */
@QuarkusTest
class PlaceTest {

    @Test
    void a_place_lies_within_another() {
        ask("{ place(id: \"druzhkivka\") { id name kind countryCode within { name kind within { id } } } }")
                .answers("place.id", "place/druzhkivka")
                .answers("place.kind", "TOWN")
                .answers("place.countryCode", "UA")
                .answers("place.within.name", "Ukraine")
                .answers("place.within.within", null);
    }

    @Test
    void the_region_of_druzhkivka_is_not_given_nor_where_it_is() {
        ask("{ place(id: \"druzhkivka\") { latitude longitude precision coordinatesNote } }")
                .answers("place.latitude", null)
                .answers("place.longitude", null)
                .answers("place.precision", null)
                .answers("place.coordinatesNote", null);
    }

    @Test
    void coordinates_come_from_general_knowledge_and_say_so() {
        ask("{ place(id: \"abu-dhabi\") { precision coordinatesNote latitude longitude } }")
                .answers("place.precision", "CITY")
                .answers("place.coordinatesNote", "General knowledge, not from the sources.");
        double latitude = ask("{ place(id: \"abu-dhabi\") { latitude } }").at("place.latitude");
        assertThat(latitude).isBetween(24.0, 25.0);
    }

    @Test
    void every_story_that_names_the_region_spells_it_lugansk() {
        List<Map<String, Object>> names =
                ask("{ place(id: \"luhansk\") { names { text language spelling sources { id } } } }")
                        .at("place.names");
        assertThat(names.get(0))
                .containsEntry("text", "Lugansk")
                .containsEntry("spelling", true)
                .containsEntry(
                        "sources",
                        List.of(
                                Map.of("id", "source/first-day-ends"),
                                Map.of("id", "source/second-day-begins"),
                                Map.of("id", "source/second-round-opens")));
    }

    @Test
    void one_story_spells_the_capital_kiev() {
        ask("{ place(id: \"kyiv\") { name names { text spelling sources { id } } } }")
                .answers("place.name", "Kyiv")
                .answersInOrder("place.names.text", "Kyiv", "Kiev", "Київ", "Киев")
                .answersInOrder("place.names.spelling", false, true, true, true)
                .answersInOrder("place.names[1].sources.id", "source/second-day-begins")
                .answersInOrder("place.names[2].sources");
    }

    @Test
    void there_is_no_place_with_an_id_that_no_story_knows() {
        ask("{ place(id: \"minsk\") { id } }").answers("place", null);
    }
}

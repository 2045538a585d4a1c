package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class SpellingsTest {

    @Test
    void all_spellings_of_a_word_have_one_form_however_they_were_told() {
        Spellings spellings = new Spellings();
        spellings.equate("kyiv", "kiev");
        spellings.equate("київ", "киев");
        spellings.equate("киев", "kyiv");
        assertThat(spellings.root("kyiv")).isEqualTo("kiev");
        assertThat(spellings.root("київ")).isEqualTo("kiev");
        assertThat(spellings.canonical()).isEqualTo(Map.of("kyiv", "kiev", "киев", "kiev", "київ", "kiev"));
    }

    @Test
    void other_words_stay_themselves() {
        assertThat(new Spellings().root("moscow")).isEqualTo("moscow");
        assertThat(new Spellings().canonical()).isEmpty();
    }
}

package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

/** The order of names is Unicode's, and every key fits its column. */
@AnyDatabase
class CollationTest {

    @Test
    void letters_with_strokes_and_diacritics_stand_beside_their_like() {
        assertSorted("Ægir", "Aland", "Ärger", "Đakovo", "Émile", "Hamrun", "ħamrun", "Łódź", "Ørsted", "Zagreb");
    }

    @Test
    void every_alphabet_has_its_own_order() {
        assertSorted("Ганок", "Ґанок", "Дніпро", "Єва", "Жук", "Іван", "Їжак", "Київ", "Яна");
        assertSorted("Αθήνα", "Ωμέγα", "Київ", "תל אביב", "أحمد", "김정은", "習近平");
    }

    @Test
    void letters_count_before_diacritics_and_these_before_case() {
        assertSorted("emil", "Emil", "émil", "Émil", "Emila");
        assertSorted("van der Berg", "Van Dyke", "Vanda");
    }

    @Test
    void a_key_of_any_name_fits_its_column() {
        for (String name :
                List.of("김정은".repeat(1333), "習".repeat(4000), "\uFDFA".repeat(4000), "\uDBFF\uDFFD".repeat(2000))) {
            assertThat(Collation.key(name)).hasSizeLessThanOrEqualTo(800).matches("[0-9a-f]+");
        }
        assertThat(Collation.key(null)).isEmpty();
    }

    @Test
    void long_names_are_told_apart_by_their_letters() {
        assertSorted("김정은".repeat(30) + "가", "김정은".repeat(30) + "나");
        assertSorted("word ".repeat(30) + "a", "word ".repeat(30) + "b");
    }

    private static void assertSorted(String... names) {
        List<String> sorted = new ArrayList<>(List.of(names));
        Collections.reverse(sorted);
        sorted.sort(Comparator.comparing(Collation::key));
        assertThat(sorted).containsExactly(names);
    }
}

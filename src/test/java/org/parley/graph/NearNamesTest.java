package org.parley.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

/** Which names are near one that was written. */
@AnyDatabase
class NearNamesTest {
    private static final List<String> NAMES = List.of(
            "statement", "statements", "issue", "issues", "id", "side", "speaker", "DEMANDS", "gazette-14-april");

    @ParameterizedTest
    @CsvSource({
        "statmnts, statements",
        "STATEMENTS, statements statement",
        "statements_, statements statement",
        "isseu, issue",
        "DEMAND, DEMANDS",
        "demands, DEMANDS",
        "gazzette-14-april, gazette-14-april",
        "sdie, side",
        "issuess, issues issue",
        "di, id",
    })
    void a_name_with_few_changes_is_near(String wrong, String near) {
        assertThat(NearNames.of(wrong, NAMES)).containsExactly(near.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"weather", "x", "statementsOfTheRound", "''", "SHOUTED"})
    void another_is_not(String wrong) {
        assertThat(NearNames.of(wrong, NAMES)).isEmpty();
        assertThat(NearNames.question(wrong, NAMES)).isEmpty();
    }

    @Test
    void a_name_as_long_as_a_document_is_near_nothing() {
        String name = "x".repeat(101);
        assertThat(NearNames.of(name, List.of(name))).isEmpty();
        assertThat(NearNames.of(name.substring(1), List.of(name))).hasSize(1);
    }

    @Test
    void no_more_than_three_are_told_and_nearest_first() {
        assertThat(NearNames.question("aaaaa", List.of("aaabb", "aaaab", "aaaac", "aaaad")))
                .isEqualTo(". Did you mean aaaab, aaaac or aaaad?");
        assertThat(NearNames.question("aaaaaa", List.of("aaaabb", "aaaaab")))
                .isEqualTo(". Did you mean aaaaab or aaaabb?");
        assertThat(NearNames.question("aaaaa", List.of("aaaab"))).isEqualTo(". Did you mean aaaab?");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, '', 3",
        "'', ab, 2",
        "abc, acb, 1",
        "abc, bca, 2",
        "kitten, sitting, 3"
    })
    void a_distance_counts_the_changes(String one, String other, int distance) {
        assertThat(NearNames.distance(one, other)).isEqualTo(distance);
        assertThat(NearNames.distance(other, one)).isEqualTo(distance);
    }
}

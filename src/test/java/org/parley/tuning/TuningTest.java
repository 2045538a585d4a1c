package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

@AnyDatabase
class TuningTest {
    private final String before = System.getProperty(Tuning.OFF);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(Tuning.OFF);
        } else {
            System.setProperty(Tuning.OFF, before);
        }
    }

    @Test
    void all_are_on_where_nothing_is_said() {
        System.clearProperty(Tuning.OFF);
        assertThat(Tuning.values()).isNotEmpty().allMatch(Tuning::isOn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                               | true  | true
            built-settings                   | false | true
            early-opening                    | true  | false
            built-settings, early-opening    | false | false
            all                              | false | false""")
    void those_are_off_that_the_property_names(String property, boolean builtSettings, boolean earlyOpening) {
        System.setProperty(Tuning.OFF, property);
        assertThat(Tuning.BUILT_SETTINGS.isOn()).isEqualTo(builtSettings);
        assertThat(Tuning.EARLY_OPENING.isOn()).isEqualTo(earlyOpening);
    }

    /** It would measure nothing. */
    @Test
    void a_name_that_no_tuning_has_is_refused() {
        System.setProperty(Tuning.OFF, "built-setting");
        assertThatThrownBy(Tuning.BUILT_SETTINGS::isOn)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parley.tunings.off must name tunings (disabled-telemetry, ")
                .hasMessageEndingWith("or all, not \"built-setting\"");
    }

    /** package-info is where to look up what a tuning is for. */
    @Test
    void each_has_a_row_in_the_table() throws Exception {
        String table = Files.readString(Path.of("src/main/java/org/parley/tuning/package-info.java"));
        assertThat(Stream.of(Tuning.values()))
                .allSatisfy(tuning -> assertThat(table).contains("{@code " + tuning + "}"));
    }
}

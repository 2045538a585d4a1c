package org.parley.contract;

import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.FerrySeed;
import org.parley.record.Seeder;

/** Numbers of records of what the built-in record has not. */
@QuarkusTest
class CountsOfOthersTest {
    @Inject
    Seeder seeder;

    @TempDir
    Path folder;

    @AfterEach
    void load_the_built_in_record_again() {
        seeder.load(Optional.empty());
    }

    @Test
    void a_statement_is_counted_once_for_a_side_with_several_of_its_speakers() throws IOException {
        FerrySeed seed = FerrySeed.in(folder);
        seed.replace("actors.json", "\"kind\": \"PERSON\",", "\"kind\": \"PERSON\", \"side\": \"vester\",");
        seed.replace("statements.json", "[\"vester\"]", "[\"oster\", \"vester\", \"ilse-marten\"]");
        seeder.load(Optional.of(folder));
        ask("{ sides: statementCounts(by: SIDE) { count side { id } } speakers: statementCounts(by: SPEAKER) { count speaker { id } } }")
                .answers("sides.side.id", List.of("actor/vester", "actor/oster"))
                .answers("sides.count", List.of(2, 1))
                .answers("speakers.count", List.of(2, 1, 1));
    }

    @Test
    void months_and_years_are_written_in_full() throws IOException {
        FerrySeed seed = FerrySeed.in(folder);
        seed.replace("statements.json", "2031-05-06", "0931-05-06");
        seeder.load(Optional.of(folder));
        ask("{ months: statementCounts(by: MONTH) { month } years: statementCounts(by: YEAR) { year } }")
                .answers("months.month", Arrays.asList("0931-05", null))
                .answers("years.year", Arrays.asList("0931", null));
    }
}

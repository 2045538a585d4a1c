package org.parley.contract;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Links can't be added to another process's database, and the record has no incident between its rounds. */
@QuarkusIntegrationTest
class ListIT extends ListTest {

    @BeforeEach
    void the_record_must_have_the_list(TestInfo test) {
        assumeFalse(
                test.getDisplayName().contains("incidentsSincePrevious"),
                "the record has no incident between its rounds");
    }

    @Override
    void let_all_incidents_lie_between_the_rounds() {}

    @Override
    void take_the_links_away() {}
}

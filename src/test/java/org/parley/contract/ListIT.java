package org.parley.contract;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.stream.Stream;

/** Links can't be added to another process's database, and the record has no incident between its rounds. */
@QuarkusIntegrationTest
class ListIT extends ListTest {

    /** Not skipped by an assumption: after one, Quarkus has lost the program that it tests. */
    @Override
    Stream<Paged> lists() {
        return super.lists().filter(list -> !list.toString().contains("incidentsSincePrevious"));
    }

    @Override
    void let_all_incidents_lie_between_the_rounds() {}

    @Override
    void take_the_links_away() {}
}

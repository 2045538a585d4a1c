package org.parley.contract;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The incidents before a round are those of the record: links can't be added to another process's database. */
@QuarkusIntegrationTest
class ListIT extends ListTest {

    @Override
    void let_all_incidents_lie_between_the_rounds() {}

    @Override
    void take_the_links_away() {}
}

package org.parley.contract;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;
import org.parley.agreement.AgreementRecord;

/** The same of lists of agreements, of which the built-in record has none. */
@QuarkusTest
@TestProfile(AgreementRecord.class)
class AgreementListTest extends ListTest {

    @Override
    Stream<Paged> lists() {
        return Stream.of(
                Paged.root("agreements", DATES, "signedOn", 2, 7),
                // And two meetings.
                Paged.root("timeline", ITS_OWN, "start", 2, 9),
                new Paged("search", List.of(), "text: \"pilots\"", ITS_OWN, null, 1, null),
                Paged.below(
                        List.of("negotiation/sound-talks", "negotiation/lighthouse-talks"),
                        "agreements",
                        "signedOn",
                        2,
                        4),
                Paged.below(List.of("round/ferry-house-2", "round/ferry-house-1"), "agreements", "signedOn", 1, 2),
                Paged.below(
                        List.of("actor/oster", "actor/vester", "actor/ilse-marten"), "agreements", "signedOn", 2, 5),
                Paged.below(
                        List.of("source/evening-herald", "source/harbour-gazette", "source/pier-text"),
                        "facts",
                        "start",
                        3,
                        null));
    }

    @Override
    void let_all_incidents_lie_between_the_rounds() {}

    @Override
    void take_the_links_away() {}
}

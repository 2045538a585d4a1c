package org.parley.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the stories assert in their own voice. */
@QuarkusTest
class AssertionTest {

    @Test
    void four_stories_of_three_origins_call_it_europes_deadliest_conflict() {
        ask("{ assertion(id: \"deadliest-conflict\") { id summary issues { id } about { id } corroboration { sources independentOrigins singleOrigin } citations { source { id } locator } } }")
                .answers("assertion.id", "assertion/deadliest-conflict")
                .answersInOrder("assertion.issues")
                .answersInOrder("assertion.about.id", "incident/invasion-of-ukraine")
                .answersInOrder(
                        "assertion.citations.source.id",
                        "source/first-day-ends",
                        "source/second-day-begins",
                        "source/second-round-opens",
                        "source/second-day-ends")
                .answersInOrder("assertion.citations.locator", "line 9", "line 10", "line 6", "line 1")
                .answers(
                        "assertion.corroboration",
                        Map.of("sources", 4, "independentOrigins", 3, "singleOrigin", false));
    }

    @Test
    void what_only_the_two_copies_of_one_text_assert_has_one_origin() {
        ask("{ assertion(id: \"sticking-point-eastern-ukraine\") { corroboration { sources independentOrigins singleOrigin } } }")
                .answers(
                        "assertion.corroboration", Map.of("sources", 2, "independentOrigins", 1, "singleOrigin", true));
    }

    @Test
    void an_assertion_touches_issues_and_is_about_records() {
        ask("{ assertion(id: \"envoys-sent-by-trump\") { issues { name } about { id ... on Actor { name side { name } } } } }")
                .answersInOrder("assertion.issues.name", "The negotiating process")
                .answersInOrder("assertion.about.name", "Donald Trump", "Steve Witkoff", "Jared Kushner")
                .answersInOrder("assertion.about.side.name", "United States", "United States", "United States");
    }

    @Test
    void a_storys_own_words_stand_in_quotes() {
        String summary = ask("{ assertion(id: \"territorial-demands-maximalist\") { summary } }")
                .at("assertion.summary");
        assertThat(summary).contains("\"maximalist\"");
    }

    @Test
    void thirty_two_are_on_record_and_listed_by_id() {
        List<String> ids = ask("{ assertions(first: 100) { nodes { id } } }").at("assertions.nodes.id");
        assertThat(ids)
                .hasSize(32)
                .startsWith("assertion/advances-slowed", "assertion/billboard-for-army-service")
                .isSorted();
        ask("{ assertion(id: \"none\") { id } }").answers("assertion", null);
    }
}

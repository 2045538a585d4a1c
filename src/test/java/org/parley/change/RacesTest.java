package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.as;
import static org.parley.change.Desk.mediator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.Ask;
import org.parley.record.OwnHistory;

/** Curators and readers at the same time. */
@QuarkusTest
@TestProfile(ChangeMutationTest.Curated.class)
class RacesTest {
    private static final String CHANGE =
            """
            mutation ($edits: [Edit!]!, $key: String) {
              change(edits: $edits, summary: "a race", idempotencyKey: $key) {
                replayed change { number } userErrors { code path }
              }
            }""";
    private static final int WRITERS = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 4);

    @Inject
    OwnHistory own;

    @AfterEach
    void forget() throws SQLException {
        threads.shutdownNow();
        own.forget();
    }

    private <T> List<T> together(List<Callable<T>> work) throws Exception {
        List<T> done = new ArrayList<>();
        for (Future<T> each : threads.invokeAll(work)) {
            done.add(each.get(2, TimeUnit.MINUTES));
        }
        return done;
    }

    private static Ask change(Object... edits) {
        return as("maria", CHANGE, Map.of("edits", List.of(edits)));
    }

    @Test
    void of_writers_of_one_key_who_have_seen_the_same_one_alone_wins() throws Exception {
        List<Callable<Object>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String text = "a state, says writer " + i;
            writers.add(() -> change(actor("id", "ukraine", "expect", 0, "description", text))
                    .at("change.userErrors.code"));
        }
        List<Object> codes = together(writers);
        assertThat(codes).as(codes.toString()).filteredOn(List.of()::equals).hasSize(1);
        assertThat(codes).filteredOn(List.of("STALE")::equals).hasSize(WRITERS - 1);
        as("", "{ changes { totalCount } }").answers("changes.totalCount", 1);
    }

    @Test
    void what_writers_of_other_keys_have_set_is_all_there() throws Exception {
        List<Map<String, Object>> edits = List.of(
                actor("id", "ukraine", "expect", 0, "name", "Ukraina"),
                actor("id", "ukraine", "expect", 0, "description", "a state"),
                actor("id", "ukraine", "expect", 0, "countryCode", null));
        List<Callable<Object>> writers = new ArrayList<>();
        edits.forEach(edit -> writers.add(() -> change(edit).at("change.userErrors")));
        assertThat(together(writers)).allMatch(List.of()::equals);
        as(
                        "",
                        "{ actor(id: \"ukraine\") { name description countryCode } history(id: \"actor/ukraine\") { totalCount } }")
                .answers("actor.name", "Ukraina")
                .answers("actor.description", "a state")
                .answers("actor.countryCode", null)
                .answers("history.totalCount", edits.size());
    }

    @Test
    void a_request_that_is_sent_many_times_at_once_is_made_once() throws Exception {
        Map<String, Object> sent = Map.of("edits", List.of(mediator("a-mediator")), "key", "k");
        List<Callable<Ask>> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            writers.add(() -> as("maria", CHANGE, sent));
        }
        List<Ask> answers = together(writers);
        assertThat(answers)
                .allSatisfy(each -> each.answers("change.change.number", 1).answers("change.userErrors", List.of()));
        assertThat(answers.stream()
                        .map(each -> (Boolean) each.at("change.replayed"))
                        .filter(each -> !each))
                .hasSize(1);
    }

    /** Two records that are always changed together are the same in each answer, wherever it comes from. */
    @Test
    void no_answer_is_half_of_a_change() throws Exception {
        change(mediator("a-mediator"), mediator("b-mediator"));
        AtomicBoolean isDone = new AtomicBoolean();
        List<Future<Set<String>>> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String pick = i % 2 == 0
                    ? "{ a: actor(id: \"a-mediator\") { name } b: actor(id: \"b-mediator\") { name } }"
                    : "{ a: node(id: \"actor/a-mediator\") { ... on Actor { name } } search(text: \"talks\") { totalCount }"
                            + " statements { nodes { speakers { name } } } b: node(id: \"actor/b-mediator\") { ... on Actor { name } } }";
            readers.add(threads.submit(() -> {
                Set<String> seen = new HashSet<>();
                while (!isDone.get()) {
                    Ask answer = as("", pick);
                    String name = answer.at("a.name");
                    answer.answers("b.name", name);
                    seen.add(name);
                }
                return seen;
            }));
        }
        for (int i = 1; i <= 60; i++) {
            String name = "Name " + i;
            change(
                            actor("id", "a-mediator", "expect", i, "name", name),
                            actor("id", "b-mediator", "expect", i, "name", name))
                    .answers("change.userErrors", List.of());
        }
        isDone.set(true);
        for (Future<Set<String>> each : readers) {
            assertThat(each.get(2, TimeUnit.MINUTES)).hasSizeGreaterThan(1);
        }
    }
}

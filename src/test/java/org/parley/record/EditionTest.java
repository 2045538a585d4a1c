package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

/** What a reading sees of a record that takes another one's place. */
@AnyDatabase
class EditionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Runnable NOTHING = () -> {};

    private final Edition edition = new Edition();
    private final List<String> done = new ArrayList<>();

    private void replaceBy(String digest) {
        try (Edition.Replacement replacement = edition.replacement()) {
            replacement.commits();
            replacement.isDone(new Edition.Served(digest, "a folder", 1, Map.of(), Instant.EPOCH));
        }
    }

    @Test
    void before_the_first_load_there_is_none() {
        assertThat(edition.digest()).isNull();
        assertThat(edition.served()).isNull();
    }

    @Test
    void a_reading_that_nothing_overtakes_runs_once() {
        replaceBy("a");
        assertThat(edition.read(
                        () -> {
                            done.add("read");
                            return edition.digest();
                        },
                        () -> done.add("again"),
                        PATIENCE))
                .contains("a");
        assertThat(done).containsExactly("read");
    }

    @Test
    void a_reading_that_is_overtaken_is_forgotten_and_runs_again() {
        replaceBy("a");
        Optional<String> found = edition.read(
                () -> {
                    String first = edition.digest();
                    done.add("read " + first);
                    if (first.equals("a")) {
                        replaceBy("b");
                    }
                    return first + edition.digest();
                },
                () -> done.add("again"),
                PATIENCE);
        assertThat(found).contains("bb");
        assertThat(done).containsExactly("read a", "again", "read b");
    }

    /** Its snapshot is that of another process's record, or is older than what this process has loaded by now. */
    @Test
    void a_reading_of_another_record_than_the_one_that_is_served_runs_again_with_the_newest() {
        replaceBy("a");
        Optional<String> found = edition.read(
                () -> {
                    String served = edition.digest();
                    done.add("read " + served);
                    if (served.equals("a")) {
                        replaceBy("b");
                        throw new Edition.Overtaken(
                                () -> new Edition.Served("c", "a folder", 1, Map.of(), Instant.EPOCH));
                    }
                    return served;
                },
                () -> done.add("again"),
                PATIENCE);
        assertThat(found).contains("c");
        assertThat(done).containsExactly("read a", "again", "read c");
    }

    @Test
    void a_reading_that_finds_yet_another_record_is_given_up_and_the_newest_is_served() {
        replaceBy("a");
        assertThat(edition.read(
                        () -> {
                            done.add("read " + edition.digest());
                            throw new Edition.Overtaken(
                                    () -> new Edition.Served("b", "a folder", 1, Map.of(), Instant.EPOCH));
                        },
                        () -> done.add("again"),
                        PATIENCE))
                .isEmpty();
        assertThat(done).containsExactly("read a", "again", "read b");
        assertThat(edition.digest()).isEqualTo("b");
    }

    @Test
    void what_is_served_already_is_not_taken_up_again() {
        replaceBy("a");
        assertThat(edition.takesUp(() -> new Edition.Served("a", "elsewhere", 1, Map.of(), Instant.EPOCH)))
                .isFalse();
        assertThat(edition.takesUp(() -> null)).isFalse();
        assertThat(edition.served().place()).isEqualTo("a folder");
        assertThat(edition.takesUp(() -> new Edition.Served("b", "elsewhere", 1, Map.of(), Instant.EPOCH)))
                .isTrue();
        assertThat(edition.digest()).isEqualTo("b");
    }

    @Test
    void a_reading_that_fails_because_it_is_overtaken_runs_again() {
        replaceBy("a");
        assertThat(edition.read(
                        () -> {
                            if (edition.digest().equals("a")) {
                                replaceBy("b");
                                throw new IllegalStateException("a row is gone");
                            }
                            return edition.digest();
                        },
                        NOTHING,
                        PATIENCE))
                .contains("b");
    }

    @Test
    void a_reading_that_fails_by_itself_fails() {
        replaceBy("a");
        assertThatThrownBy(() -> edition.read(
                        () -> {
                            done.add("read");
                            throw new IllegalArgumentException("it is wrong");
                        },
                        NOTHING,
                        PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(done).containsExactly("read");
    }

    @Test
    void a_load_that_fails_changes_nothing_and_lets_readers_go_on() {
        replaceBy("a");
        try (Edition.Replacement replacement = edition.replacement()) {
            replacement.commits();
        }
        assertThat(edition.read(edition::digest, NOTHING, PATIENCE)).contains("a");
    }

    @Test
    void while_a_record_is_read_to_be_loaded_readers_go_on() {
        replaceBy("a");
        Edition.Replacement replacement = edition.replacement();
        assertThat(edition.read(edition::digest, NOTHING, Duration.ZERO)).contains("a");
        replacement.close();
        assertThat(edition.read(edition::digest, NOTHING, Duration.ZERO)).contains("a");
    }

    @Test
    void who_begins_during_a_commit_waits_for_its_end() throws Exception {
        replaceBy("a");
        CompletableFuture<Optional<String>> reader;
        try (Edition.Replacement replacement = edition.replacement()) {
            replacement.commits();
            reader = CompletableFuture.supplyAsync(() -> edition.read(edition::digest, NOTHING, PATIENCE));
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(reader).isNotDone();
            replacement.isDone(new Edition.Served("b", "a folder", 1, Map.of(), Instant.EPOCH));
        }
        assertThat(reader.get(30, TimeUnit.SECONDS)).contains("b");
    }

    @Test
    void who_waits_too_long_for_a_commit_finds_nothing() throws Exception {
        replaceBy("a");
        try (Edition.Replacement replacement = edition.replacement()) {
            replacement.commits();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> edition.read(edition::digest, NOTHING, Duration.ofMillis(50)))
                            .get(30, TimeUnit.SECONDS))
                    .isEmpty();
        }
    }

    /** What runs for the second time holds the next record back, so that it ends. */
    @Test
    void nothing_overtakes_a_reading_twice() throws Exception {
        replaceBy("a");
        CountDownLatch runsAgain = new CountDownLatch(1);
        CompletableFuture<Void> third = CompletableFuture.runAsync(() -> {
            try {
                runsAgain.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            replaceBy("c");
        });
        assertThat(edition.read(
                        () -> {
                            String first = edition.digest();
                            if (first.equals("a")) {
                                replaceBy("b");
                            } else {
                                runsAgain.countDown();
                                pause();
                            }
                            return first + edition.digest();
                        },
                        NOTHING,
                        PATIENCE))
                .contains("bb");
        third.get(30, TimeUnit.SECONDS);
        assertThat(edition.digest()).isEqualTo("c");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

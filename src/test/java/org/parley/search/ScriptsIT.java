package org.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.start.Program;

/** Names and words in every script, loaded and found by the packaged program. */
class ScriptsIT {
    @TempDir
    static Path home;

    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", Scripts.FOLDER)
                .start()
                .ready();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @MethodSource("org.parley.search.Scripts#questions")
    void a_search_finds(Scripts.Question question) {
        assertThat(question.slugs(program.ask(question.query()).getList("search.nodes.record.id")))
                .containsExactlyElementsOf(question.found());
    }

    @Test
    void names_are_in_unicodes_order() {
        assertThat(program.ask(Scripts.NAMES).getList("actors.nodes.name")).isEqualTo(Scripts.SORTED);
    }
}

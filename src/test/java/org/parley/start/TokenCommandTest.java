package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.graph.Sha256;

/** The command that makes a token. OperateIT runs it as its user does. */
class TokenCommandTest {

    @Test
    void the_token_and_its_entry_are_a_line_each() {
        String[] lines = run("token", "maria", "EDITOR").split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).matches("parley_[A-Za-z0-9_-]{43}");
        assertThat(lines[1])
                .isEqualTo("{\"name\":\"maria\",\"role\":\"EDITOR\",\"token\":\"sha256:" + Sha256.of(lines[0]) + "\"}");
        assertThat(lines[2]).isEmpty();
    }

    @Test
    void no_two_tokens_are_the_same() {
        assertThat(run("token", "maria", "EDITOR")).isNotEqualTo(run("token", "maria", "EDITOR"));
    }

    @Test
    void a_name_may_have_blanks_and_letters_of_any_script() {
        assertThat(run("token", "Марія К.", "READER")).contains("{\"name\":\"Марія К.\",\"role\":\"READER\"");
    }

    @ParameterizedTest
    @CsvSource({
        "token, Missing required parameters",
        "token maria, Missing required parameter: 'ROLE'",
        "token maria EDITOR more, Unmatched argument",
        "token maria editor, 'Its role must be READER, PROPOSER, EDITOR or REVIEWER, not editor.'",
        "token maria --role EDITOR, Unknown option: '--role'",
        "token x{200} EDITOR, Its name must have 1 to 100 characters",
    })
    void wrong_arguments_are_told_in_one_line_that_shows_the_right_ones(String arguments, String sentence) {
        assertThatThrownBy(
                        () -> run(arguments.replace("x{200}", "x".repeat(200)).split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "parley token takes the name of a curator and a role, such as: parley token maria EDITOR.")
                .hasMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "picocli"));
    }

    @Test
    void it_tells_how_it_is_used() {
        assertThat(run("token", "--help"))
                .contains("Usage: parley token [-h] NAME ROLE", "READER, PROPOSER, EDITOR or REVIEWER")
                .doesNotContain("\u001b");
    }

    private static String run(String... arguments) {
        return TokenCommand.of(arguments).run();
    }
}

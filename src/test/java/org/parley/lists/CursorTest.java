package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.InvalidCursor;

@AnyDatabase
class CursorTest {
    private static final Cursor CURSOR =
            new Cursor("statement", "DATE_ASC", 1_770_163_200_000L, "statement/peskov-until-kyiv-decides");

    @Test
    void a_cursor_comes_back_as_it_was_made() {
        assertThat(Cursor.decode("after", CURSOR.encode())).isEqualTo(CURSOR);
        Cursor named = new Cursor("actor", "NAME_ASC", "володимир зеленськии", "actor/volodymyr-zelenskyy");
        assertThat(Cursor.decode("after", named.encode())).isEqualTo(named);
    }

    @Test
    void every_single_changed_character_is_found_out() {
        String text = CURSOR.encode();
        // The last character may carry unused bits, which base64 lets differ.
        for (int i = 0; i < text.length() - 1; i++) {
            String forged = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decode("before", forged))
                    .isInstanceOf(InvalidCursor.class)
                    .hasMessageStartingWith("before must be a cursor from an earlier answer, not ");
        }
    }

    @Test
    void text_that_is_no_cursor_is_refused() {
        for (String text : new String[] {
            "",
            "x",
            "!!!!",
            "5",
            "MTIz",
            Base64.getUrlEncoder().encodeToString("1\u001fstatement".getBytes(StandardCharsets.UTF_8))
        }) {
            assertThatThrownBy(() -> Cursor.decode("after", text)).isInstanceOf(InvalidCursor.class);
        }
    }

    @Test
    void a_long_value_is_cut_in_the_sentence() {
        assertThatThrownBy(() -> Cursor.decode("after", "z".repeat(500)))
                .hasMessage("after must be a cursor from an earlier answer, not \"" + "z".repeat(60) + "…\"");
    }
}

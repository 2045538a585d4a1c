package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class HtmlTest {
    @Test
    void text_is_never_markup() {
        assertThat(new Html().markup("<p>").text("<b title=\"x\" id='y'>&amp;").markup("</p>"))
                .hasToString("<p>&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;</p>");
    }

    @Test
    void what_may_not_stand_in_a_page_is_shown_as_unknown() {
        assertThat(new Html().text("a\u0000b\u0085c\ud83dd\ud83d\udd4a\n\te"))
                .hasToString("a\ufffdb\ufffdc\ufffdd\ud83d\udd4a\n\te");
    }
}

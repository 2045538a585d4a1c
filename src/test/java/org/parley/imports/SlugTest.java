package org.parley.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.AnyDatabase;

/** Ids that are made of texts. */
@AnyDatabase
class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Jane Doe, jane-doe",
        "  --A__b  , a-b",
        "Володимир Зеленський, volodimir-zelenskij",
        "Łódź Straße Ærø, lodz-strasse-aero",
        "147997, 147997",
        "2022-02-22T11:14:27, 2022-02-22t11-14-27",
        "Đặng, dang"
    })
    void letters_are_latin(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void what_would_be_lost_is_told_apart_by_a_digest() {
        assertThat(Slug.of("习近平")).matches("x-[0-9a-f]{8}").isNotEqualTo(Slug.of("李强"));
        assertThat(Slug.of("Talks 习近平")).matches("talks-[0-9a-f]{8}");
        assertThat(Slug.of("…")).matches("x-[0-9a-f]{8}");
        assertThat(Slug.of("a".repeat(200))).hasSize(80).matches("a{71}-[0-9a-f]{8}");
    }
}

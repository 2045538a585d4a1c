package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class DerivedSettingsTest {
    private static final long MB = 1 << 20;

    @Test
    void the_cache_of_pages_is_made_smaller_where_the_heap_is_small() {
        assertThat(DerivedSettings.fitted("jdbc:h2:file:a;QUERY_CACHE_SIZE=256;CACHE_SIZE=49152;B=1", 17 * MB))
                .isEqualTo("jdbc:h2:file:a;QUERY_CACHE_SIZE=256;CACHE_SIZE=17408;B=1");
    }

    @Test
    void it_is_never_made_larger() {
        assertThat(DerivedSettings.fitted("jdbc:h2:file:a;CACHE_SIZE=49152", 48 * MB))
                .isNull();
        assertThat(DerivedSettings.fitted("jdbc:h2:mem:parley;QUERY_CACHE_SIZE=256", MB))
                .isNull();
        assertThat(DerivedSettings.fitted(null, MB)).isNull();
    }
}

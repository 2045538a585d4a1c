package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.InvalidArgument;

@AnyDatabase
class PageRequestTest {

    @Test
    void twenty_from_the_beginning_are_asked_for_where_nothing_is_said() {
        PageRequest request = PageRequest.of(null, null, null, null);
        assertThat(request.size()).isEqualTo(20);
        assertThat(request.backward()).isFalse();
    }

    @Test
    void last_reads_backwards() {
        PageRequest request = PageRequest.of(null, null, 100, null);
        assertThat(request.size()).isEqualTo(100);
        assertThat(request.backward()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, 1000, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_size_outside_1_to_100_is_refused(int size) {
        assertThatThrownBy(() -> PageRequest.of(size, null, null, null))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("first must be between 1 and 100, not " + size);
        assertThatThrownBy(() -> PageRequest.of(null, null, size, null))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("last must be between 1 and 100, not " + size);
    }

    @Test
    void first_and_last_together_are_refused() {
        assertThatThrownBy(() -> PageRequest.of(1, null, 2, null))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("first and last must not be given together, not first 1 and last 2");
    }
}

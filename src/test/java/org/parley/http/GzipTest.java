package org.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** What is unpacked, and what is not. */
@AnyDatabase
class GzipTest {
    private static final byte[] PLAIN = "{\"query\": \"{ __typename }\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_was_packed_is_unpacked() throws ZipException {
        assertThat(Gzip.unpacked(Gzip.packed(PLAIN), 1000)).isEqualTo(PLAIN);
        assertThat(Gzip.unpacked(Gzip.packed(new byte[0]), 1000)).isEmpty();
        assertThat(Gzip.unpacked(Gzip.packed(new byte[1_000_000]), 1_000_000)).hasSize(1_000_000);
    }

    /** By hand: the name, a comment, some extra bytes and the head's sum, all of which may be there. */
    @Test
    void a_head_may_say_more() throws IOException {
        byte[] packed = Gzip.packed(PLAIN);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(packed, 0, 3);
        more.write(2 + 4 + 8 + 16);
        more.write(packed, 4, 6);
        more.write(new byte[] {3, 0, 'a', 'b', 'c'});
        more.write("name\0comment\0".getBytes(StandardCharsets.ISO_8859_1));
        more.write(new byte[] {1, 2});
        more.write(packed, 10, packed.length - 10);
        assertThat(Gzip.unpacked(more.toByteArray(), 1000)).isEqualTo(PLAIN);
    }

    @Test
    void several_members_are_one_after_the_other() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(Gzip.packed(PLAIN));
        members.write(Gzip.packed(PLAIN));
        assertThat(Gzip.unpacked(members.toByteArray(), 1000)).hasSize(2 * PLAIN.length);
        assertThat(Gzip.unpacked(members.toByteArray(), 2 * PLAIN.length - 1)).isNull();
    }

    /** A stack would overflow at a step for each. */
    @Test
    void a_hundred_thousand_empty_members_are_nothing() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        byte[] empty = Gzip.packed(new byte[0]);
        for (int i = 0; i < 100_000; i++) {
            members.write(empty);
        }
        assertThat(Gzip.unpacked(members.toByteArray(), 1000)).isEmpty();
    }

    @Test
    void what_is_too_much_is_not_unpacked_to_its_end() throws IOException {
        assertThat(Gzip.unpacked(Gzip.packed(PLAIN), PLAIN.length)).isEqualTo(PLAIN);
        assertThat(Gzip.unpacked(Gzip.packed(PLAIN), PLAIN.length - 1)).isNull();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 50; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        // Its end is not looked at.
        byte[] cut = Arrays.copyOf(bomb.toByteArray(), bomb.size() - 8);
        assertThat(Gzip.unpacked(cut, 1_000_000)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 15, 30, 40})
    void what_is_cut_short_is_refused(int length) {
        byte[] packed = Gzip.packed(PLAIN);
        assertThat(packed).hasSizeGreaterThan(40);
        assertThatThrownBy(() -> Gzip.unpacked(Arrays.copyOf(packed, length), 1000))
                .isInstanceOf(ZipException.class);
    }

    @Test
    void what_is_changed_anywhere_is_refused_or_the_same() throws ZipException {
        for (int i = 0; i < Gzip.packed(PLAIN).length; i++) {
            byte[] packed = Gzip.packed(PLAIN);
            packed[i] ^= 0x55;
            // When, how well and where it was packed is no matter.
            if (i >= 4 && i < 10) {
                assertThat(Gzip.unpacked(packed, 1000)).isEqualTo(PLAIN);
            } else {
                assertThatThrownBy(() -> Gzip.unpacked(packed, 1000))
                        .as("byte " + i)
                        .isInstanceOf(ZipException.class);
            }
        }
    }

    @Test
    void what_follows_is_refused_unless_it_is_a_member() {
        byte[] packed = Gzip.packed(PLAIN);
        byte[] more = Arrays.copyOf(packed, packed.length + 1);
        assertThatThrownBy(() -> Gzip.unpacked(more, 1000)).isInstanceOf(ZipException.class);
    }
}

package org.parley.lists;

import org.parley.graph.RecordKind;

/**
 * The numbers of the table {@code record_order}: a record's <em>ordinal</em> is its position among all records, sorted by kind, then
 * by {@link Dated time}, the undated ones last, then by id. The word index holds ordinals, so that the records with a word are
 * sorted as lists show them, and none of its keys is a text.
 *
 * <p>An ordinal has 38 bits: 5 for the {@linkplain RecordKind#number kind}, one that is set if the record is undated, and 32 for the
 * position among those. Positions have gaps for records that are added later.
 */
public final class Ordinals {
    private static final int POSITION_BITS = 32;

    /** How many positions the dated, or the undated, records of a kind have. */
    public static final long POSITIONS = 1L << POSITION_BITS;

    private static final int BITS = 38;

    /** How many ordinals there are. */
    public static final long COUNT = 1L << BITS;

    /** The most kinds of record that have ordinals. */
    static final int KINDS = (int) (COUNT / POSITIONS / 2);

    private Ordinals() {}

    /** The lowest ordinal of a kind. */
    public static long first(RecordKind kind) {
        if (kind.number() >= KINDS) {
            throw new IllegalStateException("There are more than " + KINDS + " kinds of record");
        }
        return kind.number() * 2 * POSITIONS;
    }

    /** The lowest ordinal of the undated records of a kind, after its dated ones. */
    public static long undated(RecordKind kind) {
        return first(kind) + POSITIONS;
    }

    /** The ordinal after the last of a kind. */
    public static long end(RecordKind kind) {
        return first(kind) + 2 * POSITIONS;
    }

    /** The lowest key that an entry of this token can have in the word index. An entry's key is this and the record's ordinal. */
    public static long base(long token) {
        return token << BITS;
    }

    /** The most tokens that the word index can have. */
    public static final long TOKENS = 1L << 63 - BITS;
}

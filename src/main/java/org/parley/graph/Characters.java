package org.parley.graph;

import java.util.stream.IntStream;

/** Characters that nobody sees. */
public final class Characters {
    /**
     * The first and last of each run of the characters that a reader is not shown where a font does not know them:
     * Default_Ignorable_Code_Point of Unicode (soft hyphen, joiners, marks of direction, variation selectors, fillers, tags).
     */
    private static final int[] IGNORABLE = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A,
        0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0,
        0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private static final int BRAILLE_BLANK = 0x2800;

    private Characters() {}

    /** Every character that is passed over where words are read. */
    public static IntStream ignorable() {
        return IntStream.range(0, IGNORABLE.length / 2)
                .flatMap(i -> IntStream.rangeClosed(IGNORABLE[2 * i], IGNORABLE[2 * i + 1]));
    }

    /** Whether nothing of the text would be seen: it is empty, or all of it is space, control, format or ignorable. */
    public static boolean areInvisible(String text) {
        return text.codePoints().allMatch(Characters::isInvisible);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> character == BRAILLE_BLANK || isIgnorable(character);
        };
    }

    /** Whether it is passed over where words are read. */
    public static boolean isIgnorable(int character) {
        return IntStream.range(0, IGNORABLE.length / 2)
                .anyMatch(i -> character >= IGNORABLE[2 * i] && character <= IGNORABLE[2 * i + 1]);
    }
}

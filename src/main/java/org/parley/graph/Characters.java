package org.parley.graph;

import java.util.stream.IntStream;

/** Invisible characters. */
public final class Characters {
    /**
     * The first and last code point of each range of Unicode's property Default_Ignorable_Code_Point: characters that are not
     * shown even where the font lacks them (soft hyphen, joiners, direction marks, variation selectors, fillers, tags).
     */
    private static final int[] IGNORABLE = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A,
        0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0,
        0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private static final int BRAILLE_BLANK = 0x2800;

    private Characters() {}

    /** All ignorable code points. They are skipped when a text is split into words. */
    public static IntStream ignorable() {
        return IntStream.range(0, IGNORABLE.length / 2)
                .flatMap(i -> IntStream.rangeClosed(IGNORABLE[2 * i], IGNORABLE[2 * i + 1]));
    }

    /** Whether the text has no visible character: it is empty, or holds only space, control, format or ignorable characters. */
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

    /** Whether the code point is skipped when a text is split into words. */
    public static boolean isIgnorable(int character) {
        return IntStream.range(0, IGNORABLE.length / 2)
                .anyMatch(i -> character >= IGNORABLE[2 * i] && character <= IGNORABLE[2 * i + 1]);
    }
}

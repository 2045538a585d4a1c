package org.parley.graph;

import java.math.BigDecimal;

/**
 * The numbers that a client may write. The engine and its scalars make a whole number, digit by digit, of whatever they are given:
 * 1e999999999 is 11 characters and a number of 400 megabytes. No scalar needs more than a double holds.
 */
public final class Numbers {
    /** {@link Double#MIN_VALUE} is 4.9e-324, {@link Double#MAX_VALUE} 1.8e308. */
    private static final int SMALLEST = -324;

    private static final int LARGEST = 308;

    public static final String RULE = "a number must have an exponent from " + SMALLEST + " to " + LARGEST;

    private Numbers() {}

    /** Whether the exponent is one that a double can have; the number of digits is for others to limit. */
    public static boolean isLikeDouble(BigDecimal number) {
        long exponent = exponent(number);
        return exponent >= SMALLEST && exponent <= LARGEST;
    }

    /** The power of ten of the first digit: 2 of 157, -1 of 0.5. */
    public static long exponent(BigDecimal number) {
        return (long) number.precision() - number.scale() - 1;
    }
}

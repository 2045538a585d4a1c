package org.parley.graph;

import java.math.BigDecimal;

/**
 * The range of the numbers that a client may write. graphql-java's scalars and Parley's engine convert a number to a whole one
 * with all its digits: 1e999999999 has 11 characters and would need 400 megabytes. No scalar needs a greater exponent than a
 * double has.
 */
public final class Numbers {
    /** {@link Double#MIN_VALUE} is 4.9e-324, {@link Double#MAX_VALUE} 1.8e308. */
    private static final int SMALLEST = -324;

    private static final int LARGEST = 308;

    public static final String RULE = "a number must have an exponent from " + SMALLEST + " to " + LARGEST;

    private Numbers() {}

    /** Whether a double can have this exponent. The number of digits is limited elsewhere. */
    public static boolean isLikeDouble(BigDecimal number) {
        long exponent = exponent(number);
        return exponent >= SMALLEST && exponent <= LARGEST;
    }

    /** The exponent of the first digit, to the base 10: 2 of 157, -1 of 0.5. */
    public static long exponent(BigDecimal number) {
        return (long) number.precision() - number.scale() - 1;
    }
}

package org.parley.limit;

/** Arithmetic that stops at a number far beyond any limit, and far from an overflow when two such numbers are multiplied. */
final class Saturating {
    private static final long MOST = 1_000_000_000;

    private Saturating() {}

    static long plus(long a, long b) {
        return Math.min(a + b, MOST);
    }

    static long times(long a, long b) {
        return Math.min(a * b, MOST);
    }

    /** As a sentence has it: numbers at which counting stopped are not told as if they were exact. */
    static String shown(long number) {
        return number >= MOST ? "more than a thousand million" : Long.toString(number);
    }
}

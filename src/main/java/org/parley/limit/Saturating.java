package org.parley.limit;

/** Saturating arithmetic: results stop at 10<sup>9</sup>, far beyond any limit. The product of two such numbers still fits a long. */
final class Saturating {
    private static final long MOST = 1_000_000_000;

    private Saturating() {}

    static long plus(long a, long b) {
        return Math.min(a + b, MOST);
    }

    static long times(long a, long b) {
        return Math.min(a * b, MOST);
    }

    /** The number for an error message; a saturated one is not shown as if it were exact. */
    static String shown(long number) {
        return number >= MOST ? "more than a thousand million" : Long.toString(number);
    }
}

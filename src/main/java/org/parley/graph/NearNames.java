package org.parley.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that a misspelt one may stand for, to suggest them in an error message. */
public final class NearNames {
    /** How many names are suggested at most. */
    private static final int MOST = 3;

    /**
     * The longest name, in characters, for which others are suggested. A longer one is hardly a misspelling, and the time to
     * compare two names grows with the product of their lengths.
     */
    public static final int LONGEST = 100;

    private record Near(String name, int distance) {}

    private NearNames() {}

    /**
     * The question "Did you mean ...?", to be appended to a sentence that has no full stop; empty if no name is similar.
     *
     * @param wrong the name that was written; a name that differs from it only in case is similar, too
     */
    public static String question(String wrong, Collection<String> right) {
        List<String> near = of(wrong, right);
        return near.isEmpty() ? "" : ". Did you mean " + listed(near) + "?";
    }

    /**
     * The names whose edit distance is at most a third of the wrong name's length (and 1 for a shorter one), and at most 1 more
     * than the distance of the nearest. Case does not count. Nearest first, at most {@value #MOST}.
     */
    static List<String> of(String wrong, Collection<String> right) {
        if (wrong.length() > LONGEST) {
            return List.of();
        }
        int most = Math.max(1, wrong.length() / 3);
        List<Near> near = right.stream()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= most)
                .map(name -> new Near(name, distance(folded(wrong), folded(name))))
                .filter(each -> each.distance <= most && each.distance < wrong.length())
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .toList();
        return near.stream()
                .filter(each -> each.distance <= near.get(0).distance + 1)
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " or "
                        + names.get(names.size() - 1);
    }

    /**
     * The edit distance: how many characters to delete, insert, replace or swap with the next one, to turn one name into the
     * other.
     */
    public static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], now[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}

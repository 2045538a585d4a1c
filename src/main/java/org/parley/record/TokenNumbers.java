package org.parley.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.lists.Ordinals;
import org.parley.lists.WordTable;

/** The numbers of tokens, and those of the forms of each stem, in the order in which they are asked for. Not thread-safe. */
final class TokenNumbers {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> forms = new HashMap<>();
    private int next;

    /** Gives a token the number that it has already. */
    void put(String token, int number) {
        numbers.put(token, number);
    }

    /** Lets the next token have this number, and those that follow the next ones. */
    void continueWith(int number) {
        next = number;
    }

    /**
     * The number of a token: the next one if it has none.
     *
     * @throws IllegalStateException if there are more tokens than numbers
     */
    int number(String token) {
        Integer known = numbers.get(token);
        if (known != null) {
            return known;
        }
        if (next >= Ordinals.TOKENS) {
            throw new IllegalStateException("The word index can't hold more than " + Ordinals.TOKENS + " words");
        }
        numbers.put(token, next);
        return next++;
    }

    Map<String, Integer> numbers() {
        return numbers;
    }

    /** Gives a form the number that it has already among the forms of its stem. */
    void putVariant(String stem, String form, int variant) {
        List<String> known = forms.computeIfAbsent(stem, k -> new ArrayList<>());
        while (known.size() <= variant) {
            known.add(null);
        }
        known.set(variant, form);
    }

    /** The number of a form among those of its stem: the next one if it has none. {@link WordTable#FORMS} if no bit is left. */
    int variant(String stem, String form) {
        List<String> known = forms.computeIfAbsent(stem, k -> new ArrayList<>());
        int variant = known.indexOf(form);
        if (variant < 0) {
            variant = known.indexOf(null);
            if (variant >= 0) {
                known.set(variant, form);
            } else if (known.size() < WordTable.FORMS) {
                variant = known.size();
                known.add(form);
            } else {
                return WordTable.FORMS;
            }
        }
        return variant;
    }

    /** The bits of these forms. */
    int bits(String stem, Collection<String> ofRecord) {
        long bits = 0;
        for (String form : ofRecord) {
            bits |= 1L << variant(stem, form);
        }
        return (int) (bits & WordTable.NO_FORM - 1);
    }
}

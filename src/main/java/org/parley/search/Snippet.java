package org.parley.search;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.parley.graph.Words;

/** The part of a record's text that shows why it was found. */
final class Snippet {
    /** About how many characters of the text are shown. */
    static final int LENGTH = 160;

    private Snippet() {}

    /**
     * @param texts the record's texts, the most telling first; at least one
     * @param forms every token that counts as a match
     */
    static String of(List<String> texts, Set<String> forms) {
        String best = texts.stream()
                .max(Comparator.comparingLong((String text) -> matches(text, forms))
                        .thenComparing(texts::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        return highlighted(best, forms);
    }

    private static long matches(String text, Set<String> forms) {
        return Words.of(text).stream()
                .map(Words.Word::token)
                .filter(forms::contains)
                .distinct()
                .count();
    }

    private static String highlighted(String text, Set<String> forms) {
        List<Words.Word> all = Words.of(text);
        List<Words.Word> found =
                all.stream().filter(word -> forms.contains(word.token())).toList();
        int from = 0;
        int to = text.length();
        if (text.length() > LENGTH && !found.isEmpty()) {
            int wanted = Math.max(0, found.get(0).start() - LENGTH / 4);
            from = wanted == 0
                    ? 0
                    : all.stream()
                            .mapToInt(Words.Word::start)
                            .filter(start -> start >= wanted)
                            .findFirst()
                            .orElse(0);
            int limit = from + LENGTH;
            to = limit >= text.length()
                    ? text.length()
                    : all.stream()
                            .mapToInt(Words.Word::end)
                            .filter(end -> end <= limit)
                            .max()
                            .orElse(text.length());
        }
        StringBuilder snippet = new StringBuilder(from == 0 ? "" : "… ");
        int at = from;
        for (Words.Word word : found) {
            if (word.start() >= from && word.end() <= to) {
                snippet.append(text, at, word.start())
                        .append('«')
                        .append(text, word.start(), word.end())
                        .append('»');
                at = word.end();
            }
        }
        return snippet.append(text, at, to)
                .append(to == text.length() ? "" : " …")
                .toString();
    }
}

package org.parley.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.lists.Words;

/**
 * The part of a record's text that shows why it was found.
 *
 * @param forms  the forms of words that match
 * @param tokens the tokens that match: those of two words written apart, and those of n-grams
 */
record Snippet(Set<String> forms, Set<String> tokens) {
    /** About how many characters of the text are shown. */
    static final int LENGTH = 160;

    /**
     * A matching part of a text.
     *
     * @param start   the index of its first character
     * @param end     the index after its last character
     * @param matched the form or token that matches: two different words in a text count more than the same word twice
     */
    private record Match(int start, int end, String matched) {}

    /** @param texts the record's texts, the most telling first; at least one */
    String of(List<String> texts) {
        String best = texts.stream()
                .max(Comparator.comparingLong(this::distinctMatches)
                        .thenComparing(texts::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        return highlighted(best);
    }

    private long distinctMatches(String text) {
        return matches(text, Words.of(text)).stream()
                .map(Match::matched)
                .distinct()
                .count();
    }

    /** The matches in the order of their starts; some may overlap. */
    private List<Match> matches(String text, List<Words.Word> words) {
        List<Match> matches = new ArrayList<>();
        for (Words.Word word : words) {
            if (forms.contains(word.token())) {
                matches.add(new Match(word.start(), word.end(), word.token()));
            }
            for (Words.Word gram : word.grams()) {
                if (tokens.contains(gram.token())) {
                    matches.add(new Match(gram.start(), gram.end(), gram.token()));
                }
            }
        }
        for (Words.Joined joined : Words.joined(text, words)) {
            if (joined.isAmong(forms, tokens)) {
                matches.add(new Match(joined.first().start(), joined.second().end(), joined.token()));
            }
        }
        matches.sort(Comparator.comparingInt(Match::start));
        return matches;
    }

    /** Merges overlapping matches, so that they are marked as one. */
    private static List<Match> merged(List<Match> matches) {
        List<Match> merged = new ArrayList<>();
        for (Match match : matches) {
            int last = merged.size() - 1;
            if (last >= 0 && match.start() < merged.get(last).end()) {
                Match before = merged.get(last);
                merged.set(last, new Match(before.start(), Math.max(before.end(), match.end()), before.matched()));
            } else {
                merged.add(match);
            }
        }
        return merged;
    }

    /** Where the text may be cut: before or after a word, or an n-gram in a script without spaces. */
    private static Stream<Words.Word> pieces(List<Words.Word> words) {
        return words.stream().flatMap(word -> Stream.concat(Stream.of(word), word.grams().stream()));
    }

    private String highlighted(String text) {
        List<Words.Word> words = Words.of(text);
        List<Match> found = merged(matches(text, words));
        int from = 0;
        int to = text.length();
        if (text.length() > LENGTH && !found.isEmpty()) {
            int wanted = Math.max(0, found.get(0).start() - LENGTH / 4);
            from = wanted == 0
                    ? 0
                    : pieces(words)
                            .mapToInt(Words.Word::start)
                            .filter(start -> start >= wanted)
                            .min()
                            .orElse(0);
            int limit = from + LENGTH;
            to = limit >= text.length()
                    ? text.length()
                    : pieces(words)
                            .mapToInt(Words.Word::end)
                            .filter(end -> end <= limit)
                            .max()
                            .orElse(text.length());
        }
        StringBuilder snippet = new StringBuilder(from == 0 ? "" : "… ");
        int at = from;
        for (Match match : found) {
            if (match.start() >= from && match.end() <= to) {
                snippet.append(text, at, match.start())
                        .append('«')
                        .append(text, match.start(), match.end())
                        .append('»');
                at = match.end();
            }
        }
        return snippet.append(text, at, to)
                .append(to == text.length() ? "" : " …")
                .toString();
    }
}

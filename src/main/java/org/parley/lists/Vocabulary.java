package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.graph.InvalidArgument;
import org.parley.store.Sql;

/** Looks up the words of a text in the database: their recorded spellings, and the longer words that begin with them. Thread-safe. */
@ApplicationScoped
public class Vocabulary {
    /** The fewest letters of a word that also finds longer words: this many if a record has the word itself. */
    private static final int BEGINNING = 4;

    /** The same, if no record has the word itself. */
    private static final int SHORTEST_BEGINNING = 3;

    /** How many longer words a beginning finds at most: the shortest ones. */
    static final int MOST_BEGINNINGS = 64;

    /**
     * The terms of a text, looked up by one statement.
     *
     * @param argument the name of the argument, for the error
     * @throws InvalidArgument if the text has no word, or is longer than {@value Words#LONGEST_TEXT} characters
     */
    public Sought sought(String argument, String text) {
        if (text.length() > Words.LONGEST_TEXT) {
            throw new InvalidArgument(
                    argument + " must have at most " + Words.LONGEST_TEXT + " characters, not " + text.length());
        }
        List<Words.Word> words = Words.of(text);
        if (words.isEmpty()) {
            throw new InvalidArgument(argument + " must hold at least one word, not " + InvalidArgument.shown(text));
        }
        List<Words.Joined> joined = Words.joined(text, words);
        return new Sought(terms(words, joined, known(words, joined)));
    }

    private static List<Sought.Term> terms(List<Words.Word> words, List<Words.Joined> joined, Known known) {
        Map<Object, Sought.Term> terms = new LinkedHashMap<>();
        for (Words.Word word : words) {
            String stem = known.stem(word.token());
            String form = known.form(word.token());
            boolean isInRecord = known.has(word.token());
            List<Words.Word> grams = word.longestGrams();
            for (Words.Word gram : grams) {
                Set<String> tokens = new LinkedHashSet<>(List.of(gram.token()));
                // Another spelling has other n-grams, so its records are found by the stem.
                if (isInRecord && !stem.equals(word.token())) {
                    tokens.add(stem);
                }
                add(terms, new Sought.Term(List.copyOf(tokens), stem, form, List.of(), true));
            }
            if (!grams.isEmpty()) {
                continue;
            }
            Set<String> tokens = new LinkedHashSet<>();
            String apart = Words.apart(word.token());
            if (known.tokens().contains(apart)) {
                tokens.add(apart);
            }
            for (Words.Joined each : joined) {
                if ((each.first().equals(word) || each.second().equals(word)) && known.has(each.token())) {
                    tokens.add(known.stem(each.token()));
                }
            }
            boolean isKnown = isInRecord || !tokens.isEmpty();
            if (isInRecord || tokens.isEmpty()) {
                tokens.add(stem);
            }
            boolean begins = word.mayBegin(isKnown ? BEGINNING : SHORTEST_BEGINNING);
            List<String> beginnings = begins
                    ? known.beginnings().getOrDefault(word.token(), Set.of()).stream()
                            .filter(token -> !tokens.contains(token))
                            .toList()
                    : List.of();
            add(terms, new Sought.Term(List.copyOf(tokens), stem, form, beginnings, isKnown));
        }
        return List.copyOf(terms.values());
    }

    /** Adds a term once, even if the text has the word several times or in several spellings. */
    private static void add(Map<Object, Sought.Term> terms, Sought.Term term) {
        terms.putIfAbsent(term.tokens(), term);
    }

    /**
     * What the database knows about the words of a text.
     *
     * @param forms      the canonical form of each word that a record has
     * @param stems      the token of each word that a record has
     * @param tokens     the tokens of compounds, written as two words, that are in the word index
     * @param beginnings for each word the tokens of the longer words that begin with it
     */
    private record Known(
            Map<String, String> forms,
            Map<String, String> stems,
            Set<String> tokens,
            Map<String, Set<String>> beginnings) {

        boolean has(String token) {
            return stems.containsKey(token) || stems.containsKey(WordAnalysis.stem(token));
        }

        String stem(String token) {
            String stem = WordAnalysis.stem(token);
            return stems.getOrDefault(token, stems.getOrDefault(stem, stem));
        }

        String form(String token) {
            return forms.getOrDefault(token, token);
        }
    }

    private Known known(List<Words.Word> words, List<Words.Joined> joined) {
        Set<String> tokens = new LinkedHashSet<>();
        Set<String> apart = new LinkedHashSet<>();
        Stream.concat(words.stream().map(Words.Word::token), joined.stream().map(Words.Joined::token))
                .forEach(token -> {
                    tokens.add(token);
                    tokens.add(WordAnalysis.stem(token));
                });
        words.stream().filter(Words.Word::mayBeApart).forEach(word -> apart.add(Words.apart(word.token())));
        List<String> beginnings = words.stream()
                .filter(word -> word.mayBegin(SHORTEST_BEGINNING))
                .map(Words.Word::token)
                .distinct()
                .toList();
        StringBuilder sql = new StringBuilder("select token, form, stem, 'word' from term where token = any(?)");
        List<Object> values = new ArrayList<>(List.of(List.copyOf(tokens)));
        if (!apart.isEmpty()) {
            sql.append(" union all select s.token, null, null, 'apart' from unnest(?) as s(token)"
                    + " where exists (select 1 from word w where w.token = s.token)");
            values.add(List.copyOf(apart));
        }
        for (int i = 0; i < beginnings.size(); i++) {
            String beginning = beginnings.get(i);
            sql.append(" union all select b.* from (select token, form, stem, '")
                    .append(i)
                    .append("' from term where token > ? and token < ? order by char_length(token), token fetch first ")
                    .append(MOST_BEGINNINGS)
                    .append(" rows only) b");
            values.add(beginning);
            values.add(beyond(beginning));
        }
        Known found = new Known(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        for (Object[] row : Sql.bind(sql.toString(), values, Object[].class).getResultList()) {
            String token = (String) row[0];
            switch ((String) row[3]) {
                case "word" -> {
                    found.forms().put(token, (String) row[1]);
                    found.stems().put(token, (String) row[2]);
                }
                case "apart" -> found.tokens().add(token);
                default -> {
                    String beginning = beginnings.get(Integer.parseInt((String) row[3]));
                    if (!isMark(token.codePointAt(beginning.length()))) {
                        found.beginnings()
                                .computeIfAbsent(beginning, k -> new LinkedHashSet<>())
                                .add((String) row[2]);
                    }
                }
            }
        }
        return found;
    }

    /** The end, exclusive, of the range of texts that begin with this one. */
    private static String beyond(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }

    /** Whether this is a combining mark, such as a vowel sign: with it, the letter before it is another letter. */
    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    /** All forms of words that have these tokens as their stems; one statement. */
    public Set<String> forms(List<String> tokens) {
        return new HashSet<>(Sql.bind("select token from term where stem = any(?)", List.of(tokens), String.class)
                .getResultList());
    }
}

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
import org.parley.store.ReadTransaction;
import org.parley.store.RecordQuestion;
import org.parley.store.Sql;

/** Looks up the words of a text in the database: their recorded spellings, and the longer words that begin with them. Thread-safe. */
@ApplicationScoped
public class Vocabulary {
    /** What the database knows of a text; any record may have its words. */
    private static final RecordQuestion KNOWN = RecordQuestion.ofOthers();

    /** The fewest letters of a word that also finds longer words: this many if a record has the word itself. */
    private static final int BEGINNING = 4;

    /** The same, if no record has the word itself. */
    private static final int SHORTEST_BEGINNING = 3;

    /** How many longer words a beginning finds at most: the shortest ones. */
    static final int MOST_BEGINNINGS = 64;

    /**
     * The terms of a text, looked up by one statement at most.
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
        return ReadTransaction.current()
                .answers(KNOWN, List.of(text), missing -> Map.of(text, lookedUp(text, words)), Vocabulary::bytes)
                .get(text);
    }

    private Sought lookedUp(String text, List<Words.Word> words) {
        List<Words.Joined> joined = Words.joined(text, words);
        return new Sought(terms(words, joined, known(words, joined)));
    }

    private static int bytes(Sought sought) {
        return sought.tokens().stream()
                .mapToInt(token -> 4 * EntityTable.bytesOf(token))
                .sum();
    }

    private static List<Sought.Term> terms(List<Words.Word> words, List<Words.Joined> joined, Known known) {
        Map<Object, Sought.Term> terms = new LinkedHashMap<>();
        for (Words.Word word : words) {
            Sought.Token stem = known.token(known.stem(word.token()));
            long form = known.form(word.token());
            boolean isInRecord = known.has(word.token());
            List<Words.Word> grams = word.longestGrams();
            for (Words.Word gram : grams) {
                Set<Sought.Token> tokens = new LinkedHashSet<>(List.of(known.token(gram.token())));
                // Another spelling has other n-grams, so its records are found by the stem.
                if (isInRecord && !stem.text().equals(word.token())) {
                    tokens.add(stem);
                }
                add(terms, new Sought.Term(List.copyOf(tokens), stem, form, List.of(), true));
            }
            if (!grams.isEmpty()) {
                continue;
            }
            Set<Sought.Token> tokens = new LinkedHashSet<>();
            Sought.Token apart = known.token(Words.apart(word.token()));
            if (apart.base() >= 0) {
                tokens.add(apart);
            }
            for (Words.Joined each : joined) {
                if ((each.first().equals(word) || each.second().equals(word)) && known.has(each.token())) {
                    tokens.add(known.token(known.stem(each.token())));
                }
            }
            boolean isKnown = isInRecord || !tokens.isEmpty();
            if (isInRecord || tokens.isEmpty()) {
                tokens.add(stem);
            }
            boolean begins = word.mayBegin(isKnown ? BEGINNING : SHORTEST_BEGINNING);
            List<Sought.Token> beginnings = begins
                    ? known.beginnings().getOrDefault(word.token(), Set.of()).stream()
                            .map(known::token)
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
     * @param forms      the bit of the canonical form of each word that a record has, among the forms of its token
     * @param stems      the token of each word that a record has
     * @param bases      the lowest key of the entries of each token that has entries
     * @param beginnings for each word the tokens of the longer words that begin with it
     */
    private record Known(
            Map<String, Long> forms,
            Map<String, String> stems,
            Map<String, Long> bases,
            Map<String, Set<String>> beginnings) {

        boolean has(String token) {
            return stems.containsKey(token) || stems.containsKey(WordAnalysis.stem(token));
        }

        String stem(String token) {
            String stem = WordAnalysis.stem(token);
            return stems.getOrDefault(token, stems.getOrDefault(stem, stem));
        }

        Sought.Token token(String text) {
            return new Sought.Token(text, bases.getOrDefault(text, Ordinals.base(-1)));
        }

        long form(String token) {
            return forms.getOrDefault(token, WordTable.NO_FORM);
        }
    }

    private Known known(List<Words.Word> words, List<Words.Joined> joined) {
        Set<String> tokens = new LinkedHashSet<>();
        Set<String> unstemmed = new LinkedHashSet<>();
        Stream.concat(words.stream().map(Words.Word::token), joined.stream().map(Words.Joined::token))
                .forEach(token -> {
                    tokens.add(token);
                    tokens.add(WordAnalysis.stem(token));
                });
        words.stream().filter(Words.Word::mayBeApart).forEach(word -> unstemmed.add(Words.apart(word.token())));
        words.forEach(word -> word.longestGrams().forEach(gram -> unstemmed.add(gram.token())));
        List<String> beginnings = words.stream()
                .filter(word -> word.mayBegin(SHORTEST_BEGINNING))
                .map(Words.Word::token)
                .distinct()
                .toList();
        StringBuilder sql = new StringBuilder("select t.token, t.stem, t.variant, n.number, 'word' from term t"
                + " left join token n on n.text = t.stem where t.token = any(?)");
        List<Object> values = new ArrayList<>(List.of(List.copyOf(tokens)));
        if (!unstemmed.isEmpty()) {
            sql.append(" union all select n.text, n.text, null, n.number, 'token' from token n where n.text = any(?)");
            values.add(List.copyOf(unstemmed));
        }
        for (int i = 0; i < beginnings.size(); i++) {
            String beginning = beginnings.get(i);
            sql.append(" union all select b.token, b.stem, null, n.number, '")
                    .append(i)
                    .append("' from (select token, stem from term where token > ? and token < ?"
                            + " order by char_length(token), token fetch first ")
                    .append(MOST_BEGINNINGS)
                    .append(" rows only) b left join token n on n.text = b.stem");
            values.add(beginning);
            values.add(beyond(beginning));
        }
        Known found = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Object[] row : Sql.bind(sql.toString(), values, Object[].class).getResultList()) {
            String token = (String) row[0];
            String stem = (String) row[1];
            if (row[3] != null) {
                found.bases().put(stem, Ordinals.base(((Number) row[3]).longValue()));
            }
            switch ((String) row[4]) {
                case "word" -> {
                    found.forms().put(token, 1L << ((Number) row[2]).intValue());
                    found.stems().put(token, stem);
                }
                case "token" -> {
                    // Its number is all that is asked for.
                }
                default -> {
                    String beginning = beginnings.get(Integer.parseInt((String) row[4]));
                    if (!isMark(token.codePointAt(beginning.length()))) {
                        found.beginnings()
                                .computeIfAbsent(beginning, k -> new LinkedHashSet<>())
                                .add(stem);
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

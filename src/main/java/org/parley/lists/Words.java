package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.hibernate.Session;
import org.parley.graph.InvalidArgument;
import org.parley.graph.RecordKind;
import org.parley.store.Sql;

/**
 * Words as search sees them.
 *
 * <p>A word is folded to its <em>token</em>: no case, no diacritics, one form of each letter and digit. All forms of a word (the
 * plural, the recorded spellings of a name) have one token in the word index, the {@link #stem}; an entry of the index says which
 * forms its record writes, so that a record with the word as it was typed comes first. What is written as one word, with a
 * hyphen or as two ({@code ceasefire}) is found by each of the three.
 */
@ApplicationScoped
public class Words {
    /** The longest text that is searched for, in characters. */
    public static final int LONGEST_TEXT = 200;

    /** What a word as it was typed counts more than its other forms, and these more than what only begins like it. */
    public static final int EXACT = 100;

    /** Before the token of two words that are written apart, and might be written as one. */
    private static final String APART = "+";

    /** How short and how long two words written as one may be, and the shortest of the two: Al Assad, cease fire. */
    private static final int SHORTEST_JOINED = 6;

    private static final int LONGEST_JOINED = 14;
    private static final int SHORTEST_PART = 2;

    /** What is taken for the beginning of words though it is a word itself, and what only if it is none. */
    private static final int BEGINNING = 4;

    private static final int SHORTEST_BEGINNING = 3;

    /** How many words a beginning stands for at most: the shortest. */
    static final int MOST_BEGINNINGS = 64;

    /** The rounds after which a chain of stems and spellings that goes in a circle is given up. */
    private static final int LONGEST_CHAIN = 8;

    private final EntityManager entities;

    Words(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A word of a text: its place in it and its token.
     *
     * @param grams the pieces by which it is found if its script has no spaces between words; empty for other words
     */
    public record Word(int start, int end, String token, List<Word> grams) {
        Word(int start, int end, String token) {
            this(start, end, token, List.of());
        }

        Word moved(int by) {
            return new Word(
                    start + by,
                    end + by,
                    token,
                    grams.stream().map(gram -> gram.moved(by)).toList());
        }

        /** The pieces that a record must have if it has this word: the longest. Empty for words of other scripts. */
        private List<Word> longestGrams() {
            int longest = grams.stream().mapToInt(Word::length).max().orElse(0);
            return grams.stream().filter(gram -> gram.length() == longest).toList();
        }

        private int length() {
            return token.codePointCount(0, token.length());
        }

        private boolean isOfLetters() {
            return token.codePoints().noneMatch(Character::isDigit);
        }

        private boolean mayBegin(int length) {
            return grams.isEmpty()
                    && token.codePoints().filter(Character::isLetter).count() >= length
                    && isOfLetters();
        }
    }

    /** The words of a text, folded. */
    public static List<Word> of(String text) {
        return WordAnalysis.words(text);
    }

    /** Of how many conditions a search for this text consists, at most. */
    public static int terms(String text) {
        return of(text).stream()
                .collect(Collectors.toMap(
                        Word::token, word -> Math.max(1, word.longestGrams().size()), (one, same) -> one))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * The token that stands for all forms of a word.
     *
     * @param canonical answers the form that stands for all recorded spellings of a word; the word itself if it has no other
     */
    public static String stem(String token, UnaryOperator<String> canonical) {
        String form = canonical.apply(token);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            String next = canonical.apply(WordAnalysis.stem(form));
            if (next.equals(form)) {
                return form;
            }
            form = next;
        }
        return form;
    }

    /**
     * Two words that follow each other, taken for one.
     *
     * @param token      what they are together
     * @param hyphenated whether a hyphen stands between them, and no space
     */
    public record Joined(Word first, Word second, String token, boolean hyphenated) {

        /**
         * Where they are found in the word index, if they are.
         *
         * @param stem answers the stem of a token
         */
        public String key(UnaryOperator<String> stem) {
            return hyphenated ? stem.apply(token) : apart(token);
        }

        /** Whether it is one of these words, or what stands for them in the word index one of these tokens. */
        public boolean isAmong(Set<String> forms, Set<String> tokens) {
            return hyphenated ? forms.contains(token) : tokens.contains(apart(token));
        }
    }

    private static String apart(String token) {
        return APART + WordAnalysis.stem(token);
    }

    /** What of a text might be written as one word. */
    public static List<Joined> joined(String text, List<Word> words) {
        List<Joined> joined = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            Word first = words.get(i - 1);
            Word second = words.get(i);
            String token = first.token() + second.token();
            if (second.start() - first.end() == 1
                    && first.grams().isEmpty()
                    && second.grams().isEmpty()) {
                char between = text.charAt(first.end());
                if (isHyphen(between)
                        && token.length() <= WordAnalysis.LONGEST_TOKEN
                        && (first.isOfLetters() || second.isOfLetters())) {
                    joined.add(new Joined(first, second, token, true));
                } else if (Character.isSpaceChar(between) && mayBeOne(first, second, token)) {
                    joined.add(new Joined(first, second, token, false));
                }
            }
        }
        return joined;
    }

    private static boolean isHyphen(char character) {
        return "-\u2010\u2011﹣－".indexOf(character) >= 0;
    }

    private static boolean mayBeOne(Word first, Word second, String token) {
        return token.length() >= SHORTEST_JOINED
                && token.length() <= LONGEST_JOINED
                && Stream.of(first, second)
                        .allMatch(word -> word.token().length() >= SHORTEST_PART
                                && word.isOfLetters()
                                && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word.token()));
    }

    /**
     * What to look for; one statement.
     *
     * @throws InvalidArgument if the text holds no word, or is longer than {@value #LONGEST_TEXT} characters
     */
    public Sought sought(String argument, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidArgument(
                    argument + " must have at most " + LONGEST_TEXT + " characters, not " + text.length());
        }
        List<Word> words = of(text);
        if (words.isEmpty()) {
            throw new InvalidArgument(argument + " must hold at least one word, not " + InvalidArgument.shown(text));
        }
        List<Joined> joined = joined(text, words);
        return new Sought(terms(words, joined, vocabulary(words, joined)));
    }

    private static List<Sought.Term> terms(List<Word> words, List<Joined> joined, Vocabulary vocabulary) {
        Map<Object, Sought.Term> terms = new LinkedHashMap<>();
        for (Word word : words) {
            String stem = vocabulary.stem(word.token());
            String form = vocabulary.form(word.token());
            boolean known = vocabulary.has(word.token());
            List<Word> grams = word.longestGrams();
            for (Word gram : grams) {
                Set<String> tokens = new LinkedHashSet<>(List.of(gram.token()));
                // The pieces of another spelling are other ones.
                if (known && !stem.equals(word.token())) {
                    tokens.add(stem);
                }
                add(terms, new Sought.Term(List.copyOf(tokens), stem, form, List.of(), true));
            }
            if (!grams.isEmpty()) {
                continue;
            }
            Set<String> tokens = new LinkedHashSet<>();
            String apart = apart(word.token());
            if (vocabulary.tokens().contains(apart)) {
                tokens.add(apart);
            }
            for (Joined each : joined) {
                if ((each.first().equals(word) || each.second().equals(word)) && vocabulary.has(each.token())) {
                    tokens.add(vocabulary.stem(each.token()));
                }
            }
            boolean isKnown = known || !tokens.isEmpty();
            if (known || tokens.isEmpty()) {
                tokens.add(stem);
            }
            boolean begins = word.mayBegin(isKnown ? BEGINNING : SHORTEST_BEGINNING);
            List<String> beginnings = begins
                    ? vocabulary.beginnings().getOrDefault(word.token(), Set.of()).stream()
                            .filter(token -> !tokens.contains(token))
                            .toList()
                    : List.of();
            add(terms, new Sought.Term(List.copyOf(tokens), stem, form, beginnings, isKnown));
        }
        return List.copyOf(terms.values());
    }

    /** A word that is said twice counts once, in whichever spelling. */
    private static void add(Map<Object, Sought.Term> terms, Sought.Term term) {
        terms.putIfAbsent(term.tokens(), term);
    }

    /**
     * What the record knows of the words that are looked for.
     *
     * @param forms      the canonical form of each word that is in it
     * @param stems      the token of each word that is in it
     * @param tokens     further tokens that are in the word index
     * @param beginnings the tokens of words that begin with a word
     */
    private record Vocabulary(
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

    private Vocabulary vocabulary(List<Word> words, List<Joined> joined) {
        Set<String> tokens = new LinkedHashSet<>();
        Set<String> apart = new LinkedHashSet<>();
        Stream.concat(words.stream().map(Word::token), joined.stream().map(Joined::token))
                .forEach(token -> {
                    tokens.add(token);
                    tokens.add(WordAnalysis.stem(token));
                });
        words.stream()
                .filter(word -> word.grams().isEmpty()
                        && word.isOfLetters()
                        && word.token().length() >= SHORTEST_JOINED
                        && word.token().length() <= LONGEST_JOINED)
                .forEach(word -> apart.add(apart(word.token())));
        List<String> beginnings = words.stream()
                .filter(word -> word.mayBegin(SHORTEST_BEGINNING))
                .map(Word::token)
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
        Vocabulary found = new Vocabulary(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        for (Object[] row : Sql.bind(entities.unwrap(Session.class), sql.toString(), values, Object[].class)
                .getResultList()) {
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

    /** The first text after all that begin with this one. */
    private static String beyond(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }

    /** A vowel sign: with it, the letter before it is another. */
    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    /** Every form of a word that these tokens stand for; one statement. */
    public Set<String> forms(List<String> tokens) {
        return new HashSet<>(Sql.bind(
                        entities.unwrap(Session.class),
                        "select token from term where stem = any(?)",
                        List.of(tokens),
                        String.class)
                .getResultList());
    }

    /** The records of this kind that hold the token, in the order of the list. */
    public static Path path(RecordKind kind) {
        return Path.link("word", "record_id", "token", new Path.Fixed("kind", kind.name()));
    }

    /**
     * The record {@code r} has every term. The registry of records tells the rest of the word index's key, whatever the kind.
     */
    static Condition hold(List<Sought.Term> terms) {
        return Condition.all(terms.stream().map(Words::holds).toList());
    }

    private static Condition holds(Sought.Term term) {
        List<String> tokens = term.filtered();
        // Records of many tokens are collected once, where for each record one token after the other would be looked
        // up.
        return tokens.size() == 1
                ? Condition.of(
                        "exists (select 1 from record c join word w on " + OF_RECORD
                                + " where c.id = r.id and w.token = ?)",
                        tokens.get(0))
                : Condition.of("coalesce(r.id, '') in (select w.record_id from word w where w.token = any(?))", tokens);
    }

    /** What ties an entry {@code w} of the word index to its record {@code c}; its token is the rest of its key. */
    static final String OF_RECORD = "w.kind = c.kind and w.oldest_first = c.oldest_first and w.record_id = c.id";

    /** How well an entry {@code w} of the word index fits; the {@code ?} is the form as it was typed. */
    public static String fit(String form) {
        return "w.weight + case when position(' ' || " + form
                + " || ' ' in ' ' || coalesce(w.forms, w.token) || ' ') > 0 then " + EXACT + " else 0 end";
    }
}

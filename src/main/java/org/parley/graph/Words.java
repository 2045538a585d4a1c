package org.parley.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Words as search sees them: folded to lower case without diacritics, and one for all recorded spellings of a name.
 *
 * <p>Folding is Unicode compatibility decomposition (NFKD) without combining marks, then lower case by the root locale.
 */
@ApplicationScoped
public class Words {
    /** The longest text that is searched for, in characters. */
    public static final int LONGEST_TEXT = 200;

    /** Letters and digits, with apostrophes inside a word. A word longer than a token's column is cut. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’ʼ][\\p{L}\\p{M}]+)*");

    private static final int LONGEST_TOKEN = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");

    private final EntityManager entities;

    Words(EntityManager entities) {
        this.entities = entities;
    }

    /** A word of a text: its place in it and its token. */
    public record Word(int start, int end, String token) {}

    /** The words of a text, folded, before spellings are made one. */
    public static List<Word> of(String text) {
        return WORD.matcher(text).results().flatMap(Words::words).toList();
    }

    private static Stream<Word> words(MatchResult match) {
        String token = fold(match.group());
        // A mark or an apostrophe alone folds to nothing.
        return token.isEmpty() ? Stream.empty() : Stream.of(new Word(match.start(), match.end(), token));
    }

    /** A word as a token; an English possessive ('s) is dropped. */
    static String fold(String word) {
        String decomposed =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        String plain = APOSTROPHES.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll("'");
        if (plain.endsWith("'s")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        plain = plain.replace("'", "");
        return plain.length() > LONGEST_TOKEN ? plain.substring(0, LONGEST_TOKEN) : plain;
    }

    /** What a name is sorted by: its tokens. */
    public static String sortKey(String name) {
        return name == null ? "" : of(name).stream().map(Word::token).collect(Collectors.joining(" "));
    }

    /**
     * The tokens to look for, each once, spellings made one; one statement.
     *
     * @throws InvalidArgument if the text holds no word, or is longer than {@value #LONGEST_TEXT} characters
     */
    public List<String> sought(String argument, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidArgument(
                    argument + " must have at most " + LONGEST_TEXT + " characters, not " + text.length());
        }
        List<String> tokens = of(text).stream().map(Word::token).distinct().toList();
        if (tokens.isEmpty()) {
            throw new InvalidArgument(argument + " must hold at least one word, not " + InvalidArgument.shown(text));
        }
        return canonical(tokens).stream().distinct().toList();
    }

    /** The tokens with each recorded spelling replaced by its canonical form; one statement. */
    public List<String> canonical(List<String> tokens) {
        Map<String, String> canonical = new HashMap<>();
        for (Object[] row : Sql.bind(
                        entities.unwrap(Session.class),
                        "select token, canonical from spelling where token = any(?)",
                        List.of(tokens),
                        Object[].class)
                .getResultList()) {
            canonical.put((String) row[0], (String) row[1]);
        }
        List<String> found = new ArrayList<>(tokens.size());
        tokens.forEach(token -> found.add(canonical.getOrDefault(token, token)));
        return found;
    }

    /** Every token that is taken for one of these: themselves and their recorded spellings; one statement. */
    public Set<String> spellings(List<String> canonical) {
        Set<String> forms = new HashSet<>(canonical);
        forms.addAll(Sql.bind(
                        entities.unwrap(Session.class),
                        "select token from spelling where canonical = any(?)",
                        List.of(canonical),
                        String.class)
                .getResultList());
        return forms;
    }

    /** The records of this kind that hold the token, in the order of the list. */
    public static Path path(RecordKind kind) {
        return Path.link("word", "record_id", "token", new Path.Fixed("kind", kind.name()));
    }

    /**
     * The record {@code r} holds every token. The registry of records tells the rest of the word index's key, whatever the
     * kind.
     */
    public static Condition hold(List<String> tokens) {
        return Condition.all(tokens.stream()
                .map(token -> Condition.of(
                        "exists (select 1 from record c join word w on " + OF_RECORD
                                + " where c.id = r.id and w.token = ?)",
                        token))
                .toList());
    }

    /** What ties an entry {@code w} of the word index to its record {@code c}; its token is the rest of its key. */
    static final String OF_RECORD = "w.kind = c.kind and w.oldest_first = c.oldest_first and w.record_id = c.id";
}

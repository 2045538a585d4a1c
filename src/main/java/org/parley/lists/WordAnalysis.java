package org.parley.lists;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemmer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.Attribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.AttributeImpl;
import org.parley.graph.Characters;

/**
 * Splits a text into words and folds them, with Apache Lucene: word boundaries of Unicode (UAX #29), and one form for equivalent
 * letters and digits of all scripts. The rules for numbers, abbreviations and scripts without spaces are Parley's own. Thread-safe.
 */
final class WordAnalysis {
    /** The longest text of a record, in characters, and so the longest word. */
    private static final int LONGEST_TEXT = 4000;

    /** The size of the columns that hold tokens, in characters. */
    static final int LONGEST_TOKEN = 100;

    /** Shorter words that end in s (news, arms, has) are not taken for plurals. In letters. */
    private static final int SHORTEST_PLURAL = 5;

    /** The characters that are typed for an apostrophe, or stand for one in a transcription. */
    private static final String APOSTROPHES = "’‘‛`´′‵＇ʹʻʼʽʾʿˈˊˋ՚׳ꞌ";

    /** The characters that stand between the letters of a Hebrew abbreviation. */
    private static final String QUOTATION_MARKS = "״”“„″＂";

    /** Punctuation marks that Armenian sets inside a word, where other languages set them at its end. */
    private static final String WITHIN_ARMENIAN = "՛՜՞";

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINTS = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]\\d+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}(\\.\\p{L})+");

    private static final String SOUTHEAST_ASIAN = type(StandardTokenizer.SOUTHEAST_ASIAN);
    private static final String IDEOGRAPHIC = type(StandardTokenizer.IDEOGRAPHIC);
    private static final String EMOJI = type(StandardTokenizer.EMOJI);
    private static final Set<String> EAST_ASIAN = Set.of(
            IDEOGRAPHIC,
            type(StandardTokenizer.HIRAGANA),
            type(StandardTokenizer.KATAKANA),
            type(StandardTokenizer.HANGUL));

    private static final NormalizeCharMap SIGNS = signs();

    /** Lucene's default factory finds these classes by reflection, by names that the native executable does not know. */
    private static final AttributeFactory ATTRIBUTES = new AttributeFactory() {
        @Override
        public AttributeImpl createAttributeInstance(Class<? extends Attribute> attribute) {
            return attribute == KeywordAttribute.class ? new KeywordAttributeImpl() : new PackedTokenAttributeImpl();
        }
    };

    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer(ATTRIBUTES);
            words.setMaxTokenLength(LONGEST_TEXT);
            return new TokenStreamComponents(
                    words,
                    new ASCIIFoldingFilter(new IndicNormalizationFilter(new PersianNormalizationFilter(
                            new ArabicNormalizationFilter(new DecimalDigitFilter(new Folding(words)))))));
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new MappingCharFilter(SIGNS, text);
        }
    };

    private static final Analyzer STEMS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            KeywordTokenizer word = new KeywordTokenizer(ATTRIBUTES, LONGEST_TOKEN);
            return new TokenStreamComponents(word, new KStemFilter(word));
        }
    };

    private WordAnalysis() {}

    /**
     * A token that Lucene found.
     *
     * @param start the index of its first character in the text
     * @param end   the index after its last character
     * @param token the folded text
     * @param type  Lucene's token type, which tells the script
     */
    private record Found(int start, int end, String token, String type) {
        boolean isRun() {
            return type.equals(SOUTHEAST_ASIAN) || EAST_ASIAN.contains(type);
        }
    }

    private static String type(int type) {
        return StandardTokenizer.TOKEN_TYPES[type];
    }

    private static NormalizeCharMap signs() {
        NormalizeCharMap.Builder signs = new NormalizeCharMap.Builder();
        Characters.ignorable().forEach(each -> signs.add(Character.toString(each), ""));
        APOSTROPHES.codePoints().forEach(each -> signs.add(Character.toString(each), "'"));
        QUOTATION_MARKS.codePoints().forEach(each -> signs.add(Character.toString(each), "\""));
        WITHIN_ARMENIAN.codePoints().forEach(each -> signs.add(Character.toString(each), ""));
        // The thousands and decimal separators of Arabic numbers.
        signs.add("٬", ",");
        signs.add("٫", ".");
        return signs.build();
    }

    /** The words of a text, in their order. */
    static List<Words.Word> words(String text) {
        List<Words.Word> words = new ArrayList<>();
        List<Found> found = found(text);
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            if (each.isRun()) {
                int next = i + 1;
                while (next < found.size() && continues(text, found.get(next - 1), found.get(next))) {
                    next++;
                }
                words.add(Run.of(found.subList(i, next)));
                i = next - 1;
            } else if (!each.type().equals(EMOJI) && !isPossessive(text, each)) {
                addWords(text, each, words);
            }
        }
        return words;
    }

    /**
     * The stem of a folded word, under which its plural and its other forms are indexed. Only English words have a stem that differs
     * from the word. Krovetz's stemmer leaves the words of its dictionary unchanged, also some plurals (talks), so their final s is
     * removed afterwards.
     */
    static String stem(String token) {
        if (!token.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return token;
        }
        String stem = read(STEMS, token, stream -> stream.getAttribute(CharTermAttribute.class)
                        .toString())
                .get(0);
        if (stem.length() < SHORTEST_PLURAL || !stem.endsWith("s") || stem.endsWith("is")) {
            return stem;
        }
        char[] letters = stem.toCharArray();
        return new String(letters, 0, new EnglishMinimalStemmer().stem(letters, letters.length));
    }

    private interface Reading<T> {
        T of(TokenStream stream);
    }

    private static <T> List<T> read(Analyzer analyzer, String text, Reading<T> reading) {
        List<T> read = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            stream.reset();
            while (stream.incrementToken()) {
                read.add(reading.of(stream));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static List<Found> found(String text) {
        return read(WORDS, text, stream -> {
            OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
            return new Found(
                    place.startOffset(),
                    place.endOffset(),
                    stream.getAttribute(CharTermAttribute.class).toString(),
                    stream.getAttribute(TypeAttribute.class).type());
        });
    }

    /** Whether the token is an s that an apostrophe separates from its word, as in an English possessive. */
    private static boolean isPossessive(String text, Found found) {
        return found.token().equals("s")
                && found.start() > 0
                && (text.charAt(found.start() - 1) == '\'' || APOSTROPHES.indexOf(text.charAt(found.start() - 1)) >= 0);
    }

    private static void addWords(String text, Found found, List<Words.Word> words) {
        String token = found.token();
        if (token.codePoints().allMatch(WordAnalysis::isOfWord)) {
            add(found, token, words);
        } else if (GROUPED.matcher(token).matches()) {
            add(found, token.replace(",", ""), words);
        } else if (GROUPED_BY_POINTS.matcher(token).matches()) {
            add(found, token.replace(".", "").replace(',', '.'), words);
        } else if (DECIMAL.matcher(token).matches()) {
            add(found, token.replace(',', '.'), words);
        } else if (ABBREVIATION.matcher(token).matches()) {
            add(found, token.replace(".", ""), words);
        } else {
            addParts(text, found, words);
        }
    }

    /** Splits a token that Unicode keeps together, such as a host name, into words. */
    private static void addParts(String text, Found found, List<Words.Word> words) {
        int from = found.start();
        for (int at = from; at <= found.end(); at += at < found.end() ? Character.charCount(text.codePointAt(at)) : 1) {
            if (at == found.end() || !isWithin(text.codePointAt(at))) {
                if (at - from < found.end() - found.start()) {
                    int start = from;
                    words(text.substring(start, at)).forEach(word -> words.add(word.moved(start)));
                }
                from = at == found.end() ? at : at + Character.charCount(text.codePointAt(at));
            }
        }
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static boolean isWithin(int character) {
        return isOfWord(character)
                || character == '\''
                || character == '"'
                || APOSTROPHES.indexOf(character) >= 0
                || QUOTATION_MARKS.indexOf(character) >= 0
                || Characters.isIgnorable(character);
    }

    private static void add(Found found, String token, List<Words.Word> words) {
        if (!token.isEmpty()) {
            words.add(new Words.Word(found.start(), found.end(), cut(token)));
        }
    }

    private static String cut(String token) {
        return token.length() <= LONGEST_TOKEN
                ? token
                : token.substring(
                        0,
                        Character.isHighSurrogate(token.charAt(LONGEST_TOKEN - 1)) ? LONGEST_TOKEN - 1 : LONGEST_TOKEN);
    }

    /** Whether two Chinese, Japanese or Korean tokens follow each other without a gap. */
    private static boolean continues(String text, Found one, Found next) {
        return EAST_ASIAN.contains(one.type())
                && EAST_ASIAN.contains(next.type())
                && text.substring(one.end(), Math.max(one.end(), next.start()))
                        .codePoints()
                        .allMatch(Characters::isIgnorable);
    }

    /**
     * A run of text without spaces between its words, or (Korean) with endings attached to them. Only a dictionary for the language
     * could tell where words begin and end, and it would lack most names. So the run is indexed by n-grams: pairs of characters, for
     * Thai, Lao, Khmer and Burmese also triples, and for Chinese also single characters.
     */
    private static final class Run {
        private final List<Words.Word> letters = new ArrayList<>();
        private final StringBuilder token = new StringBuilder();

        static Words.Word of(List<Found> pieces) {
            Run run = new Run();
            pieces.forEach(run::add);
            boolean southeast = pieces.get(0).type().equals(SOUTHEAST_ASIAN);
            List<Words.Word> grams = new ArrayList<>();
            for (int at = 0; at < run.letters.size(); at++) {
                if (!southeast && isIdeograph(run.letters.get(at).token())) {
                    run.addGram(at, 1, grams);
                }
                run.addGram(at, 2, grams);
                if (southeast) {
                    run.addGram(at, 3, grams);
                }
            }
            return new Words.Word(
                    pieces.get(0).start(), pieces.get(pieces.size() - 1).end(), cut(run.token.toString()), grams);
        }

        private static boolean isIdeograph(String letter) {
            return Character.isIdeographic(letter.codePointAt(0));
        }

        /** Adds the letters of a token. If folding changed their number, each letter gets the place of the whole token. */
        private void add(Found piece) {
            int[] folded = piece.token().codePoints().toArray();
            boolean each = folded.length == piece.end() - piece.start();
            for (int i = 0; i < folded.length; i++) {
                letters.add(new Words.Word(
                        each ? piece.start() + i : piece.start(),
                        each ? piece.start() + i + 1 : piece.end(),
                        Character.toString(folded[i])));
            }
            token.append(piece.token());
        }

        private void addGram(int at, int length, List<Words.Word> grams) {
            if (at + length <= letters.size()) {
                StringBuilder gram = new StringBuilder();
                letters.subList(at, at + length).forEach(letter -> gram.append(letter.token()));
                grams.add(new Words.Word(
                        letters.get(at).start(), letters.get(at + length - 1).end(), gram.toString()));
            }
        }
    }
}

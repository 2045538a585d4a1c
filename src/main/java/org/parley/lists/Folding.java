package org.parley.lists;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * A Lucene token filter that removes the differences that search ignores: case, compatibility forms (ﬁ, Ａ), diacritics, apostrophes
 * and an English possessive.
 *
 * <p>A combining mark is a diacritic in alphabets whose words can be read without it (Latin, Greek, Cyrillic, Hebrew, Arabic,
 * Syriac). It is kept in scripts where it is a vowel or changes the consonant (Devanagari, Thai, kana). The nukta of Devanagari
 * counts as a diacritic, because it is often left out.
 */
final class Folding extends TokenFilter {
    private static final String SOUTHEAST_ASIAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];
    private static final int NUKTA = 0x93C;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    Folding(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        term.setEmpty()
                .append(
                        type.type().equals(SOUTHEAST_ASIAN)
                                ? Normalizer.normalize(word, Normalizer.Form.NFC)
                                : folded(word));
        return true;
    }

    private static String folded(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(each -> !isDiacritic(each)).forEach(each -> plain.appendCodePoint(lower(each)));
        if (plain.length() > 2 && plain.charAt(plain.length() - 2) == '\'' && plain.charAt(plain.length() - 1) == 's') {
            plain.setLength(plain.length() - 2);
        }
        String whole = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return whole.indexOf('\'') < 0 && whole.indexOf('"') < 0 && whole.indexOf('ʼ') < 0
                ? whole
                : whole.replace("'", "").replace("\"", "").replace("ʼ", "");
    }

    private static int lower(int character) {
        int lower = Character.toLowerCase(character);
        return lower == 'ς' ? 'σ' : lower;
    }

    private static boolean isDiacritic(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> switch (Character.UnicodeScript.of(character)) {
                    // Unicode gives the voicing marks of kana the script INHERITED.
                case INHERITED, COMMON -> character != 0x3099 && character != 0x309A;
                case LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, SYRIAC -> true;
                default -> character == NUKTA;
            };
            default -> false;
        };
    }
}

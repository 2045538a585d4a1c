package org.parley.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the ids of records of texts. */
final class Slug {
    /** The longest id. */
    static final int LONGEST = 80;

    private static final int DIGITS = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** ISO 9:1995, its diacritics left out, for what does not fall to a letter by itself. The hard and the soft sign are not written. */
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґѓђљњћќџјѕўө";

    private static final String[] LATIN =
            ("a b v g d e z z i j k l m n o p r s t u f h c c s s - y - e u a e i i g g d l n c k d j z u o")
                    .split(" ");

    private Slug() {}

    /** A slug of Latin letters and digits; with eight digits of the text's SHA-256 at its end if it was shortened or nothing is left. */
    static String of(String text) {
        StringBuilder latin = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int cyrillic = CYRILLIC.indexOf(c);
            latin.append(cyrillic < 0 ? String.valueOf(c) : LATIN[cyrillic].equals("-") ? "" : LATIN[cyrillic]);
        }
        String decomposed = MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("æ", "ae")
                .replace("œ", "oe");
        String slug = trimmed(OTHERS.matcher(decomposed).replaceAll("-"));
        if (!slug.isEmpty() && slug.length() <= LONGEST && !hasOtherLetters(decomposed)) {
            return slug;
        }
        String begin = trimmed(slug.substring(0, Math.min(slug.length(), LONGEST - DIGITS - 1)));
        return begin.isEmpty() ? "x-" + digest(text) : begin + "-" + digest(text);
    }

    /** Whether letters of another script would be lost, so that two texts could get one slug. */
    private static boolean hasOtherLetters(String text) {
        return text.codePoints().anyMatch(c -> c > 0x7F && Character.isLetterOrDigit(c));
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }

    /** The first eight hexadecimal digits of a text's SHA-256. */
    static String digest(String text) {
        return sha256(text).substring(0, DIGITS);
    }

    /** A text's SHA-256 in hexadecimal digits. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

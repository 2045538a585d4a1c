package org.parley.lists;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The order of names: the root collation of Unicode (CLDR), the same on every machine and for every language. Letters count first,
 * without diacritics and case, then diacritics, then case.
 *
 * <p>Uses ICU, because Java's own {@code Collator} follows an older Unicode: it sorts Ł, Ø and Đ after Z, and Є, І, Ї and Ґ outside
 * the Cyrillic alphabet. Called only when records are loaded. In the executable, its data are read at build time.
 */
public final class Collation {
    /**
     * The longest collation key, in bytes: the letters of about 200 characters, or letters, diacritics and case of about 60. Names
     * with equal keys are sorted by id.
     */
    private static final int LONGEST = 400;

    private static final Collator ROOT = root();

    private Collation() {}

    private static Collator root() {
        Collator root = Collator.getInstance(ULocale.ROOT);
        root.setStrength(Collator.TERTIARY);
        root.freeze();
        return root;
    }

    /**
     * The collation key of a name, in hexadecimal digits, which every database sorts alike. At most {@value #LONGEST} bytes, which is
     * twice as many digits.
     *
     * @param name null if it could not be read; the key is empty then
     */
    public static String key(String name) {
        if (name == null) {
            return "";
        }
        byte[] key = ROOT.getCollationKey(name).toByteArray();
        return HexFormat.of().formatHex(key.length > LONGEST ? Arrays.copyOf(key, LONGEST) : key);
    }
}

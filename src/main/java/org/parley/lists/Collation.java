package org.parley.lists;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The order of names: that of Unicode's root collation (CLDR), the same for every machine and language. Letters first, whatever
 * their diacritics and case, then diacritics, then case.
 *
 * <p>From ICU, since the order of Java's own {@code Collator} is of an older Unicode: there Ł, Ø and Đ come after Z, and Є, І, Ї
 * and Ґ stand outside the Cyrillic alphabet. It is called only where a record is loaded, and read when the executable is built.
 */
public final class Collation {
    /**
     * How much of a name's key is kept, in bytes: the letters of some two hundred, or all there is to tell of some sixty. Names
     * that are equal so far are in the order of their ids.
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
     * What a name is sorted by: hexadecimal digits, which every database sorts alike, at most {@value #LONGEST} bytes of them.
     *
     * @param name null where it could not be read
     */
    public static String key(String name) {
        if (name == null) {
            return "";
        }
        byte[] key = ROOT.getCollationKey(name).toByteArray();
        return HexFormat.of().formatHex(key.length > LONGEST ? Arrays.copyOf(key, LONGEST) : key);
    }
}

package org.parley.setting;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * What the value of a setting must be, and what it means. Blanks around it mean nothing; a value of blanks alone is none.
 *
 * <p>What breaks the rule is an {@link IllegalArgumentException} whose message goes on where the setting's name ends: "must be 1 or
 * more, not 0".
 *
 * <p>Rules hold no state, and may be used by several threads.
 */
public abstract class Rule<T> implements Converter<T> {
    private static final long serialVersionUID = 1;

    /** So much of a value is shown. */
    private static final int SHOWN = 200;

    /**
     * What each rule's {@link #convert} answers; each has its own, since SmallRye Config looks there for the type that it makes.
     *
     * @return null if the value is blank
     */
    protected final T given(String value) {
        String stripped = value.strip();
        return stripped.isEmpty() ? null : read(stripped);
    }

    /**
     * @param value not blank
     * @throws IllegalArgumentException of {@link #must}
     */
    protected abstract T read(String value);

    protected static IllegalArgumentException must(String rule, String value) {
        return new IllegalArgumentException("must " + rule + ", not " + shown(value));
    }

    /** On one line. */
    private static String shown(String value) {
        if (value.matches("[+-]?\\d{1,20}")) {
            return value;
        }
        StringBuilder shown = new StringBuilder("\"");
        value.codePoints()
                .limit(SHOWN)
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .forEach(shown::appendCodePoint);
        return shown.append(value.codePointCount(0, value.length()) > SHOWN ? "...\"" : "\"")
                .toString();
    }
}

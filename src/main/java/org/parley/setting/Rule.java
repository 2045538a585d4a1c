package org.parley.setting;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Validates and converts the value of a setting. Blanks around a value are ignored; a blank value counts as not set.
 *
 * <p>A value that breaks the rule throws an {@link IllegalArgumentException} whose message continues a sentence that begins with the
 * setting's name: "must be 1 or more, not 0".
 *
 * <p>Rules are stateless and thread-safe.
 */
public abstract class Rule<T> implements Converter<T> {
    private static final long serialVersionUID = 1;

    /** The most characters of a value that a message shows. */
    private static final int SHOWN = 200;

    /**
     * Implements {@link #convert}. Each subclass declares convert itself, since SmallRye Config finds the target type by its return type.
     *
     * @return null if the value is blank
     */
    protected final T given(String value) {
        String stripped = value.strip();
        return stripped.isEmpty() ? null : read(stripped);
    }

    /**
     * @param value not blank
     * @throws IllegalArgumentException made by {@link #must}, if the value breaks the rule
     */
    protected abstract T read(String value);

    protected static IllegalArgumentException must(String rule, String value) {
        return new IllegalArgumentException("must " + rule + ", not " + shown(value));
    }

    /** The value in quotation marks, on one line, and cut. */
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

package org.parley.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row of a table. Immutable.
 *
 * @param line  the line on which it begins, counted from 1
 * @param cells by the name of the column in lower case; those without a text are left out
 */
record SheetRow(long line, Map<String, String> cells) {

    /** The text of the first of these columns that has one; null if none has. */
    String text(String... columns) {
        for (String column : columns) {
            String text = cells.get(column);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The several values of the first of these columns that has a text, separated by {@code " | "} or {@code ";"}; empty if none has. */
    List<String> texts(String... columns) {
        String text = text(columns);
        List<String> values = new ArrayList<>();
        if (text != null) {
            for (String part : text.split(text.contains(" | ") ? " \\| " : ";")) {
                if (!part.isBlank() && !values.contains(part.strip())) {
                    values.add(part.strip());
                }
            }
        }
        return values;
    }

    /**
     * A value of a list, in upper case; null if the column is empty.
     *
     * @throws RowRefused if it is none of them
     */
    String code(String column, List<String> values) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        String code = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        if (!values.contains(code)) {
            throw new RowRefused(ImportCode.UNKNOWN_CODE, column, text, "must be one of " + String.join(", ", values));
        }
        return code;
    }

    /** @see #code(String, List) */
    String code(String column, Enum<?>[] values) {
        return code(column, Arrays.stream(values).map(Enum::name).toList());
    }
}

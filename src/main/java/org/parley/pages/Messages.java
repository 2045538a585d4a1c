package org.parley.pages;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The pages' own words, from {@code messages.properties}: a page in another language takes another such file and nothing else. Messages
 * are in ICU's message format, with its plural forms. ICU parses them and knows the forms of each language; its own MessageFormat loads
 * locale data by reflection, which the executable does not have. Immutable.
 */
final class Messages {
    private static final Locale LANGUAGE = Locale.ENGLISH;

    /** Made when the executable is built: reading the rules takes ICU's data, which it does not have. */
    private static final PluralRules PLURALS = PluralRules.forLocale(ULocale.ENGLISH);

    private final Map<String, MessagePattern> messages = new HashMap<>();

    Messages() {
        Properties file = new Properties();
        try {
            file.load(new StringReader(PageDocument.file("messages.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.stringPropertyNames().forEach(key -> messages.put(key, new MessagePattern(file.getProperty(key))));
    }

    /**
     * The message with this key. With an only value that names a message of its own, such as {@code stance.DEMANDS}, that one.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    String of(String key, List<Object> values) {
        MessagePattern message = null;
        if (values.size() == 1 && values.get(0) != null) {
            message = messages.get(key + '.' + values.get(0));
        }
        message = message == null ? messages.get(key) : message;
        if (message == null) {
            throw new IllegalArgumentException("messages.properties has no " + key
                    + (values.isEmpty() ? "" : " and no " + key + '.' + values.get(0)));
        }
        StringBuilder text = new StringBuilder();
        write(message, 0, values, null, text);
        return text.toString();
    }

    /** The values that have a message of their own for this key, in alphabetical order, such as those of {@code stance}. */
    List<String> values(String key) {
        return messages.keySet().stream()
                .filter(each -> each.startsWith(key + '.')
                        && each.substring(key.length() + 1).matches("[A-Z_]+"))
                .map(each -> each.substring(key.length() + 1))
                .sorted()
                .toList();
    }

    /**
     * Writes a message, or one of the forms within it.
     *
     * @param start  the index of the part that begins it
     * @param number what stands for a number sign; null outside of plural forms
     */
    private static void write(
            MessagePattern message, int start, List<Object> values, Number number, StringBuilder text) {
        String pattern = message.getPatternString();
        int written = message.getPart(start).getLimit();
        for (int i = start + 1; ; i++) {
            Part part = message.getPart(i);
            text.append(pattern, written, part.getIndex());
            if (part.getType() == Part.Type.MSG_LIMIT) {
                return;
            }
            written = part.getLimit();
            if (part.getType() == Part.Type.REPLACE_NUMBER) {
                text.append(NumberFormat.getInstance(LANGUAGE).format(number));
            } else if (part.getType() == Part.Type.ARG_START) {
                int limit = message.getLimitPartIndex(i);
                writeValue(message, i, limit, part.getArgType(), values, text);
                i = limit;
                written = message.getPart(limit).getLimit();
            }
        }
    }

    private static void writeValue(
            MessagePattern message, int start, int limit, ArgType type, List<Object> values, StringBuilder text) {
        Object value = values.get(message.getPart(start + 1).getValue());
        switch (type) {
            case NONE -> text.append(value);
            case SIMPLE -> {
                boolean isPercent = limit - start > 3
                        && message.getSubstring(message.getPart(start + 3)).equals("percent");
                text.append((isPercent ? NumberFormat.getPercentInstance(LANGUAGE) : NumberFormat.getInstance(LANGUAGE))
                        .format(value));
            }
            case PLURAL -> write(
                    message, form(message, start + 2, limit, (Number) value), values, (Number) value, text);
            default -> throw new IllegalArgumentException(
                    "messages may have numbers and plural forms, and not " + type + ": " + message.getPatternString());
        }
    }

    /** The index of the part that begins the form for a number: that for exactly this one, or that of its plural category. */
    private static int form(MessagePattern message, int first, int limit, Number number) {
        String category = PLURALS.select(number.doubleValue());
        int found = -1;
        int i = first;
        while (i < limit) {
            String selector = message.getSubstring(message.getPart(i));
            boolean isExact = message.getPart(i + 1).getType().hasNumericValue();
            int begin = i + (isExact ? 2 : 1);
            if (isExact && message.getNumericValue(message.getPart(i + 1)) == number.doubleValue()) {
                return begin;
            }
            if (!isExact && (selector.equals(category) || found < 0 && selector.equals("other"))) {
                found = begin;
            }
            i = message.getLimitPartIndex(begin) + 1;
        }
        return found;
    }
}

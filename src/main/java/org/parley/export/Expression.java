package org.parley.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the value of a column is found in a record of an answer. Immutable.
 *
 * <p>A path of fields, such as {@code place.name}; a list on the way makes several values, joined by {@value #BETWEEN}. Each value may be
 * put together from fields, of which one after a bar stands in for one that is null: {@code speakers[{side.name|name}]}. A path that
 * begins with {@code ^} begins at the record that a row is a part of. Functions: {@code distinct(...)} drops repeated values,
 * {@code any(...)} is whether one of several values is true, {@code edtf()} is the record's days in EDTF.
 */
final class Expression {
    /** Between several values of a cell. */
    static final String BETWEEN = " | ";

    private static final Pattern CALL = Pattern.compile("(distinct|any|edtf)\\((.*)\\)");
    private static final Pattern PATH = Pattern.compile("(\\^?)([\\w.]+)(?:\\[(.*)])?");
    private static final Pattern GAP = Pattern.compile("\\{([\\w.|]+)}");

    /** The key under which a part of a record has the record. */
    static final String PARENT = "^";

    private final Function<Map<String, Object>, Object> value;

    private Expression(Function<Map<String, Object>, Object> value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException if it is none */
    static Expression of(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            Path path = Path.of(text);
            return new Expression(record -> joined(path.values(record)));
        }
        if (call.group(1).equals("edtf")) {
            return new Expression(Expression::edtf);
        }
        Path path = Path.of(call.group(2));
        if (call.group(1).equals("distinct")) {
            return new Expression(record -> joined(List.copyOf(new LinkedHashSet<>(path.values(record)))));
        }
        return new Expression(record -> {
            List<Object> values = path.values(record);
            return values.isEmpty() ? null : values.contains(true);
        });
    }

    /** The value: a String, a Number, a Boolean, or null if there is none. */
    Object of(Map<String, Object> record) {
        return value.apply(record);
    }

    private static Object joined(List<Object> values) {
        return switch (values.size()) {
            case 0 -> null;
            case 1 -> values.get(0);
            default -> values.stream().map(Objects::toString).collect(Collectors.joining(BETWEEN));
        };
    }

    /** @param template null for the field itself */
    private record Path(boolean isOfParent, List<String> fields, String template) {

        static Path of(String text) {
            Matcher path = PATH.matcher(text);
            if (!path.matches()) {
                throw new IllegalArgumentException("no expression: " + text);
            }
            return new Path(!path.group(1).isEmpty(), List.of(path.group(2).split("\\.")), path.group(3));
        }

        /** Without nulls. */
        List<Object> values(Map<String, Object> record) {
            List<Object> found = new ArrayList<>();
            collect(isOfParent ? record.get(PARENT) : record, 0, found);
            return template == null
                    ? found
                    : found.stream().<Object>map(each -> filled(each)).toList();
        }

        private void collect(Object from, int next, List<Object> found) {
            if (from instanceof List<?> several) {
                several.forEach(each -> collect(each, next, found));
            } else if (from != null && next < fields.size()) {
                collect(((Map<?, ?>) from).get(fields.get(next)), next + 1, found);
            } else if (from != null) {
                found.add(from);
            }
        }

        private String filled(Object from) {
            return GAP.matcher(template).replaceAll(gap -> {
                for (String name : gap.group(1).split("\\|")) {
                    Object found = from;
                    for (String field : name.split("\\.")) {
                        found = found == null ? null : ((Map<?, ?>) found).get(field);
                    }
                    if (found != null) {
                        return Matcher.quoteReplacement(found.toString());
                    }
                }
                return "";
            });
        }
    }

    /** A day, an interval of days, a coarse date, or bounds with an open end, as EDTF (ISO 8601-2) writes them; null if none is known. */
    private static String edtf(Map<String, Object> record) {
        UnaryOperator<String> text = key -> (String) record.get(key);
        String start = text.apply("start");
        String end = text.apply("end");
        if (start != null) {
            return end == null || end.equals(start) ? start : start + "/" + end;
        }
        if (text.apply("edtf") != null) {
            return text.apply("edtf");
        }
        String after = text.apply("notBefore");
        String before = text.apply("notAfter");
        return after == null && before == null
                ? null
                : Objects.requireNonNullElse(after, "..") + "/" + Objects.requireNonNullElse(before, "..");
    }
}

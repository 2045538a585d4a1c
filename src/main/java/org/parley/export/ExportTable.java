package org.parley.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table that is exported: the GraphQL document that reads a page of it, and its columns. Both are files of the program in the folder
 * {@code export}, named like the table. The document reads one list; its variables are those of {@link #arguments}.
 * A line of the other file is the head of a {@link Column}, an equals sign and an {@link Expression}; a line {@code each} names a list of the record
 * whose elements are the rows. Immutable.
 */
public final class ExportTable {
    /** All tables, in the order of the documentation. */
    public static final List<String> NAMES = List.of(
            "statements",
            "incidents",
            "rounds",
            "participants",
            "sessions",
            "outcomes",
            "actors",
            "affiliations",
            "positions",
            "figures",
            "disagreements",
            "agreements",
            "assertions",
            "negotiations",
            "places",
            "issues",
            "sources",
            "timeline");

    private static final String FOLDER = "/export/";
    private static final String EACH = "each";
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+): (\\[?)(\\w+)");
    private static final Pattern LIST = Pattern.compile("(?m)^  (\\w+)\\(");
    private static final Map<String, ExportTable> ALL = new ConcurrentHashMap<>();

    /**
     * A variable of a document, or a field of a filter.
     *
     * @param type the name of its type, or of that of its elements
     */
    record Argument(String type, boolean isList) {}

    /**
     * @param type     of its values, as Table Schema names them: string, integer, number, boolean or date
     * @param refersTo the table whose ids are its values; null if they are none
     */
    record Column(String name, String type, String refersTo, Expression expression) {

        /** @param head the name, after a colon the type if it is no string, or after a {@code >} the table that it refers to */
        static Column of(String head, Expression expression) {
            String[] typed = head.split(":", 2);
            String[] linked = head.split(">", 2);
            return new Column(
                    linked.length > 1 ? linked[0] : typed[0],
                    typed.length > 1 ? typed[1] : "string",
                    linked.length > 1 ? linked[1] : null,
                    expression);
        }
    }

    private final String name;
    private final String document;
    private final String list;
    private final Map<String, Argument> arguments = new LinkedHashMap<>();
    private final String each;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private ExportTable(String name) {
        this.name = name;
        document = file(name + ".graphql");
        Matcher field = LIST.matcher(document);
        if (!field.find()) {
            throw new IllegalStateException("The document of " + name + " has no list");
        }
        list = field.group(1);
        VARIABLE.matcher(document.substring(0, field.start()))
                .results()
                .forEach(found -> arguments.put(
                        found.group(1),
                        new Argument(found.group(3), !found.group(2).isEmpty())));
        String parts = null;
        for (String line : file(name + ".columns").lines().toList()) {
            String[] column = line.split(" = ", 2);
            if (column[0].equals(EACH)) {
                parts = column[1];
            } else {
                Column read = Column.of(column[0], Expression.of(column[1]));
                columns.put(read.name(), read);
            }
        }
        each = parts;
    }

    /** The table with this name; null if there is none. */
    public static ExportTable of(String name) {
        return NAMES.contains(name) ? ALL.computeIfAbsent(name, ExportTable::new) : null;
    }

    String name() {
        return name;
    }

    String document() {
        return document;
    }

    /** The field of the document that is the list. */
    String list() {
        return list;
    }

    /**
     * The variables of the document: {@code filter}, {@code orderBy} and {@code after}, or conditions in place of a filter, as the timeline
     * has them.
     */
    Map<String, Argument> arguments() {
        return Map.copyOf(arguments);
    }

    List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** What has a row each: these records, or parts of them, which lead to the record by {@value Expression#PARENT}. */
    List<Map<String, Object>> rowsOf(List<Map<String, Object>> records) {
        if (each == null) {
            return records;
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Map<String, Object> record : records) {
            for (Map<String, Object> part : Records.list(record.get(each))) {
                Map<String, Object> row = new LinkedHashMap<>(part);
                row.put(Expression.PARENT, record);
                parts.add(row);
            }
        }
        return parts;
    }

    /** The cells of a row by the names of the columns, in their order. */
    Map<String, Object> cells(Map<String, Object> record) {
        Map<String, Object> cells = new LinkedHashMap<>();
        columns.values()
                .forEach(column -> cells.put(column.name(), column.expression().of(record)));
        return cells;
    }

    private static String file(String name) {
        try (InputStream file = ExportTable.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("The program has no file " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

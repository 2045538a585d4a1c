package org.parley.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.graph.InvalidArgument;

/**
 * What is asked for by the address of an export. Immutable.
 *
 * @param table            the table
 * @param format           a format in which the table goes out
 * @param variables        of the table's document, without {@code after}
 * @param hasByteOrderMark whether CSV begins with one, by which spreadsheets know UTF-8
 * @param isEuropean       whether CSV has semicolons between cells and commas in numbers, as spreadsheets in much of Europe expect
 * @param isGuarded        whether texts that look like formulas are changed so that spreadsheets don't run them
 * @param isLocatedOnly    whether a map leaves out what has no point
 * @param coarse           precisions that have a point on a map though they are coarse: REGION and COUNTRY
 */
public record ExportRequest(
        ExportTable table,
        ExportFormat format,
        Map<String, Object> variables,
        boolean hasByteOrderMark,
        boolean isEuropean,
        boolean isGuarded,
        boolean isLocatedOnly,
        Set<String> coarse) {
    private static final String FILTER = "filter";
    private static final Set<String> COARSE = Set.of("REGION", "COUNTRY");
    private static final Set<String> OPTIONS =
            Set.of(FILTER, "orderBy", "bom", "excel", "guard", "located", "precision");

    /**
     * Reads the parameters of an address: the options, and conditions of the list's filter, in short ({@code issue=territory}) or as JSON
     * ({@code filter={...}}).
     *
     * @throws InvalidArgument if one is wrong
     */
    static ExportRequest of(
            ExportTable table,
            ExportFormat format,
            Map<String, List<String>> parameters,
            GraphQLSchema schema,
            ObjectMapper mapper) {
        ExportTable.Argument filterType = table.arguments().get(FILTER);
        Map<String, ExportTable.Argument> known = filterType == null
                ? table.arguments()
                : fields((GraphQLInputObjectType) schema.getType(filterType.type()));
        Map<String, Object> conditions = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!OPTIONS.contains(name)) {
                conditions.put(name, condition(name, values, known));
            }
        });
        Map<String, Object> variables = new LinkedHashMap<>();
        if (filterType == null) {
            for (String option : List.of(FILTER, "orderBy")) {
                if (parameters.containsKey(option)) {
                    throw new InvalidArgument(option + " must be left out: " + table.name() + " has none");
                }
            }
            variables.putAll(conditions);
            conditions.clear();
        }
        Map<String, Object> filter = filter(one(FILTER, parameters), mapper);
        if (filter != null && !conditions.isEmpty()) {
            variables.put(FILTER, Map.of("and", List.of(filter, conditions)));
        } else if (filter != null || !conditions.isEmpty()) {
            variables.put(FILTER, filter == null ? conditions : filter);
        }
        String order = one("orderBy", parameters);
        if (order != null) {
            variables.put("orderBy", order);
        }
        String excel = one("excel", parameters);
        if (excel != null && !excel.equals("eu")) {
            throw new InvalidArgument("excel must be eu, not " + InvalidArgument.shown(excel));
        }
        return new ExportRequest(
                table,
                format,
                variables,
                flag("bom", parameters, true),
                excel != null,
                flag("guard", parameters, true),
                flag("located", parameters, false),
                coarse(one("precision", parameters)));
    }

    /** The conditions of a filter that are no filters themselves. */
    private static Map<String, ExportTable.Argument> fields(GraphQLInputObjectType filter) {
        Map<String, ExportTable.Argument> fields = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : filter.getFields()) {
            GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
            if (!(type instanceof GraphQLInputObjectType)) {
                fields.put(
                        field.getName(),
                        new ExportTable.Argument(
                                ((GraphQLNamedType) type).getName(),
                                GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))));
            }
        }
        return fields;
    }

    private static Object condition(String name, List<String> values, Map<String, ExportTable.Argument> known) {
        ExportTable.Argument argument = name.equals("after") ? null : known.get(name);
        if (argument == null) {
            Set<String> all = new TreeSet<>(known.keySet());
            all.addAll(OPTIONS);
            all.remove("after");
            throw new InvalidArgument(
                    "a parameter must be one of " + String.join(", ", all) + ", not " + InvalidArgument.shown(name));
        }
        List<Object> read =
                values.stream().map(value -> read(argument.type(), value)).toList();
        if (!argument.isList() && read.size() > 1) {
            throw new InvalidArgument(name + " must be given once, not " + read.size() + " times");
        }
        return argument.isList() ? read : read.get(0);
    }

    /** As JSON would have it; a value that is none of the type stays a text, which the filter refuses. */
    private static Object read(String type, String value) {
        return switch (type) {
            case "Boolean" -> value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
            case "Int" -> value.matches("-?\\d{1,15}") ? new BigDecimal(value) : value;
            default -> value;
        };
    }

    private static Map<String, Object> filter(String json, ObjectMapper mapper) {
        if (json == null) {
            return null;
        }
        try {
            return Records.map(exact(mapper.readValue(json, Map.class)));
        } catch (JsonProcessingException e) {
            throw new InvalidArgument("filter must be a JSON object, not " + InvalidArgument.shown(json));
        }
    }

    /** Numbers as variables have them. */
    private static Object exact(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.forEach((name, member) -> members.put((String) name, exact(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ExportRequest::exact).toList();
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }

    private static String one(String name, Map<String, List<String>> parameters) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidArgument(name + " must be given once, not " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static boolean flag(String name, Map<String, List<String>> parameters, boolean otherwise) {
        String value = one(name, parameters);
        if (value != null && !value.equals("0") && !value.equals("1")) {
            throw new InvalidArgument(name + " must be 0 or 1, not " + InvalidArgument.shown(value));
        }
        return value == null ? otherwise : value.equals("1");
    }

    private static Set<String> coarse(String precisions) {
        if (precisions == null) {
            return Set.of();
        }
        Set<String> named = new HashSet<>(Arrays.asList(precisions.split(",")));
        if (!COARSE.containsAll(named)) {
            throw new InvalidArgument("precision must be REGION, COUNTRY or both with a comma between them, not "
                    + InvalidArgument.shown(precisions));
        }
        return named;
    }

    /** Whether coordinates of this precision are a point on a map. */
    boolean shows(String precision) {
        return !COARSE.contains(precision) || coarse.contains(precision);
    }
}

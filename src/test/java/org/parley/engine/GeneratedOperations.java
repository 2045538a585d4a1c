package org.parley.engine;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Generates valid operations for a schema: fields, aliases, arguments as literals and as variables, fragments with and without a name,
 * {@code @skip} and {@code @include}. The same seed gives the same operations.
 */
final class GeneratedOperations {
    /** How often a field of a place is selected, in percent, if there are few. */
    private static final int OFTEN = 60;

    /** The same of a field that no operation has selected yet. */
    private static final int NEW = 80;

    private final GraphQLSchema schema;
    private final Random random;
    private final Map<String, List<?>> samples;

    private final List<String> declared = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final Map<String, String> fragments = new LinkedHashMap<>();
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final Set<String> selected = new TreeSet<>();
    private int left;

    record Generated(String document, Map<String, Object> variables) {}

    /** @param samples values for arguments, by the name of the argument, or else of its type */
    GeneratedOperations(GraphQLSchema schema, long seed, Map<String, List<?>> samples) {
        this.schema = schema;
        this.random = new Random(seed);
        this.samples = samples;
    }

    /** @param fields about how many fields to select, at most */
    Generated next(int fields, int depth) {
        declared.clear();
        variables.clear();
        fragments.clear();
        arguments.clear();
        left = fields;
        String selection = selection(schema.getQueryType(), depth);
        return new Generated(
                "query Generated" + (declared.isEmpty() ? "" : "(" + String.join(", ", declared) + ")") + " "
                        + selection + String.join("", fragments.values()),
                new LinkedHashMap<>(variables));
    }

    /** Every field that was selected by now, as {@code Type.field}. */
    Set<String> selected() {
        return selected;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String selection(GraphQLNamedOutputType type, int depth) {
        StringBuilder text = new StringBuilder("{ ");
        text.append(chance(20) ? "__typename " : "");
        if (type instanceof GraphQLFieldsContainer container) {
            for (GraphQLFieldDefinition field : newFirst(container)) {
                boolean isLeaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
                int percent = isLeaf ? OFTEN : OFTEN / 2;
                if (type == schema.getQueryType()) {
                    percent = Math.max(12, 240 / container.getFieldDefinitions().size());
                }
                if (percent < NEW && !selected.contains(container.getName() + "." + field.getName())) {
                    percent = type == schema.getQueryType() ? percent : NEW;
                }
                if (left > 0 && (isLeaf || depth > 0) && chance(percent)) {
                    text.append(field(field, type, depth));
                    if (chance(5) && left > 0) {
                        text.append(field(field, type, depth));
                    }
                }
            }
        }
        List<GraphQLObjectType> concrete = concrete(type);
        if (!concrete.isEmpty()) {
            for (GraphQLObjectType each : concrete) {
                if (left > 0 && chance(concrete.size() == 1 ? 10 : 30)) {
                    text.append(
                            chance(40)
                                    ? spread(each, depth)
                                    : "... on " + each.getName() + condition() + selection(each, depth));
                }
            }
        }
        if (left > 0 && chance(8)) {
            text.append("...").append(condition()).append(selection(type, depth));
        }
        if (text.length() == 2) {
            text.append("__typename ");
        }
        return text.append("} ").toString();
    }

    /** Fields that no operation has selected yet come first: otherwise those before them may use up the operation's size each time. */
    private List<GraphQLFieldDefinition> newFirst(GraphQLFieldsContainer container) {
        List<GraphQLFieldDefinition> fields = new ArrayList<>(container.getFieldDefinitions());
        fields.sort(Comparator.comparing(field -> selected.contains(container.getName() + "." + field.getName())));
        return fields;
    }

    private List<GraphQLObjectType> concrete(GraphQLNamedOutputType type) {
        if (type instanceof GraphQLInterfaceType contract) {
            return schema.getImplementations(contract);
        }
        if (type instanceof GraphQLUnionType union) {
            return union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
        }
        return type == schema.getQueryType() ? List.of() : List.of((GraphQLObjectType) type);
    }

    private String spread(GraphQLObjectType type, int depth) {
        String name = "F" + type.getName() + random.nextInt(2);
        if (!fragments.containsKey(name)) {
            // Reserved before its selection is made: a fragment must not spread itself.
            fragments.put(name, "");
            int before = fragments.size();
            String body = selection(type, Math.min(depth, 1));
            if (fragments.size() == before) {
                fragments.put(name, "fragment " + name + " on " + type.getName() + " " + body);
            } else {
                // It spreads others, perhaps one that spreads this: used in place instead.
                fragments.remove(name);
                return "... on " + type.getName() + " " + body;
            }
        } else if (fragments.get(name).isEmpty()) {
            return "";
        }
        return "..." + name + condition();
    }

    private String condition() {
        if (!chance(12)) {
            return " ";
        }
        String name = chance(50) ? "skip" : "include";
        if (chance(50)) {
            return " @" + name + "(if: " + random.nextBoolean() + ") ";
        }
        return " @" + name + "(if: " + variable("Boolean!", random.nextBoolean()) + ") ";
    }

    private String variable(String type, Object value) {
        String name = "v" + declared.size();
        declared.add("$" + name + ": " + type);
        variables.put(name, value);
        return "$" + name;
    }

    private String field(GraphQLFieldDefinition field, GraphQLNamedType parent, int depth) {
        left--;
        selected.add(parent.getName() + "." + field.getName());
        String given = arguments(field);
        // Fields with one response key must have the same arguments.
        String key = field.getName();
        if (!given.isEmpty() || chance(10)) {
            key = "a" + arguments.size();
        }
        arguments.put(key + parent.getName() + arguments.size(), given);
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return (key.equals(field.getName()) ? "" : key + ": ")
                + field.getName()
                + given
                + condition()
                + (GraphQLTypeUtil.isLeaf(type) ? "" : selection((GraphQLNamedOutputType) type, depth - 1));
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        boolean sized = false;
        for (GraphQLArgument argument : field.getArguments()) {
            boolean isSize =
                    argument.getName().equals("first") || argument.getName().equals("last");
            if (GraphQLTypeUtil.isNonNull(argument.getType()) || chance(isSize ? 60 : 15)) {
                if (isSize && sized && chance(95)) {
                    continue;
                }
                sized |= isSize;
                Object value = value(argument.getName(), argument.getType(), 2);
                given.add(argument.getName() + ": "
                        + (chance(30)
                                ? variable(GraphQLTypeUtil.simplePrint(argument.getType()), value)
                                : literal(value, argument.getType())));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    /** A value as in JSON. */
    private Object value(String name, GraphQLInputType type, int depth) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (GraphQLTypeUtil.isList(nullable)) {
            List<Object> values = new ArrayList<>();
            int size = random.nextInt(3);
            for (int i = 0; i < size; i++) {
                values.add(value(name, (GraphQLInputType) GraphQLTypeUtil.unwrapOne(nullable), depth));
            }
            return values;
        }
        String typeName = ((GraphQLNamedType) nullable).getName();
        if (samples.containsKey(name)) {
            return any(samples.get(name));
        }
        if (samples.containsKey(typeName)) {
            return any(samples.get(typeName));
        }
        if (nullable instanceof GraphQLEnumType enumeration) {
            return any(enumeration.getValues()).getName();
        }
        if (nullable instanceof GraphQLInputObjectType object) {
            Map<String, Object> values = new LinkedHashMap<>();
            object.getFieldDefinitions().forEach(field -> {
                if (depth > 0 && chance(10)) {
                    values.put(field.getName(), value(field.getName(), field.getType(), depth - 1));
                }
            });
            return values;
        }
        return switch (((GraphQLScalarType) nullable).getName()) {
            case "Int" -> 1 + random.nextInt(4);
            case "Boolean" -> random.nextBoolean();
            case "Float" -> random.nextInt(100) / 4.0;
            default -> "text" + random.nextInt(3);
        };
    }

    private static String literal(Object value, GraphQLType type) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> literal(each, GraphQLTypeUtil.unwrapOne(nullable)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(each -> each.getKey() + ": "
                            + literal(
                                    each.getValue(),
                                    ((GraphQLInputObjectType) nullable)
                                            .getFieldDefinition((String) each.getKey())
                                            .getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String && !(nullable instanceof GraphQLEnumType)
                ? "\"" + value + "\""
                : String.valueOf(value);
    }
}

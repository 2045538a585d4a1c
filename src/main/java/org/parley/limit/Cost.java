package org.parley.limit;

import graphql.execution.CoercedVariables;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.lists.PageRequest;
import org.parley.lists.Words;

/**
 * What an operation may take, known before it runs.
 *
 * <p>An operation costs as much as its answer may have fields. What is selected in a page counts as many times as the page
 * may hold records, by {@code first} or {@code last} or without them; what is selected in a list of given ids, as many times
 * as there are ids; in any other list, {@value #LIST} times, about twice what such lists hold in the record. Where lists
 * stand within lists, the numbers are multiplied. A {@code totalCount} costs {@value #COUNT} more, for it reads the whole list.
 * Introspection is counted once a field. What {@code @skip} and {@code @include} leave out is counted all the same.
 *
 * <p>The database may have to hold each record against what a list is to fulfil, however few are shown, and once more to count
 * them: each condition of a filter and each word that a filter's text has costs {@value #CONDITION}, each word of a search twice
 * that. They are not multiplied, for a list within lists is looked through for all of them at once. In a record of 20,000
 * statements a condition was measured at 30 to 60 milliseconds' work, so that the costliest operations that are allowed are ended
 * there by their time.
 *
 * @param cost  in fields
 * @param limit the highest cost that is allowed
 * @param nodes how many records and parts of records the answer may hold at most
 */
public record Cost(long cost, int limit, long nodes) {
    private static final int LIST = 5;
    private static final int COUNT = 10;
    private static final int CONDITION = 1200;
    private static final Set<String> PAGES = Set.of("Connection", "Edge", "PageInfo", "QueryInfo");

    static Cost of(
            GraphQLSchema schema,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments,
            CoercedVariables variables,
            int limit) {
        Sum sum = new Sum(schema, fragments, variables);
        GraphQLType root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        sum.add(operation.getSelectionSet(), root, 1, PagedField.NONE);
        return new Cost(sum.cost, limit, sum.nodes);
    }

    /**
     * What stands around selections.
     *
     * @param size how many records it holds at most
     * @param cost of looking for them
     */
    private record PagedField(int size, long cost) {
        static final PagedField NONE = new PagedField(1, 0);
    }

    /** {@link DocumentShape} saw to it that the fragments written out are not too many, so that each may be walked wherever it is. */
    private static final class Sum {
        private final GraphQLSchema schema;
        private final Map<String, FragmentDefinition> fragments;
        private final CoercedVariables variables;
        private long cost;
        private long nodes;

        Sum(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, CoercedVariables variables) {
            this.schema = schema;
            this.fragments = fragments;
            this.variables = variables;
        }

        /**
         * @param times how often the selections may be answered
         * @param page  to which the selections belong
         */
        private void add(SelectionSet selections, GraphQLType type, long times, PagedField page) {
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    add(field, type, times, page);
                } else if (selection instanceof InlineFragment fragment) {
                    add(fragment.getSelectionSet(), narrowed(type, fragment.getTypeCondition()), times, page);
                } else if (selection instanceof FragmentSpread spread) {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    add(fragment.getSelectionSet(), narrowed(type, fragment.getTypeCondition()), times, page);
                }
            }
        }

        private GraphQLType narrowed(GraphQLType type, TypeName condition) {
            return condition == null ? type : schema.getType(condition.getName());
        }

        private void add(Field field, GraphQLType parent, long times, PagedField around) {
            cost = Saturating.plus(cost, times);
            if (field.getName().equals("totalCount")) {
                cost = Saturating.plus(cost, Saturating.times(times, COUNT));
                cost = Saturating.plus(cost, around.cost());
            }
            if (field.getSelectionSet() == null) {
                return;
            }
            GraphQLFieldDefinition definition =
                    Introspection.getFieldDefinition(schema, (GraphQLFieldsContainer) parent, field.getName());
            GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
            boolean page = definition.getArgument("first") != null;
            long each = times;
            if (!page && isList(definition) && !Introspection.isIntrospectionTypes(typeName(type))) {
                each = Saturating.times(times, isPart(parent) ? around.size() : length(field));
            }
            if (!page && PAGES.stream().noneMatch(typeName(type)::endsWith)) {
                nodes = Saturating.plus(nodes, each);
            }
            PagedField within = page ? new PagedField(pageSize(field), conditions(field)) : PagedField.NONE;
            cost = Saturating.plus(cost, within.cost());
            add(field.getSelectionSet(), type, each, within);
        }

        private long conditions(Field field) {
            long words = 2 * conditions("text", value(field, "text"));
            return Saturating.times(CONDITION, Saturating.plus(words, conditions("filter", value(field, "filter"))));
        }

        /** @param value as it was given, or what a variable holds; null if nothing was given */
        private long conditions(String name, Object value) {
            if (value instanceof VariableReference variable) {
                return conditions(name, variables.get(variable.getName()));
            }
            if (value instanceof ObjectValue object) {
                return object.getObjectFields().stream()
                        .mapToLong(field -> conditions(field.getName(), field.getValue()))
                        .sum();
            }
            if (value instanceof Map<?, ?> object) {
                return object.entrySet().stream()
                        .mapToLong(field -> conditions((String) field.getKey(), field.getValue()))
                        .sum();
            }
            List<?> list = value instanceof ArrayValue array
                    ? array.getValues()
                    : value instanceof List<?> values ? values : List.of();
            if (list.stream().anyMatch(element -> element instanceof ObjectValue || element instanceof Map)) {
                return list.stream()
                        .mapToLong(element -> conditions(name, element))
                        .sum();
            }
            if (value instanceof StringValue || value instanceof String) {
                String text = value instanceof StringValue string ? string.getValue() : (String) value;
                return name.equals("text") ? words(text) : 1;
            }
            return value == null || value instanceof NullValue ? 0 : 1;
        }

        private static boolean isList(GraphQLFieldDefinition definition) {
            return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        }

        /** Whether a list of this type is that of a page's records. */
        private static boolean isPart(GraphQLType parent) {
            return typeName(parent).endsWith("Connection");
        }

        private static String typeName(GraphQLType type) {
            return ((graphql.schema.GraphQLNamedType) type).getName();
        }

        /** Each counts once; a text that is too long counts as one word: its field will say so. */
        private static long words(String text) {
            return text.length() > Words.LONGEST_TEXT ? 1 : Words.terms(text);
        }

        /** Sizes that are not allowed count as one that is: their field will say so. */
        private int pageSize(Field field) {
            for (String argument : List.of("first", "last")) {
                Object size = value(field, argument);
                if (size instanceof Number number) {
                    return Math.max(1, Math.min(number.intValue(), PageRequest.MAX));
                }
            }
            return PageRequest.DEFAULT;
        }

        private int length(Field field) {
            return value(field, "ids") instanceof List<?> ids ? Math.max(1, ids.size()) : LIST;
        }

        /** What was given, a number or a list as one of Java, or what a variable holds; null if nothing was given. */
        private Object value(Field field, String name) {
            for (Argument argument : field.getArguments()) {
                if (argument.getName().equals(name)) {
                    return value(argument.getValue());
                }
            }
            return null;
        }

        private Object value(Value<?> value) {
            if (value instanceof VariableReference variable) {
                return variables.get(variable.getName());
            }
            if (value instanceof IntValue number) {
                return number.getValue();
            }
            return value instanceof ArrayValue list ? list.getValues() : value;
        }
    }
}

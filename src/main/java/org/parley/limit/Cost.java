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
 * The cost of an operation, computed before it runs.
 *
 * <p>The cost is the maximum number of fields in the answer. Fields in a page count once for each record that the page may hold:
 * {@code first}, {@code last}, or the default. Fields in a list of given ids count once for each id, in any other list {@value #LIST}
 * times, about twice the usual length of such lists in the record. Nested lists multiply. A {@code totalCount} costs {@value #COUNT}
 * more, since it reads the whole list. Introspection fields count once. Fields that {@code @skip} and {@code @include} leave out are
 * counted all the same.
 *
 * <p>For a filter or a search, the database may have to check every record, however few it returns, and to check them again for
 * {@code totalCount}. So each condition of a filter, and each word in a filter's text, costs {@value #CONDITION}; each word of a search
 * costs twice that. These costs are not multiplied in nested lists, since a batch reads a nested list for all its parents at once. In a
 * record of 20,000 statements, one condition took 30 to 60 ms, so the costliest operations that are allowed are stopped there by the
 * timeout.
 *
 * @param cost  in fields of the answer
 * @param limit the highest cost that is allowed
 * @param nodes the most records and parts of records that the answer may hold
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
     * The page that a selection set belongs to.
     *
     * @param size the most records that it may hold
     * @param cost the cost of its filter and search conditions
     */
    private record PagedField(int size, long cost) {
        static final PagedField NONE = new PagedField(1, 0);
    }

    /**
     * Adds up the cost of a selection set. It follows each fragment spread; {@link DocumentShape} has limited their expanded size before.
     */
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
         * @param times the most often that the selections may occur in the answer
         * @param page  the page that the selections belong to
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

        /** @param value a literal of the document or the value of a variable; null if the argument is left out */
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

        /** Whether a list in this type holds the records of a page. */
        private static boolean isPart(GraphQLType parent) {
            return typeName(parent).endsWith("Connection");
        }

        private static String typeName(GraphQLType type) {
            return ((graphql.schema.GraphQLNamedType) type).getName();
        }

        /**
         * How many search conditions a text has, each different word counted once. A text that is too long counts as one word, since its
         * field will refuse it.
         */
        private static long words(String text) {
            return text.length() > Words.LONGEST_TEXT ? 1 : Words.terms(text);
        }

        /** The size of a page. A size that is out of range is clamped, since the field will refuse it. */
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

        /** The value of an argument: a number, a list, another literal, or the value of a variable; null if it is left out. */
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

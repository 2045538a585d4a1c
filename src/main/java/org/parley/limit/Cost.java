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
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.lists.ListSizes;
import org.parley.lists.PageRequest;
import org.parley.lists.Words;

/**
 * The cost of an operation, computed before it runs.
 *
 * <p>The cost is the maximum number of fields in the answer. Fields in a page count once for each record that the page may hold:
 * {@code first}, {@code last}, or the default. Fields in a list of given ids count once for each id, in any other list {@value #LIST}
 * times, about twice the usual length of such lists in the record, and in a list of all records of a kind (coverage) as often as there are
 * such records. Nested lists multiply. A {@code totalCount} costs {@value #COUNT} more, since it reads the whole list: the shortest takes
 * 0.2 milliseconds. Introspection fields count once. Fields that {@code @skip} and {@code @include} leave out are counted all the same.
 *
 * <p>For a filter or a search, the database may have to check every record, however few it returns, and to check them again for
 * {@code totalCount}. So each condition of a filter, and each word in a filter's text, costs at least {@value #CONDITION}; each word of a
 * search costs twice that. The arguments of the timeline are conditions, too. In a large record they cost what the database has to do, in
 * units of 10 microseconds: {@value #SCAN} for 100 records that the list holds without the filter, {@value #LOOK_UP} more for each condition
 * that is looked up in another table for each record (ids of other records, identifiers, words, {@code true} and {@code false}), and {@value #OTHER} more
 * for any other.
 * A list that an index restricts to one owner, such as the statements of one speaker, is taken to be a fifth of the whole. A search, and a
 * list with a {@code text}, costs at least {@value #WORD} for 100 records and each of the first {@value #WORDS} words: a frequent word is in most
 * records, but few records have a third. Records beyond {@value #MOST} count no more, so that one filter is allowed in a record of any
 * size; there the timeout ends what takes too long.
 *
 * <p>To count records by dimensions (statementCounts, incidentCounts) costs as much as a filter with that many further conditions.
 *
 * <p>To compare a quote with all wordings costs {@value #QUOTE} more.
 *
 * <p>What the edits of a proposal would do, and the errors in them, cost {@value #JUDGEMENT} each, since they are judged anew.
 *
 * <p>The costs of conditions are not multiplied in nested lists, since a batch reads a nested list for all its parents at once: at most twice
 * the whole list, since a record may have several parents, as a statement has issues. Each record of a nested list takes twice as long,
 * since it is found by way of its parent.
 *
 * @param cost  in fields of the answer
 * @param limit the highest cost that is allowed
 * @param nodes the most records and parts of records that the answer may hold
 */
public record Cost(long cost, int limit, long nodes) {
    private static final int LIST = 5;
    private static final int COUNT = 24;
    private static final int CONDITION = 1200;

    /** Of 100 records, in units of 10 microseconds; measured with bench/slowest at 100,000 statements on H2. */
    private static final int SCAN = 20;

    private static final int LOOK_UP = 8;
    private static final int OTHER = 2;
    private static final int WORD = 9;
    private static final int WORDS = 2;

    /** To judge the edits of one proposal anew. */
    private static final int JUDGEMENT = 500;

    /** To compare a text with the wordings that are like it: 60 statements at most, by 20,000 entries of the word index at most. */
    private static final int QUOTE = 3000;

    /** The end of the names of fields that count records by dimensions. */
    private static final String COUNTS = "Counts";

    private static final Set<String> JUDGED = Set.of("edits", "userErrors");
    private static final int MOST = 200_000;

    /** What part of a list an owner may have. */
    private static final int PARTS = 5;

    /** How much longer a record of a nested list takes. */
    private static final int NESTED = 2;

    /** The arguments of a list that are no conditions. */
    private static final Set<String> PAGING = Set.of("first", "after", "last", "before", "orderBy");

    private static final Set<String> PAGES = Set.of("Connection", "Edge", "PageInfo", "QueryInfo");

    static Cost of(
            GraphQLSchema schema,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments,
            CoercedVariables variables,
            ListSizes sizes,
            int limit) {
        Sum sum = new Sum(schema, fragments, variables, sizes);
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
        private final ListSizes sizes;
        private long cost;
        private long nodes;

        Sum(
                GraphQLSchema schema,
                Map<String, FragmentDefinition> fragments,
                CoercedVariables variables,
                ListSizes sizes) {
            this.schema = schema;
            this.fragments = fragments;
            this.variables = variables;
            this.sizes = sizes;
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
            if (field.getName().equals("quote") && parent == schema.getQueryType()) {
                cost = Saturating.plus(cost, QUOTE);
            }
            if (parent == schema.getQueryType() && field.getName().endsWith(COUNTS)) {
                cost = Saturating.plus(cost, counting(field));
            }
            if (JUDGED.contains(field.getName()) && typeName(parent).equals("Proposal")) {
                cost = Saturating.plus(cost, Saturating.times(times, JUDGEMENT));
            }
            GraphQLFieldDefinition definition =
                    Introspection.getFieldDefinition(schema, (GraphQLFieldsContainer) parent, field.getName());
            GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
            boolean page = definition.getArgument("first") != null;
            long each = times;
            if (!page && isList(definition) && !Introspection.isIntrospectionTypes(typeName(type))) {
                each = Saturating.times(times, isPart(parent) ? around.size() : length(field, type, parent));
            }
            if (!page && PAGES.stream().noneMatch(typeName(type)::endsWith)) {
                nodes = Saturating.plus(nodes, each);
            }
            PagedField within = page
                    ? new PagedField(
                            pageSize(field), conditions(field, definition, times, parent == schema.getQueryType()))
                    : PagedField.NONE;
            cost = Saturating.plus(cost, within.cost());
            add(field.getSelectionSet(), type, each, within);
        }

        /** The cost of counting all records of a kind by dimensions, each of which may have to be looked up, and of the filter. */
        private long counting(Field field) {
            GraphQLFieldDefinition definition =
                    Introspection.getFieldDefinition(schema, schema.getQueryType(), field.getName());
            String list =
                    typeName(GraphQLTypeUtil.unwrapAll(definition.getType())).replaceFirst("Count$", "");
            Tally tally = new Tally();
            count(definition.getArgument("filter").getType(), "filter", value(field, "filter"), tally);
            Object by = value(field, "by");
            long dimensions = by instanceof List<?> several ? several.size() : 1;
            long each = Saturating.plus(
                    SCAN,
                    Saturating.plus(
                            Saturating.times(LOOK_UP, Saturating.plus(dimensions, tally.lookUps)),
                            Saturating.times(OTHER, tally.others)));
            return Math.max(Saturating.times(CONDITION, tally.all() + 1), work(sizes.rows(list), each));
        }

        /**
         * The cost of the conditions on a list.
         *
         * @param parents the most parents whose lists are read
         * @param isRoot  whether it is a list of the whole record
         */
        private long conditions(Field field, GraphQLFieldDefinition definition, long parents, boolean isRoot) {
            GraphQLArgument text = definition.getArgument("text");
            Tally tally = new Tally();
            if (text != null) {
                count(text.getType(), "text", value(field, "text"), tally);
                return Math.max(
                        Saturating.times(2L * CONDITION, tally.all()),
                        work(sizes.all(), Math.min(WORDS, tally.lookUps) * WORD));
            }
            String list =
                    typeName(GraphQLTypeUtil.unwrapAll(definition.getType())).replaceFirst("Connection$", "");
            Set<String> indexed = isRoot ? sizes.indexed(list) : Set.of();
            boolean isOfOne = false;
            long words = 0;
            for (GraphQLArgument argument : definition.getArguments()) {
                String name = argument.getName();
                Object value = value(field, name);
                if (value != null && !PAGING.contains(name)) {
                    count(argument.getType(), name, value, tally);
                    words += isRoot ? words(resolved(fields(value).get("text"))) : 0;
                    isOfOne |= indexed.contains(name) && isOne(value)
                            || fields(value).entrySet().stream()
                                    .anyMatch(inside -> indexed.contains(inside.getKey()) && isOne(inside.getValue()));
                }
            }
            if (tally.all() == 0) {
                return 0;
            }
            long least = Math.max(
                    Saturating.times(CONDITION, tally.all()), work(sizes.rows(list), Math.min(WORDS, words) * WORD));
            if (isOfOne && tally.all() == 1) {
                return least;
            }
            long parts = isOfOne ? 1 : isRoot ? PARTS : Math.min(2 * PARTS, parents);
            long lookUps = isOfOne ? Math.max(0, tally.lookUps - 1) : tally.lookUps;
            long each = Saturating.plus(
                    SCAN, Saturating.plus(Saturating.times(LOOK_UP, lookUps), Saturating.times(OTHER, tally.others)));
            return Math.max(
                    least, work(Math.min(sizes.rows(list), MOST) * parts / PARTS, isRoot ? each : NESTED * each));
        }

        /**
         * @param rows how many records the database may have to read
         * @param each for 100 of them, in units of 10 microseconds
         */
        private static long work(long rows, long each) {
            return Saturating.times(Math.min(rows, MOST), each) / 100;
        }

        /** How many conditions there are. */
        private static final class Tally {
            private long lookUps;
            private long others;

            long all() {
                return Saturating.plus(lookUps, others);
            }
        }

        /**
         * Counts the conditions of a value.
         *
         * @param name  the field or argument
         * @param value a literal of the document or the value of a variable; null if it is left out
         */
        private void count(GraphQLType type, String name, Object value, Tally tally) {
            Object resolved = resolved(value);
            if (resolved == null) {
                return;
            }
            List<?> elements = elements(resolved);
            GraphQLType inner = GraphQLTypeUtil.unwrapAll(type);
            if (inner instanceof GraphQLInputObjectType input) {
                if (elements != null) {
                    elements.forEach(element -> count(type, name, element, tally));
                } else {
                    fields(resolved)
                            .forEach((key, inside) -> count(input.getField(key).getType(), key, inside, tally));
                }
            } else if (name.equals("text")) {
                tally.lookUps += words(resolved);
            } else if (name.equals("identifier")
                    || Set.of("ID", "Boolean").contains(typeName(inner)) && !name.equals("id")) {
                tally.lookUps++;
            } else {
                tally.others++;
            }
        }

        /** The value of a literal or variable; null if it is null. */
        private Object resolved(Object value) {
            Object known = value instanceof VariableReference variable ? variables.get(variable.getName()) : value;
            return known instanceof NullValue ? null : known;
        }

        /** Null if the value is no list. */
        private static List<?> elements(Object value) {
            return value instanceof ArrayValue array
                    ? array.getValues()
                    : value instanceof List<?> values ? values : null;
        }

        /** Empty if the value is no input object. */
        private static Map<String, ?> fields(Object value) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (value instanceof ObjectValue object) {
                object.getObjectFields().forEach(field -> fields.put(field.getName(), field.getValue()));
            } else if (value instanceof Map<?, ?> object) {
                object.forEach((key, inside) -> fields.put((String) key, inside));
            }
            return fields;
        }

        private boolean isOne(Object value) {
            Object resolved = resolved(value);
            List<?> elements = elements(resolved);
            return resolved != null && (elements == null || elements.size() == 1);
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
         * How many search conditions a text has, each different word counted once; 0 if it is null. A text that is too long counts as one
         * word, since its field will refuse it.
         *
         * @param value a resolved literal or the value of a variable
         */
        private static long words(Object value) {
            Object text = value instanceof StringValue literal ? literal.getValue() : value;
            if (!(text instanceof String words)) {
                return text == null ? 0 : 1;
            }
            return words.length() > Words.LONGEST_TEXT ? 1 : Words.terms(words);
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

        /** How long a list is that has no pages. Only at the root one may have all records of a kind. */
        private long length(Field field, GraphQLType type, GraphQLType parent) {
            if (value(field, "ids") instanceof List<?> ids) {
                return Math.max(1, ids.size());
            }
            return parent == schema.getQueryType() ? Math.max(LIST, sizes.rows(typeName(type))) : LIST;
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

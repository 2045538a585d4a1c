package org.parley.engine;

import graphql.GraphQLContext;
import graphql.TypeResolutionEnvironment;
import graphql.execution.TypeResolutionParameters;
import graphql.execution.conditional.ConditionalNodes;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How an operation is executed: for each place in its answer the fields that are selected there, collected and merged as the GraphQL
 * specification says (CollectFields), for each object type that occurs at the place. It depends on the document and on those variables
 * that {@code @skip} and {@code @include} use, so it is kept beside the document and used again.
 *
 * <p>Thread-safe. The fields of an object type are collected when the first object of that type occurs at the place.
 */
final class Plan {
    private static final ConditionalNodes CONDITIONS = new ConditionalNodes();
    private static final GraphQLContext NO_CONTEXT = GraphQLContext.getDefault();

    private final GraphQLSchema schema;
    private final Types types;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> conditions;
    private final AtomicInteger places = new AtomicInteger();
    private final OperationDefinition operation;
    private final ObjectPlan root;

    /**
     * @param types      what does not depend on the operation
     * @param conditions the variables, coerced; only those that {@code @skip} and {@code @include} use matter
     */
    Plan(
            GraphQLSchema schema,
            Types types,
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments,
            Map<String, Object> conditions) {
        this.schema = schema;
        this.types = types;
        this.operation = operation;
        this.fragments = fragments;
        this.conditions = conditions;
        this.root = new Place(List.of(operation.getSelectionSet())).of(rootType(schema, operation));
    }

    private static GraphQLObjectType rootType(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    OperationDefinition operation() {
        return operation;
    }

    ObjectPlan root() {
        return root;
    }

    /** How many {@link ObjectPlan#number()}s are given by now; each is less. */
    int numbers() {
        return places.get();
    }

    /** What its execution may have to wait for. */
    Need need() {
        return root.need();
    }

    /** What does not depend on the operation: the Java classes behind the types of a schema. Thread-safe. */
    static final class Types {
        private final GraphQLSchema schema;
        private final Map<GraphQLType, Map<Class<?>, GraphQLObjectType>> objectTypes = new ConcurrentHashMap<>();
        private final Map<GraphQLType, Leaf> leaves = new ConcurrentHashMap<>();

        Types(GraphQLSchema schema) {
            this.schema = schema;
        }

        /**
         * The object type of a value of an interface or a union. The type resolver is asked once for each Java class, so two types
         * must not share one; SmallRye's resolvers look at nothing else.
         *
         * @return null if the type resolver knows none
         */
        private GraphQLObjectType of(GraphQLType type, Object value) {
            Map<Class<?>, GraphQLObjectType> known = objectTypes.computeIfAbsent(type, t -> new ConcurrentHashMap<>());
            GraphQLObjectType found = known.get(value.getClass());
            if (found == null) {
                found = resolved(type, value);
                // A map has no class of its own.
                if (found != null && !(value instanceof Map)) {
                    known.put(value.getClass(), found);
                }
            }
            return found;
        }

        private GraphQLObjectType resolved(GraphQLType type, Object value) {
            TypeResolutionEnvironment question = TypeResolutionParameters.newParameters()
                    .value(value)
                    .schema(schema)
                    .graphQLContext(NO_CONTEXT)
                    .build();
            return type instanceof GraphQLInterfaceType contract
                    ? schema.getCodeRegistry().getTypeResolver(contract).getType(question)
                    : schema.getCodeRegistry()
                            .getTypeResolver((GraphQLUnionType) type)
                            .getType(question);
        }

        private Leaf leaf(GraphQLType type) {
            return leaves.computeIfAbsent(type, Leaf::of);
        }
    }

    /** A place in the answer where objects stand: the selection sets that apply to it. */
    final class Place {
        private final List<SelectionSet> selections;
        private volatile Map<GraphQLObjectType, ObjectPlan> byType = Map.of();

        private Place(List<SelectionSet> selections) {
            this.selections = selections;
        }

        /** The fields that are selected of objects of this type. */
        ObjectPlan of(GraphQLObjectType type) {
            ObjectPlan known = byType.get(type);
            return known == null ? planned(type) : known;
        }

        private synchronized ObjectPlan planned(GraphQLObjectType type) {
            ObjectPlan known = byType.get(type);
            if (known != null) {
                return known;
            }
            Map<String, List<Field>> merged = new LinkedHashMap<>();
            Set<String> visited = new HashSet<>();
            selections.forEach(set -> collect(set, type, visited, merged));
            List<PlannedField> fields = new ArrayList<>(merged.size());
            merged.forEach((key, nodes) -> fields.add(field(type, key, nodes)));
            ObjectPlan planned = new ObjectPlan(type, fields.toArray(PlannedField[]::new), places.getAndIncrement());
            Map<GraphQLObjectType, ObjectPlan> more = new IdentityHashMap<>(byType);
            more.put(type, planned);
            byType = more;
            return planned;
        }
    }

    private void collect(
            SelectionSet set, GraphQLObjectType type, Set<String> visited, Map<String, List<Field>> merged) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                if (CONDITIONS.shouldInclude(field, conditions, schema, NO_CONTEXT)) {
                    merged.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                            .add(field);
                }
            } else if (selection instanceof InlineFragment fragment) {
                if (CONDITIONS.shouldInclude(fragment, conditions, schema, NO_CONTEXT)
                        && applies(fragment.getTypeCondition(), type)) {
                    collect(fragment.getSelectionSet(), type, visited, merged);
                }
            } else if (selection instanceof FragmentSpread spread
                    && !visited.contains(spread.getName())
                    && CONDITIONS.shouldInclude(spread, conditions, schema, NO_CONTEXT)) {
                visited.add(spread.getName());
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (applies(fragment.getTypeCondition(), type)) {
                    collect(fragment.getSelectionSet(), type, visited, merged);
                }
            }
        }
    }

    private boolean applies(TypeName condition, GraphQLObjectType type) {
        if (condition == null || condition.getName().equals(type.getName())) {
            return true;
        }
        GraphQLType named = schema.getType(condition.getName());
        return named != null
                && named != type
                && !(named instanceof GraphQLObjectType)
                && schema.isPossibleType((graphql.schema.GraphQLNamedType) named, type);
    }

    private PlannedField field(GraphQLObjectType parent, String key, List<Field> nodes) {
        Field first = nodes.get(0);
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, parent, first.getName());
        List<SelectionSet> below = nodes.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        return new PlannedField(
                key,
                List.copyOf(nodes),
                parent,
                definition,
                schema.getCodeRegistry(),
                output(definition.getType(), below));
    }

    private OutputType output(GraphQLOutputType type, List<SelectionSet> below) {
        boolean nonNull = GraphQLTypeUtil.isNonNull(type);
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (GraphQLTypeUtil.isList(nullable)) {
            return new OutputType(
                    this,
                    nonNull,
                    nullable,
                    output((GraphQLOutputType) GraphQLTypeUtil.unwrapOne(nullable), below),
                    null,
                    null);
        }
        return GraphQLTypeUtil.isLeaf(nullable)
                ? new OutputType(this, nonNull, nullable, null, types.leaf(nullable), null)
                : new OutputType(this, nonNull, nullable, null, null, new Place(below));
    }

    /**
     * The type of a field's values, or of the elements of its list.
     *
     * @param type    without non-null
     * @param element the type of the elements; null if it is no list
     * @param leaf    of a scalar or enumeration, otherwise null
     * @param place   of an object, interface or union, otherwise null
     */
    record OutputType(Plan plan, boolean nonNull, GraphQLType type, OutputType element, Leaf leaf, Place place) {

        /** The fields that are selected of this object; null if its type can't be told. */
        ObjectPlan plan(Object value) {
            GraphQLObjectType concrete = type instanceof GraphQLObjectType object ? object : plan.types.of(type, value);
            return concrete == null ? null : place.of(concrete);
        }

        Need need() {
            if (element != null) {
                return element.need();
            }
            if (leaf != null) {
                return Need.NOTHING;
            }
            // Which types an interface will have is not known before.
            return type instanceof GraphQLObjectType object ? place.of(object).need() : Need.RECORDS;
        }
    }

    /**
     * The fields that are selected of the objects of one type at one place.
     *
     * @param number of this, unique in its plan, from 0
     */
    record ObjectPlan(GraphQLObjectType type, PlannedField[] fields, int number) {

        /** Whether a field with this name, under whatever key, is selected. */
        boolean selects(String name) {
            for (PlannedField field : fields) {
                if (field.name().equals(name)) {
                    return true;
                }
            }
            return false;
        }

        private Need need() {
            Need need = Need.NOTHING;
            for (PlannedField field : fields) {
                need = need.or(field.need());
            }
            return need;
        }
    }

    /** Whether no argument depends on a variable. */
    static boolean isConstant(List<Argument> arguments) {
        return arguments.stream().noneMatch(argument -> hasVariable(argument.getValue()));
    }

    private static boolean hasVariable(Node<?> value) {
        return value instanceof VariableReference
                || value.getChildren().stream().anyMatch(Plan::hasVariable);
    }
}

package org.parley.engine;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.execution.DataFetcherResult;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.parley.graph.Deferred;
import org.parley.graph.OutOfTime;

/**
 * One execution of an operation. Objects wait in groups, one for each place in the answer and type. Resolving the fields of a group
 * gives further groups, batches of objects for batched resolvers, and deferred answers. Batches and deferred answers are read when no
 * group is left, so that each holds as much as possible. For one use by one thread.
 */
final class BreadthFirstExecution {
    /** How many values are completed between two looks at the clock; a power of two. */
    private static final int BETWEEN_LOOKS = 256;

    private final GraphQLSchema schema;
    private final Plan plan;
    private final PreparedOperation operation;
    private final CoercedVariables variables;
    private final FieldFailures failures;
    private final IntrospectionExecutor introspection;

    /** The objects of each {@link Plan.ObjectPlan}, by its number, whose fields are not resolved yet. */
    private List<List<ResultObject>> groups = new ArrayList<>();

    private final Deque<Plan.ObjectPlan> waiting = new ArrayDeque<>();
    private Map<MethodResolver, List<Slot>> batches = new LinkedHashMap<>();

    /** What the batched resolvers have answered, by object: an object may occur at several places. */
    private final Map<MethodResolver, Map<Object, Object>> answers = new HashMap<>();

    private Map<String, Map<Deferred<?>, List<Slot>>> deferred = new LinkedHashMap<>();

    /** What deferred answers were, since an equal one is not read again. */
    private final Map<Deferred<?>, Object> read = new HashMap<>();

    private final Map<ResultObject, List<Failure>> failed = new IdentityHashMap<>();
    private final List<GraphQLError> further = new ArrayList<>();
    private int values;

    /** The index of the element that is completed, in each list around it. */
    private int[] indices = new int[2];

    private int level;

    /** A field of an object that has no value yet. */
    private record Slot(ResultObject object, int number) {
        PlannedField field() {
            return object.plan().fields()[number];
        }
    }

    /**
     * Why a field, or an element of its list, has no value.
     *
     * @param indices of the element; empty for the field
     * @param error   null for a null that must not be
     */
    private record Failure(int slot, int[] indices, Throwable error) {}

    BreadthFirstExecution(
            GraphQLSchema schema,
            Plan plan,
            PreparedOperation operation,
            FieldFailures failures,
            IntrospectionExecutor introspection) {
        this.schema = schema;
        this.plan = plan;
        this.operation = operation;
        this.variables = operation.variables();
        this.failures = failures;
        this.introspection = introspection;
    }

    /** @throws OutOfTime if the operation was over before it was done */
    ExecutedOperation run() {
        ResultObject root = new ResultObject(plan.root(), null, null, 0);
        Map<String, Object> introspected = Map.of();
        List<Field> asked = introspectionFields();
        if (!asked.isEmpty()) {
            ExecutionResult result = introspection.execute(operation, asked);
            if (!result.isDataPresent()) {
                return new ExecutedOperation(true, null, result.getErrors());
            }
            introspected = result.getData();
            further.addAll(result.getErrors());
        }
        boolean isSerial = plan.operation().getOperation() == OperationDefinition.Operation.MUTATION;
        for (int i = 0; i < plan.root().fields().length; i++) {
            PlannedField field = plan.root().fields()[i];
            if (field.kind() == PlannedField.Kind.INTROSPECTION) {
                root.set(i, introspected.get(field.key().getValue()));
            } else {
                resolve(field, i, List.of(root));
            }
            mustHaveTime();
            if (isSerial) {
                drain();
            }
        }
        drain();
        List<GraphQLError> errors = errors(root);
        boolean isNull = !failed.isEmpty() && !root.settle();
        return new ExecutedOperation(false, isNull ? null : root, errors);
    }

    private List<Field> introspectionFields() {
        List<Field> fields = new ArrayList<>();
        for (PlannedField field : plan.root().fields()) {
            if (field.kind() == PlannedField.Kind.INTROSPECTION) {
                fields.addAll(field.nodes());
            }
        }
        return fields;
    }

    /** Resolves all that waits, and all that comes of it. */
    private void drain() {
        while (true) {
            while (!waiting.isEmpty()) {
                Plan.ObjectPlan next = waiting.remove();
                List<ResultObject> group = groups.set(next.number(), null);
                PlannedField[] fields = next.fields();
                for (int i = 0; i < fields.length; i++) {
                    resolve(fields[i], i, group);
                }
            }
            mustHaveTime();
            if (batches.isEmpty() && deferred.isEmpty()) {
                return;
            }
            Map<MethodResolver, List<Slot>> ready = batches;
            batches = new LinkedHashMap<>();
            ready.forEach(this::readBatch);
            Map<String, Map<Deferred<?>, List<Slot>>> due = deferred;
            deferred = new LinkedHashMap<>();
            due.values().forEach(this::readDeferred);
        }
    }

    /** Resolves one field of all objects of a group. */
    private void resolve(PlannedField field, int slot, List<ResultObject> group) {
        switch (field.kind()) {
            case TYPE_NAME -> group.forEach(
                    object -> object.set(slot, object.plan().type().getName()));
            case MEMBER -> {
                MemberResolver member = field.member();
                for (ResultObject object : group) {
                    try {
                        complete(object, slot, member.of(object.source()));
                    } catch (Exception e) {
                        fail(object, slot, e);
                    }
                }
            }
            case METHOD -> resolveByMethod(field, slot, group);
            case BATCH -> {
                List<Slot> batch = batches.computeIfAbsent(field.method(), none -> new ArrayList<>());
                group.forEach(object -> batch.add(new Slot(object, slot)));
            }
            case FETCHER -> group.forEach(object -> resolveByFetcher(field, slot, object));
            case INTROSPECTION -> throw new IllegalStateException(field.name() + " must stand in the root");
        }
    }

    private void resolveByMethod(PlannedField field, int slot, List<ResultObject> group) {
        MethodResolver method = field.method();
        Object[] arguments;
        try {
            arguments = field.methodArguments(variables);
        } catch (RuntimeException e) {
            group.forEach(object -> fail(object, slot, e));
            return;
        }
        for (ResultObject object : group) {
            try {
                found(object, slot, method.of(object.source(), arguments));
            } catch (Exception e) {
                fail(object, slot, e);
            }
        }
    }

    private void resolveByFetcher(PlannedField field, int slot, ResultObject object) {
        try {
            Object value = field.fetcher()
                    .get(DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                            .source(object.source())
                            .arguments(() -> field.arguments(variables))
                            .fieldDefinition(field.definition())
                            .fieldType(field.definition().getType())
                            .parentType(field.parent())
                            .mergedField(field.merged())
                            .graphQLSchema(schema)
                            .graphQLContext(graphql.GraphQLContext.getDefault())
                            .variables(variables.toMap())
                            .operationDefinition(operation.definition())
                            .build());
            found(object, slot, awaited(value));
        } catch (Exception e) {
            fail(object, slot, e);
        }
    }

    private Object awaited(Object value) throws Exception {
        Object found = value;
        if (value instanceof CompletionStage<?> later) {
            operation.operation().mustMayWait();
            try {
                found = later.toCompletableFuture().get(operation.operation().timeLeft(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new OutOfTime();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OutOfTime();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception failure ? failure : e;
            }
        }
        if (found instanceof DataFetcherResult<?> result) {
            further.addAll(result.getErrors());
            return result.getData();
        }
        return found;
    }

    private void found(ResultObject object, int slot, Object value) {
        if (value instanceof Deferred<?> later) {
            look();
            later.selected(selection(object.plan().fields()[slot].type()));
            Object known = read.get(later);
            if (known != null) {
                complete(object, slot, known);
            } else {
                deferred.computeIfAbsent(later.batch(), none -> new LinkedHashMap<>())
                        .computeIfAbsent(later, none -> new ArrayList<>(1))
                        .add(new Slot(object, slot));
            }
        } else {
            complete(object, slot, value);
        }
    }

    private static Predicate<String> selection(Plan.OutputType type) {
        return type.place() != null && type.type() instanceof GraphQLObjectType object
                ? type.place().of(object)::selects
                : name -> false;
    }

    private void readBatch(MethodResolver method, List<Slot> slots) {
        Map<Object, Object> known = answers.computeIfAbsent(method, none -> new IdentityHashMap<>());
        List<Object> objects = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            if (!known.containsKey(slot.object().source())) {
                known.put(slot.object().source(), null);
                objects.add(slot.object().source());
            }
        }
        Exception failure = null;
        if (!objects.isEmpty()) {
            try {
                List<?> values = method.ofAll(objects);
                for (int i = 0; i < objects.size(); i++) {
                    known.put(objects.get(i), values.get(i));
                }
            } catch (Exception e) {
                failure = e;
                objects.forEach(object -> known.put(object, new Failed(e)));
            }
        }
        for (Slot slot : slots) {
            complete(slot.object(), slot.number(), known.get(slot.object().source()));
        }
        if (failure != null) {
            mustHaveTime();
        }
    }

    /** In the place of an answer of a batched resolver. */
    private record Failed(Exception reason) {}

    @SuppressWarnings("unchecked") // what is read together is of one type
    private void readDeferred(Map<Deferred<?>, List<Slot>> due) {
        List<Deferred<Object>> questions = new ArrayList<>(due.size());
        due.keySet().forEach(question -> questions.add((Deferred<Object>) question));
        List<Object> values;
        try {
            values = questions.get(0).readAll(questions);
        } catch (RuntimeException e) {
            due.values().forEach(slots -> slots.forEach(slot -> fail(slot.object(), slot.number(), e)));
            return;
        }
        for (int i = 0; i < questions.size(); i++) {
            Object value = values.get(i);
            read.put(questions.get(i), value);
            due.get(questions.get(i)).forEach(slot -> complete(slot.object(), slot.number(), value));
        }
    }

    private void complete(ResultObject object, int slot, Object value) {
        if (value instanceof Failed failure) {
            fail(object, slot, failure.reason());
            return;
        }
        level = 0;
        object.set(slot, completed(object.plan().fields()[slot].type(), value, object, slot));
    }

    /** The value as it stands in the answer; objects below it wait for their fields from now on. */
    private Object completed(Plan.OutputType type, Object value, ResultObject object, int slot) {
        look();
        if (value == null) {
            return type.nonNull() ? failed(object, slot, null) : null;
        }
        if (type.leaf() != null) {
            return serialized(type, value, object, slot);
        }
        if (type.element() != null) {
            return list(type, value, object, slot);
        }
        Plan.ObjectPlan fields = type.plan(value);
        if (fields == null) {
            return failed(
                    object,
                    slot,
                    new IllegalStateException("No type of " + type.type() + " is that of " + value.getClass()));
        }
        ResultObject made = new ResultObject(fields, value, object, slot);
        wait(made);
        return made;
    }

    private Object serialized(Plan.OutputType type, Object value, ResultObject object, int slot) {
        Object serialized;
        try {
            serialized = type.leaf().serialized(value);
        } catch (CoercingSerializeException e) {
            return failed(object, slot, e);
        }
        return serialized == null && type.nonNull() ? failed(object, slot, null) : serialized;
    }

    private Object list(Plan.OutputType type, Object value, ResultObject object, int slot) {
        Collection<?> elements;
        if (value instanceof Collection<?> collection) {
            elements = collection;
        } else if (value instanceof Object[] array) {
            elements = Arrays.asList(array);
        } else {
            return failed(object, slot, new IllegalStateException("No list: " + value.getClass()));
        }
        if (level == indices.length) {
            indices = Arrays.copyOf(indices, 2 * level);
        }
        Object[] made = new Object[elements.size()];
        int i = 0;
        for (Object element : elements) {
            indices[level++] = i;
            made[i++] = completed(type.element(), element, object, slot);
            level--;
        }
        return made;
    }

    private void wait(ResultObject object) {
        int number = object.plan().number();
        while (groups.size() <= number) {
            groups.add(null);
        }
        List<ResultObject> group = groups.get(number);
        if (group == null) {
            group = new ArrayList<>();
            groups.set(number, group);
            waiting.add(object.plan());
        }
        group.add(object);
    }

    private void fail(ResultObject object, int slot, Throwable error) {
        level = 0;
        object.set(slot, failed(object, slot, error));
    }

    /**
     * Notes an error.
     *
     * @throws OutOfTime if the operation is over: the error then follows from that
     */
    private Object failed(ResultObject object, int slot, Throwable error) {
        if (error != null) {
            failures.mustGoOn(error, operation.operation());
        }
        failed.computeIfAbsent(object, none -> new ArrayList<>(1))
                .add(new Failure(slot, Arrays.copyOf(indices, level), error));
        return ResultObject.FAILED;
    }

    /** To be called for each value: looks from time to time whether the operation is over. */
    private void look() {
        if ((++values & BETWEEN_LOOKS - 1) == 0) {
            mustHaveTime();
        }
    }

    private void mustHaveTime() {
        if (operation.operation().isOver()) {
            throw new OutOfTime();
        }
    }

    /** The errors in the order of their places in the answer. */
    private List<GraphQLError> errors(ResultObject root) {
        if (failed.isEmpty()) {
            return further;
        }
        List<GraphQLError> errors = new ArrayList<>(further);
        Set<Throwable> logged = Collections.newSetFromMap(new IdentityHashMap<>());
        root.visit(object -> failed.getOrDefault(object, List.of()).stream()
                .sorted(Comparator.comparingInt(Failure::slot))
                .forEach(failure -> errors.add(error(object, failure, logged.add(failure.error)))));
        return errors;
    }

    /** @param isNew whether no other field failed by the same exception */
    private GraphQLError error(ResultObject object, Failure failure, boolean isNew) {
        PlannedField field = object.plan().fields()[failure.slot];
        List<Object> path = object.path();
        path.add(field.key().getValue());
        for (int index : failure.indices) {
            path.add(index);
        }
        if (isNew) {
            failures.log(failure.error, path);
        }
        return failure.error == null
                ? failures.ofNull(path)
                : failures.of(failure.error, path, field.first().getSourceLocation());
    }
}

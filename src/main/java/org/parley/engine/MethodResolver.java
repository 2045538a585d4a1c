package org.parley.engine;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Execute;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.dataloader.BatchLoaderEnvironment;

/**
 * Resolves a field by a method of a {@code @GraphQLApi} bean: a field of a root type, or with arguments, for one object, or a batched
 * field ({@code @Source List}) for many objects at once. Made with the schema, at build time; thread-safe.
 */
final class MethodResolver implements PlugableBatchableDataFetcher<Object, Object> {
    private final String name;
    private final Method method;
    private final Class<?> bean;
    private final boolean batched;
    private final Need need;

    /** Null if values need no conversion. Those of a batched field are never converted. */
    private final UnaryOperator<Object> conversion;

    /** The parameters of the method; null in the place of the object that the field belongs to. */
    private final List<Parameter> parameters = new ArrayList<>();

    /** Where the object is among the parameters; -1 for a field of a root type. */
    private final int source;

    /** Looked up at the first call: beans are not to be created at build time. */
    private volatile Object instance;

    private record Parameter(String name, UnaryOperator<Object> conversion) {}

    MethodResolver(Operation operation) {
        name = operation.getClassName() + "." + operation.getMethodName();
        method = new OperationInvoker(operation).getMethod();
        bean = io.smallrye.graphql.spi.ClassloadingService.get().loadClass(operation.getClassName());
        need = operation.getExecute() == Execute.NON_BLOCKING ? Need.NOTHING : Need.RECORDS;
        Type[] types = method.getGenericParameterTypes();
        int place = -1;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Context.class) {
                throw new IllegalStateException(
                        name
                                + " must not take SmallRye's Context, which does not exist here: use org.parley.graph.Operation");
            }
            Argument argument = operation.getArguments().get(i);
            if (argument.isSourceArgument()) {
                place = i;
                parameters.add(null);
            } else {
                parameters.add(new Parameter(argument.getName(), InputObject.value(types[i])));
            }
        }
        source = place;
        batched = place >= 0 && List.class.isAssignableFrom(method.getParameterTypes()[place]);
        if (batched && types.length > 1) {
            throw new IllegalStateException(
                    name + " must take no argument but its objects: one batch may hold objects of two fields");
        }
        conversion = batched ? null : Conversion.of(operation);
    }

    /** Whether it resolves the field of many objects at once. */
    boolean isBatched() {
        return batched;
    }

    /** What it may have to wait for: nothing, if it has {@code @NonBlocking}; otherwise records, though it may also read lists. */
    Need need() {
        return need;
    }

    /**
     * The arguments of a call, without the object that the field belongs to.
     *
     * @param coerced what graphql-java made of the document's arguments and of the variables, by name
     */
    Object[] arguments(Map<String, Object> coerced) {
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = parameters.get(i);
            Object value = parameter == null ? null : coerced.get(parameter.name);
            arguments[i] = value == null ? null : parameter.conversion.apply(value);
        }
        return arguments;
    }

    /**
     * Resolves the field of one object.
     *
     * @param object    null for a field of a root type
     * @param arguments made by {@link #arguments}; not changed
     * @return the value, or a {@link org.parley.graph.Deferred} of it
     */
    Object of(Object object, Object[] arguments) throws Exception {
        Object[] all = arguments;
        if (source >= 0) {
            all = arguments.clone();
            all[source] = object;
        }
        Object value = invoke(all);
        return conversion == null || value == null || value instanceof org.parley.graph.Deferred
                ? value
                : conversion.apply(value);
    }

    /** Resolves a batched field: one value for each object, in their order. */
    List<?> ofAll(List<Object> objects) throws Exception {
        List<?> values = (List<?>) invoke(objects);
        if (values == null || values.size() != objects.size()) {
            throw new IllegalStateException(name + " must return a value for each of its " + objects.size()
                    + " objects, not " + (values == null ? null : values.size()));
        }
        return values;
    }

    private Object invoke(Object... arguments) throws Exception {
        Object target = instance;
        if (target == null) {
            target = Arc.container().instance(bean).get();
            instance = target;
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** Not used: the {@link BreadthFirstExecutor} knows what this is. */
    @Override
    public Object get(DataFetchingEnvironment dfe) {
        throw new UnsupportedOperationException(name);
    }

    /** Not used: the {@link BreadthFirstExecutor} knows what this is. */
    @Override
    public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
        throw new UnsupportedOperationException(name);
    }
}

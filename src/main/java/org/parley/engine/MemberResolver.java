package org.parley.engine;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;

/**
 * Resolves a field by a public field or a getter of its object, by reflection. SmallRye's own fetcher first builds a context for each
 * value, in case a resolver asks for it: the path as text, and the selected fields as JSON, twice. Thread-safe.
 */
final class MemberResolver implements PlugableDataFetcher<Object>, TrivialDataFetcher<Object> {
    private final AccessibleObject member;

    /** Null if the value needs no conversion. */
    private final UnaryOperator<Object> conversion;

    /** @param owner the class that has the field or the getter; its objects may be of a subclass */
    MemberResolver(Field field, Reference owner) {
        try {
            Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
            member = field.getMethodName() == null
                    ? type.getField(field.getPropertyName())
                    : type.getMethod(field.getMethodName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getClassName() + " has no public " + field.getName(), e);
        }
        conversion = Conversion.of(field);
    }

    /** The value of the field, as graphql-java serializes it. */
    Object of(Object object) throws Exception {
        Object value = value(object);
        return conversion == null || value == null ? value : conversion.apply(value);
    }

    @Override
    public Object get(DataFetchingEnvironment dfe) throws Exception {
        return of(dfe.getSource());
    }

    private Object value(Object object) throws Exception {
        if (member instanceof java.lang.reflect.Field field) {
            return field.get(object);
        }
        try {
            return ((Method) member).invoke(object);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}

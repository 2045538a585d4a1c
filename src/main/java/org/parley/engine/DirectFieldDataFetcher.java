package org.parley.engine;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Reads a field of an object or calls its getter, by reflection. SmallRye's own fetcher first builds a context for each value, in
 * case a resolver asks for it: the path as text, and the selected fields as JSON, twice.
 */
final class DirectFieldDataFetcher<T> implements PlugableDataFetcher<T>, TrivialDataFetcher<T> {
    private final AccessibleObject member;

    /** Null if the value needs no conversion. */
    private final FieldHelper conversion;

    /** @param owner the class that has the field or the getter; its objects may be of a subclass */
    DirectFieldDataFetcher(Field field, Reference owner) {
        try {
            Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
            member = field.getMethodName() == null
                    ? type.getField(field.getPropertyName())
                    : type.getMethod(field.getMethodName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getClassName() + " has no public " + field.getName(), e);
        }
        conversion = Conversion.isNeededFor(field) ? new FieldHelper(field) : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(DataFetchingEnvironment dfe) throws Exception {
        Object value = value(dfe.getSource());
        return (T) (conversion == null ? value : conversion.transformOrAdaptResponse(value, dfe));
    }

    private Object value(Object source) throws ReflectiveOperationException {
        if (member instanceof java.lang.reflect.Field field) {
            return field.get(source);
        }
        try {
            return ((Method) member).invoke(source);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}

package org.parley.engine;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.List;
import java.util.Map;
import org.parley.graph.Kind;

/** Converts the arguments of a resolver as SmallRye does, except for input objects, lists of ids and values of open enumerations. */
final class Arguments extends ArgumentHelper {
    Arguments(List<Argument> arguments) {
        super(arguments);
        arguments.stream()
                .filter(argument -> argument.getReference().getType() == ReferenceType.INPUT)
                .forEach(Arguments::inputObject);
    }

    @Override
    @SuppressWarnings("unchecked") // the engine names the fields of an input object by strings
    protected Object afterRecursiveTransform(Object value, Field field, DataFetchingEnvironment dfe)
            throws AbstractDataFetcherException {
        if (value instanceof Map<?, ?> values) {
            return inputObject(field).of((Map<String, Object>) values);
        }
        // SmallRye takes each element of an @Id List<String> argument for a list, and fails to convert it.
        if (value instanceof String && field.getReference().getClassName().equals(List.class.getName())) {
            return value;
        }
        // A value that a feature adds to an enumeration is of a subclass, which SmallRye would parse as a scalar once
        // more.
        if (value instanceof Kind) {
            return value;
        }
        return super.afterRecursiveTransform(value, field, dfe);
    }

    private static InputObject inputObject(Field field) {
        return InputObject.as(
                ClassloadingService.get().loadClass(field.getReference().getClassName()));
    }
}

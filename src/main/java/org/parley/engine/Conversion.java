package org.parley.engine;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;

/**
 * Tells for which fields SmallRye must convert values before graphql-java gets them. For all others, its walk through the values is
 * skipped.
 */
final class Conversion {
    private Conversion() {}

    static boolean isNeededFor(Field field) {
        Reference type = field.getReference();
        boolean isPlain = !field.hasWrapper() || field.getWrapper().isCollection();
        return !isPlain
                || field.hasTransformation()
                || field.isAdaptingTo()
                || field.isAdaptingWith()
                || type.isAdaptingTo()
                || type.isAdaptingWith()
                || type.getClassName().startsWith("java.util.Optional")
                || type.getType() == ReferenceType.SCALAR
                        && !type.getClassName().equals(type.getGraphQLClassName());
    }
}

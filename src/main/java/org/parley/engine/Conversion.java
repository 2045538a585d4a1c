package org.parley.engine;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;

/** Which values SmallRye converts before graphql-java sees them. Where it needs not, its walk through all of them is left out. */
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

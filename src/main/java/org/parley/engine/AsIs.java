package org.parley.engine;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;

/** Which fields SmallRye's helper would hand on unchanged, after a walk through all their values. */
final class AsIs {
    private AsIs() {}

    static boolean is(Field field) {
        Reference type = field.getReference();
        return (!field.hasWrapper() || field.getWrapper().isCollection())
                && !field.hasTransformation()
                && !field.isAdaptingTo()
                && !field.isAdaptingWith()
                && !type.isAdaptingTo()
                && !type.isAdaptingWith()
                && !type.getClassName().startsWith("java.util.Optional")
                && (type.getType() != ReferenceType.SCALAR
                        || type.getClassName().equals(type.getGraphQLClassName()));
    }
}

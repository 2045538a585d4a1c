package org.parley.engine;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.spi.ClassloadingService;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.parley.graph.Kind;

/** Converts values of Java types that the scalars of the schema do not serialize by themselves, as SmallRye does. */
final class Conversion {
    private static final Map<String, UnaryOperator<Object>> BY_CLASS = Map.of(
            LocalDate.class.getName(),
            Object::toString,
            OffsetDateTime.class.getName(),
            instant -> text((OffsetDateTime) instant));

    /** What graphql-java's own scalars serialize. */
    private static final Set<String> PLAIN = Set.of(
            "int", "boolean", "double", Integer.class.getName(), Boolean.class.getName(), Double.class.getName());

    private Conversion() {}

    /** As {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME}, which takes longer than all other fields of a statement together. */
    static String text(OffsetDateTime instant) {
        if (instant.getNano() != 0) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
        }
        // Java writes 10:00 for 10:00:00.
        return instant.toLocalDateTime()
                + (instant.getSecond() == 0 ? ":00" : "")
                + instant.getOffset().getId();
    }

    /**
     * The conversion of a field's values.
     *
     * @return null if its values need none
     * @throws IllegalStateException if there is no conversion for its type: the build then fails
     */
    static UnaryOperator<Object> of(Field field) {
        if (!isNeededFor(field)) {
            return null;
        }
        UnaryOperator<Object> conversion = BY_CLASS.get(field.getReference().getClassName());
        if (conversion == null || field.hasWrapper() || field.hasTransformation() || field.isAdaptingWith()) {
            throw new IllegalStateException("No conversion of " + field.getName() + ", a "
                    + field.getReference().getClassName());
        }
        return conversion;
    }

    /** The engine replaces these scalars by enumerations, which serialize their values. */
    private static boolean isKind(Reference type) {
        return Kind.class.isAssignableFrom(ClassloadingService.get().loadClass(type.getClassName()));
    }

    private static boolean isNeededFor(Field field) {
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
                        && !type.getClassName().equals(type.getGraphQLClassName())
                        && !PLAIN.contains(type.getClassName())
                        && !isKind(type);
    }
}

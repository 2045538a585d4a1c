package org.parley.engine;

import graphql.GraphQLContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.graph.Kind;

/** Serializes the values of a scalar or an enumeration as graphql-java does. Thread-safe. */
abstract class Leaf {

    /**
     * The value as JSON has it: a String, Boolean or Number, or what the scalar makes of it.
     *
     * @throws CoercingSerializeException if the type has no such value
     */
    abstract Object serialized(Object value);

    static Leaf of(GraphQLType type) {
        return type instanceof GraphQLEnumType enumeration
                ? new OfEnumeration(enumeration)
                : new OfScalar((GraphQLScalarType) type);
    }

    private static final class OfScalar extends Leaf {
        private final GraphQLScalarType type;

        /** Whether a text is serialized as itself. */
        private final boolean isText;

        OfScalar(GraphQLScalarType type) {
            this.type = type;
            isText = type.getName().equals("String") || type.getName().equals("ID");
        }

        @Override
        Object serialized(Object value) {
            return isText && value instanceof String
                    ? value
                    : type.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.getDefault());
        }
    }

    private static final class OfEnumeration extends Leaf {
        private final GraphQLEnumType type;

        /** Only constants: there are as many as the enumeration has values. */
        private final Map<Object, Object> constants = new ConcurrentHashMap<>();

        OfEnumeration(GraphQLEnumType type) {
            this.type = type;
        }

        @Override
        Object serialized(Object value) {
            if (!(value instanceof Enum<?> || value instanceof Kind)) {
                return named(value);
            }
            Object known = constants.get(value);
            return known == null ? constants.computeIfAbsent(value, this::named) : known;
        }

        private Object named(Object value) {
            return type.serialize(value, GraphQLContext.getDefault(), Locale.getDefault());
        }
    }
}

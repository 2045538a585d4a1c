package org.parley.engine;

import com.fasterxml.jackson.core.io.SerializedString;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A field of a {@link Plan}: all selections with one response key, merged. Immutable and thread-safe. */
final class PlannedField {
    /** How the values of a field are found. */
    enum Kind {
        /** {@code __typename}. */
        TYPE_NAME,
        /** {@code __schema} or {@code __type}, which graphql-java answers. */
        INTROSPECTION,
        /** A public field or a getter of the object. */
        MEMBER,
        /** A method, called for each object. */
        METHOD,
        /** A method, called for all objects at once. */
        BATCH,
        /** Any other fetcher of the schema, called for each object. */
        FETCHER
    }

    private final SerializedString key;
    private final List<Field> nodes;
    private final GraphQLObjectType parent;
    private final GraphQLFieldDefinition definition;
    private final GraphQLCodeRegistry registry;
    private final DataFetcher<?> fetcher;
    private final Kind kind;
    private final Plan.OutputType type;
    private final boolean isConstant;

    /** The arguments of a {@link Kind#METHOD} whose arguments depend on no variable; null before the first use. */
    private volatile Object[] constants;

    PlannedField(
            String key,
            List<Field> nodes,
            GraphQLObjectType parent,
            GraphQLFieldDefinition definition,
            GraphQLCodeRegistry registry,
            Plan.OutputType type) {
        this.key = new SerializedString(key);
        this.nodes = nodes;
        this.parent = parent;
        this.definition = definition;
        this.registry = registry;
        this.type = type;
        this.fetcher = registry.getDataFetcher(FieldCoordinates.coordinates(parent, definition), definition);
        this.kind = kind(definition, fetcher);
        this.isConstant = Plan.isConstant(first().getArguments());
        // The writer needs them at every answer.
        this.key.asQuotedUTF8();
    }

    private static Kind kind(GraphQLFieldDefinition definition, DataFetcher<?> fetcher) {
        if (definition == Introspection.TypeNameMetaFieldDef) {
            return Kind.TYPE_NAME;
        }
        if (definition.getName().startsWith("__")) {
            return Kind.INTROSPECTION;
        }
        if (fetcher instanceof MemberResolver) {
            return Kind.MEMBER;
        }
        if (fetcher instanceof MethodResolver method) {
            return method.isBatched() ? Kind.BATCH : Kind.METHOD;
        }
        return Kind.FETCHER;
    }

    Kind kind() {
        return kind;
    }

    /** The response key. */
    SerializedString key() {
        return key;
    }

    /** The name in the schema. */
    String name() {
        return definition.getName();
    }

    /** The selections that were merged, in the order of the document. */
    List<Field> nodes() {
        return nodes;
    }

    Field first() {
        return nodes.get(0);
    }

    GraphQLObjectType parent() {
        return parent;
    }

    GraphQLFieldDefinition definition() {
        return definition;
    }

    Plan.OutputType type() {
        return type;
    }

    MemberResolver member() {
        return (MemberResolver) fetcher;
    }

    MethodResolver method() {
        return (MethodResolver) fetcher;
    }

    DataFetcher<?> fetcher() {
        return fetcher;
    }

    MergedField merged() {
        return MergedField.newMergedField(nodes).build();
    }

    /** The coerced arguments, by name. */
    Map<String, Object> arguments(CoercedVariables variables) {
        return ValuesResolver.getArgumentValues(
                registry,
                definition.getArguments(),
                first().getArguments(),
                variables,
                GraphQLContext.getDefault(),
                Locale.getDefault());
    }

    /** The arguments of a {@link Kind#METHOD}. */
    Object[] methodArguments(CoercedVariables variables) {
        if (!isConstant) {
            return method().arguments(arguments(variables));
        }
        Object[] known = constants;
        if (known == null) {
            known = method().arguments(arguments(variables));
            constants = known;
        }
        return known;
    }

    /** What the field, or one that is selected below it, may have to wait for. */
    Need need() {
        return switch (kind) {
            case TYPE_NAME -> Need.NOTHING;
            case METHOD, BATCH -> method().need().or(type.need());
            case MEMBER -> type.need();
            case FETCHER, INTROSPECTION -> Need.DATABASE;
        };
    }
}

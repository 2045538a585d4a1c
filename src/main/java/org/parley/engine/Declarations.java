package org.parley.engine;

import graphql.Directives;
import graphql.Scalars;
import graphql.TrivialDataFetcher;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.idl.SchemaPrinter;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.graph.KnownAt;

/**
 * Reduces what the schema declares to what works. SmallRye and graphql-java declare directives that have no effect here, and scalars
 * that only the arguments of those directives use. They describe a scalar only by its name; here it gets a description and the URL of
 * its specification.
 */
public final class Declarations extends GraphQLTypeVisitorStub {
    /** The directives that a document or this schema can use. */
    private static final Set<String> DIRECTIVES = Set.of(
            Directives.IncludeDirective.getName(),
            Directives.SkipDirective.getName(),
            Directives.DeprecatedDirective.getName(),
            Directives.OneOfDirective.getName(),
            Directives.SpecifiedByDirective.getName(),
            KnownAt.DIRECTIVE);

    private static final String ONE = "Exactly one of the arguments must be given.";

    /** The descriptions and specifications of the scalars that GraphQL itself does not define, by name. */
    private static final Map<String, Scalar> SCALARS = Map.of(
            "Date",
            new Scalar(
                    "A day of the calendar, as 2026-02-04: the full-date of RFC 3339.",
                    "https://scalars.graphql.org/apollographql/localdate-v0.1.html"),
            "DateTime",
            new Scalar(
                    "An instant, as 2026-02-04T12:30:00Z: the date-time of RFC 3339.",
                    "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"));

    private record Scalar(String description, String definition) {}

    private Declarations() {}

    static GraphQLSchema in(GraphQLSchema schema) {
        GraphQLSchema described = SchemaTransformer.transformSchema(schema, new Declarations());
        DataFetcher<List<GraphQLDirective>> directives = (TrivialDataFetcher<List<GraphQLDirective>>)
                introspection -> introspection.getGraphQLSchema().getDirectives().stream()
                        .filter(directive -> isOurs(directive.getName()))
                        .toList();
        return GraphQLSchema.newSchema(described)
                .clearDirectives()
                .additionalDirective(Directives.IncludeDirective)
                .additionalDirective(Directives.SkipDirective)
                .additionalDirective(knownAt(described))
                .clearAdditionalTypes()
                .additionalTypes(withoutScalars(described.getAdditionalTypes()))
                // graphql-java adds its experimental directives to every schema; introspection must not list them.
                .codeRegistry(described
                        .getCodeRegistry()
                        .transform(registry -> registry.dataFetcher(
                                FieldCoordinates.coordinates("__Schema", "directives"), directives)))
                .build();
    }

    /** The directive of a query that asks for the record as it was; {@link Engine} reads it. */
    private static GraphQLDirective knownAt(GraphQLSchema schema) {
        return GraphQLDirective.newDirective()
                .name(KnownAt.DIRECTIVE)
                .description(
                        "The whole query is answered from the record as it was: its lists, filters, search and history. "
                                + ONE)
                .validLocation(Introspection.DirectiveLocation.QUERY)
                .argument(argument -> argument.name(KnownAt.CHANGE)
                        .description(
                                "The number of the last change that is in it; 0 for the record before its first change.")
                        .type(schema.getTypeAs("Int")))
                .argument(argument -> argument.name(KnownAt.AT)
                        .description("The changes that were made by then are in it.")
                        .type(schema.getTypeAs("DateTime")))
                .build();
    }

    /** The additional types without scalars: a scalar that a field uses is found through that field. */
    private static Set<GraphQLType> withoutScalars(Set<GraphQLType> types) {
        return types.stream()
                .filter(type -> !(type instanceof GraphQLScalarType))
                .collect(Collectors.toSet());
    }

    /** Whether this schema supports the directive. graphql-java accepts some more in a document, but they have no effect here. */
    public static boolean isOurs(String directive) {
        return DIRECTIVES.contains(directive);
    }

    /** The published schema, in the schema definition language (SDL). */
    public static String text(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeDirectiveDefinition(Declarations::isOurs))
                .print(schema);
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType type, TraverserContext<GraphQLSchemaElement> context) {
        Scalar scalar = SCALARS.get(type.getName());
        return scalar == null
                ? TraversalControl.CONTINUE
                : changeNode(context, type.transform(builder -> builder.description(scalar.description)
                        .specifiedByUrl(scalar.definition)
                        .withAppliedDirective(specifiedBy(scalar.definition))));
    }

    /** The directive for the published schema; introspection shows the URL without it. */
    private static GraphQLAppliedDirective specifiedBy(String address) {
        return GraphQLAppliedDirective.newDirective()
                .name(Directives.SpecifiedByDirective.getName())
                .argument(GraphQLAppliedDirectiveArgument.newArgument()
                        .name("url")
                        .type(GraphQLNonNull.nonNull(Scalars.GraphQLString))
                        .valueProgrammatic(address))
                .build();
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        String description =
                switch (type.getName()) {
                    case "Query" -> "What can be asked of the record.";
                    case "Mutation" -> "How the record can be changed.";
                    default -> null;
                };
        return description == null
                ? TraversalControl.CONTINUE
                : changeNode(context, type.transform(builder -> builder.description(description)));
    }

    /** SmallRye declares that exactly one member is to be given in an old way, in which the validation of documents does not see it. */
    @Override
    public TraversalControl visitGraphQLInputObjectType(
            GraphQLInputObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        return type.isOneOf()
                ? changeNode(context, type.transform(builder -> builder.clearDirectives()
                        .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective())))
                : TraversalControl.CONTINUE;
    }
}

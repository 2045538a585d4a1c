package org.parley.graph;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

/**
 * Lets introspection tell what is deprecated. SmallRye puts the directive on it, which the schema file shows and introspection
 * does not.
 */
final class Deprecations extends GraphQLTypeVisitorStub {
    private static final String DIRECTIVE = "deprecated";

    /** The reason that the directive has if it is given none. */
    private static final String NO_REASON = "No longer supported";

    private Deprecations() {}

    static GraphQLSchema in(GraphQLSchema schema) {
        return SchemaTransformer.transformSchema(schema, new Deprecations());
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        return field.isDeprecated() || !isMarked(field)
                ? TraversalControl.CONTINUE
                : changeNode(context, field.transform(builder -> builder.deprecate(reason(field))));
    }

    @Override
    public TraversalControl visitGraphQLArgument(
            GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        return argument.isDeprecated() || !isMarked(argument)
                ? TraversalControl.CONTINUE
                : changeNode(context, argument.transform(builder -> builder.deprecate(reason(argument))));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
            GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        return field.isDeprecated() || !isMarked(field)
                ? TraversalControl.CONTINUE
                : changeNode(context, field.transform(builder -> builder.deprecate(reason(field))));
    }

    @Override
    public TraversalControl visitGraphQLEnumValueDefinition(
            GraphQLEnumValueDefinition constant, TraverserContext<GraphQLSchemaElement> context) {
        return constant.isDeprecated() || !isMarked(constant)
                ? TraversalControl.CONTINUE
                : changeNode(context, constant.transform(builder -> builder.deprecationReason(reason(constant))));
    }

    private static boolean isMarked(GraphQLDirectiveContainer element) {
        return element.hasAppliedDirective(DIRECTIVE);
    }

    private static String reason(GraphQLDirectiveContainer element) {
        GraphQLAppliedDirective directive = element.getAppliedDirective(DIRECTIVE);
        GraphQLAppliedDirectiveArgument reason = directive.getArgument("reason");
        String text = reason == null ? null : reason.getValue();
        return text == null ? NO_REASON : text;
    }
}

package org.parley.graph;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.Scalars;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is marked as deprecated by the directive alone, as SmallRye marks it, is told as such. */
class DeprecationsTest {
    private static final GraphQLSchema SCHEMA = Deprecations.in(GraphQLSchema.newSchema()
            .query(GraphQLObjectType.newObject()
                    .name("Query")
                    .field(GraphQLFieldDefinition.newFieldDefinition()
                            .name("old")
                            .type(Scalars.GraphQLString)
                            .withAppliedDirective(deprecated("ask for new"))
                            .argument(GraphQLArgument.newArgument()
                                    .name("by")
                                    .type(GraphQLInputObjectType.newInputObject()
                                            .name("By")
                                            .field(GraphQLInputObjectField.newInputObjectField()
                                                    .name("name")
                                                    .type(Scalars.GraphQLString)
                                                    .withAppliedDirective(deprecated("names change")))
                                            .field(GraphQLInputObjectField.newInputObjectField()
                                                    .name("id")
                                                    .type(Scalars.GraphQLID))
                                            .build())
                                    .withAppliedDirective(deprecated(null))))
                    .field(GraphQLFieldDefinition.newFieldDefinition()
                            .name("new")
                            .type(GraphQLEnumType.newEnum()
                                    .name("Kind")
                                    .value(GraphQLEnumValueDefinition.newEnumValueDefinition()
                                            .name("BLOC")
                                            .value("BLOC")
                                            .withAppliedDirective(deprecated("say GROUP"))
                                            .build())
                                    .value("GROUP")
                                    .build())))
            .build());

    private static GraphQLAppliedDirective deprecated(String reason) {
        var directive = GraphQLAppliedDirective.newDirective().name("deprecated");
        if (reason != null) {
            directive.argument(graphql.schema.GraphQLAppliedDirectiveArgument.newArgument()
                    .name("reason")
                    .type(Scalars.GraphQLString)
                    .valueProgrammatic(reason));
        }
        return directive.build();
    }

    @Test
    void introspection_tells_what_is_deprecated_and_why() {
        assertThat(
                        told(
                                "Query",
                                "fields(includeDeprecated: true) { name isDeprecated deprecationReason args(includeDeprecated: true) { isDeprecated deprecationReason } }"))
                .isEqualTo("{fields=[{name=old, isDeprecated=true, deprecationReason=ask for new, "
                        + "args=[{isDeprecated=true, deprecationReason=No longer supported}]}, "
                        + "{name=new, isDeprecated=false, deprecationReason=null, args=[]}]}");
        assertThat(told("By", "inputFields(includeDeprecated: true) { name isDeprecated deprecationReason }"))
                .isEqualTo("{inputFields=[{name=name, isDeprecated=true, deprecationReason=names change}, "
                        + "{name=id, isDeprecated=false, deprecationReason=null}]}");
        assertThat(told("Kind", "enumValues(includeDeprecated: true) { name isDeprecated deprecationReason }"))
                .isEqualTo("{enumValues=[{name=BLOC, isDeprecated=true, deprecationReason=say GROUP}, "
                        + "{name=GROUP, isDeprecated=false, deprecationReason=null}]}");
    }

    private static String told(String type, String selection) {
        Map<String, Object> answer = GraphQL.newGraphQL(SCHEMA)
                .build()
                .execute("{ __type(name: \"" + type + "\") { " + selection + " } }")
                .getData();
        return answer.get("__type").toString();
    }
}

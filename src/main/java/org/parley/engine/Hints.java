package org.parley.engine;

import graphql.GraphQLError;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.graph.NearNames;

/**
 * Suggests names of the schema for a misspelt field, argument, type, directive, input field or enum value. Must not be used for
 * clients that may not read the schema.
 *
 * <p>graphql-java gives the wrong name only in its message. A GraphQL name has no quotation mark, so that a pattern finds it there.
 */
final class Hints {
    private static final Pattern FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined$");
    private static final Pattern ARGUMENT = Pattern.compile("Unknown field argument '(\\w+)'$");
    private static final Pattern TYPE = Pattern.compile("Unknown type '(\\w+)'$");
    private static final Pattern DIRECTIVE = Pattern.compile("Unknown directive '(\\w+)'$");
    private static final Pattern INPUT_FIELD = Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'$");
    private static final Pattern INPUT_FIELD_OF_VARIABLE =
            Pattern.compile("field name '(\\w+)' that is not defined for input object type '(\\w+)'$");
    private static final Pattern VALUE = Pattern.compile("enum '(\\w+)' - 'EnumValue\\{name='(\\w+)'}'$");
    private static final Pattern QUOTED_VALUE = Pattern.compile(
            "'StringValue\\{value='(\\w+)'}' is not a valid '(\\w+)' - Expected an AST type of 'EnumValue' but it was a 'StringValue'$");
    private static final Pattern VALUE_OF_VARIABLE =
            Pattern.compile("enum '(\\w+)'\\. (?:No value found for name|Unknown value) '(\\w+)'$");

    /**
     * How many characters at the end of a message are searched. The name is at the end, and the text before it may be as long as the
     * document.
     */
    private static final int LOOKED_AT = 500;

    private final GraphQLSchema schema;
    private final Document document;

    /** @param document the invalid document */
    Hints(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /** A question to append to the message of the error; empty if no name is similar. */
    String of(GraphQLError error) {
        String message = error.getMessage().stripTrailing();
        String end = message.substring(Math.max(0, message.length() - LOOKED_AT));
        Matcher found;
        if ((found = FIELD.matcher(end)).find()) {
            return NearNames.question(found.group(1), fields(found.group(2)));
        }
        if ((found = ARGUMENT.matcher(end)).find()) {
            return NearNames.question(found.group(1), arguments(error.getLocations()));
        }
        if ((found = TYPE.matcher(end)).find()) {
            return NearNames.question(found.group(1), types());
        }
        if ((found = DIRECTIVE.matcher(end)).find()) {
            return NearNames.question(
                    found.group(1),
                    schema.getDirectives().stream()
                            .map(GraphQLDirective::getName)
                            .filter(Declarations::isOurs)
                            .toList());
        }
        if ((found = INPUT_FIELD.matcher(end)).find()) {
            return NearNames.question(found.group(2), inputFields(found.group(1)));
        }
        if ((found = INPUT_FIELD_OF_VARIABLE.matcher(end)).find()) {
            return NearNames.question(found.group(1), inputFields(found.group(2)));
        }
        if ((found = QUOTED_VALUE.matcher(end)).find()) {
            return NearNames.question(found.group(1), values(found.group(2)));
        }
        if ((found = VALUE.matcher(end)).find() || (found = VALUE_OF_VARIABLE.matcher(end)).find()) {
            return NearNames.question(found.group(2), values(found.group(1)));
        }
        return "";
    }

    private Collection<String> fields(String type) {
        return schema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .toList()
                : List.of();
    }

    private Collection<String> types() {
        return schema.getAllTypesAsList().stream()
                .map(GraphQLNamedType::getName)
                .filter(name -> !name.startsWith("__"))
                .toList();
    }

    private Collection<String> inputFields(String type) {
        return schema.getType(type) instanceof GraphQLInputObjectType input
                ? input.getFieldDefinitions().stream()
                        .map(GraphQLInputObjectField::getName)
                        .toList()
                : List.of();
    }

    private Collection<String> values(String type) {
        return schema.getType(type) instanceof GraphQLEnumType constants
                ? constants.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList()
                : List.of();
    }

    /** The arguments of the field that has an argument at one of these places. The error does not name the field. */
    private Collection<String> arguments(List<SourceLocation> places) {
        GraphQLFieldDefinition field = null;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            GraphQLType root =
                    switch (operation.getOperation()) {
                        case QUERY -> schema.getQueryType();
                        case MUTATION -> schema.getMutationType();
                        case SUBSCRIPTION -> schema.getSubscriptionType();
                    };
            field = field == null ? field(operation.getSelectionSet(), root, places) : field;
        }
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            GraphQLType type = schema.getType(fragment.getTypeCondition().getName());
            field = field == null ? field(fragment.getSelectionSet(), type, places) : field;
        }
        return field == null
                ? List.of()
                : field.getArguments().stream().map(GraphQLArgument::getName).toList();
    }

    private GraphQLFieldDefinition field(SelectionSet selections, GraphQLType type, List<SourceLocation> places) {
        if (selections == null) {
            return null;
        }
        for (Selection<?> selection : selections.getSelections()) {
            GraphQLFieldDefinition found = null;
            if (selection instanceof InlineFragment fragment) {
                found = field(
                        fragment.getSelectionSet(),
                        fragment.getTypeCondition() == null
                                ? type
                                : schema.getType(fragment.getTypeCondition().getName()),
                        places);
            } else if (selection instanceof Field field
                    && type instanceof GraphQLFieldsContainer container
                    && container.getFieldDefinition(field.getName()) != null) {
                GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
                found = field.getArguments().stream()
                                .map(Argument::getSourceLocation)
                                .anyMatch(places::contains)
                        ? definition
                        : field(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()), places);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

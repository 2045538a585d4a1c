package org.parley.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.ParseAndValidate;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.validation.ValidationError;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Ask;

/** The input type of an edit, whatever field takes it: here one that a schema of the test's own has. */
@AnyDatabase
@QuarkusTest
class EditTest {
    private static final String ACTOR = "{id: \"umerov\", name: \"Rustem Umerov\"}";

    @Inject
    GraphQLSchema schema;

    /** A schema with the field {@code take(edits: [Edit!]!)}. */
    private GraphQLSchema taking() {
        GraphQLInputObjectType edit = (GraphQLInputObjectType) schema.getType("Edit");
        Set<GraphQLType> inputs = schema.getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .collect(Collectors.toSet());
        return GraphQLSchema.newSchema()
                .additionalTypes(inputs)
                .query(GraphQLObjectType.newObject().name("Query").field(field -> field.name("take")
                        .type(Scalars.GraphQLString)
                        .argument(argument -> argument.name("edits")
                                .type(GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(edit)))))))
                .build();
    }

    /** What is wrong with an edit that is a literal. */
    private List<String> faults(String edit) {
        Document document = Parser.parse("{ take(edits: [" + edit + "]) }");
        return ParseAndValidate.validate(taking(), document, Locale.ROOT).stream()
                .map(ValidationError::getMessage)
                .toList();
    }

    /** The edit that a resolver gets. */
    private Map<String, Object> given(String edit) {
        return given("{ take(edits: [" + edit + "]) }", Map.of());
    }

    private Map<String, Object> given(String text, Map<String, Object> variables) {
        GraphQLSchema taking = taking();
        Document document = Parser.parse(text);
        assertThat(ParseAndValidate.validate(taking, document, Locale.ROOT)).isEmpty();
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        CoercedVariables coerced = ValuesResolver.coerceVariableValues(
                taking,
                operation.getVariableDefinitions(),
                RawVariables.of(variables),
                GraphQLContext.getDefault(),
                Locale.ROOT);
        Map<String, Object> arguments = ValuesResolver.getArgumentValues(
                taking.getQueryType().getFieldDefinition("take").getArguments(),
                ((Field) operation.getSelectionSet().getSelections().get(0)).getArguments(),
                coerced,
                GraphQLContext.getDefault(),
                Locale.ROOT);
        @SuppressWarnings("unchecked") // an input object
        Map<String, Object> values = (Map<String, Object>) ((List<?>) arguments.get("edits")).get(0);
        Edit edit = new Edit();
        edit.give(values);
        return edit.given();
    }

    private Map<String, Object> ofVariable(Object edit) {
        return given("query ($edits: [Edit!]!) { take(edits: $edits) }", Map.of("edits", List.of(edit)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{actor: " + ACTOR + ", actor: " + ACTOR + "}",
                "{actor: " + ACTOR + ", retract: {id: \"actor/umerov\", expect: 1}}",
                "{actor: " + ACTOR + ", source: null}"
            })
    void exactly_one_member_is_given_in_a_literal(String edit) {
        assertThat(faults(edit)).isNotEmpty();
    }

    /** graphql-java finds this when it coerces the arguments, before the resolver is called. */
    @Test
    void the_member_is_not_null_in_a_literal() {
        assertThatThrownBy(() -> given("{actor: null}")).hasMessageContaining("null");
    }

    @Test
    void exactly_one_member_is_given_in_a_variable() {
        Map<String, Object> actor = Map.of("id", "umerov");
        assertThatThrownBy(() -> ofVariable(Map.of())).hasMessageContaining("one key");
        assertThatThrownBy(() -> ofVariable(Map.of("actor", actor, "source", Map.of("id", "x"))))
                .hasMessageContaining("one key");
        Map<String, Object> none = new HashMap<>();
        none.put("actor", null);
        assertThatThrownBy(() -> ofVariable(none)).hasMessageContaining("null");
        assertThat(ofVariable(Map.of("actor", actor))).isEqualTo(Map.of("actor", actor));
    }

    @Test
    void a_member_that_is_a_variable_is_not_null() {
        assertThatThrownBy(() -> given("query ($actor: ActorEdit) { take(edits: [{actor: $actor}]) }", Map.of()))
                .hasMessageContaining("must be non-null");
    }

    @Test
    void introspection_tells_that_one_member_is_given() {
        Ask.ask("{ __type(name: \"Edit\") { isOneOf } }").answers("__type.isOneOf", true);
        Ask.ask("{ __type(name: \"ActorEdit\") { isOneOf } }").answers("__type.isOneOf", false);
    }

    @Test
    void nothing_is_required_but_the_id_since_the_rules_of_the_rows_say_what_is() {
        List<String> required = new ArrayList<>();
        schema.getAllTypesAsList().stream()
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast)
                .filter(type -> type.getName().matches(".*(Edit|Input)|Retraction|Restoration"))
                .forEach(type -> type.getFieldDefinitions().stream()
                        .filter(field -> field.getType() instanceof GraphQLNonNull)
                        .forEach(field -> required.add(type.getName() + "." + field.getName())));
        List<String> expected =
                new ArrayList<>(List.of("Retraction.id", "Retraction.expect", "Restoration.id", "Restoration.expect"));
        Arrays.stream(Edit.class.getFields())
                .map(field -> field.getType().getSimpleName())
                .filter(name -> name.endsWith("Edit"))
                .forEach(name -> expected.add(name + ".id"));
        assertThat(required).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void null_and_left_out_are_told_apart() {
        Map<String, Object> statement =
                of(given("{statement: {id: \"x\", note: null, issues: [], renderings: [{verbatim: null}]}}"));
        assertThat(statement)
                .containsOnlyKeys("id", "note", "issues", "renderings")
                .containsEntry("note", null);
        assertThat(statement.get("issues")).isEqualTo(List.of());
        assertThat(((Map<?, ?>) ((List<?>) statement.get("renderings")).get(0)).containsKey("verbatim"))
                .isTrue();
    }

    @SuppressWarnings("unchecked") // a row
    private static Map<String, Object> of(Map<String, Object> edit) {
        return (Map<String, Object>) edit.values().iterator().next();
    }

    @Test
    void values_are_as_rows_have_them() {
        String statement =
                "{statement: {id: \"x\", kind: PARTIAL, stance: DEMANDS, date: \"2026-02-04\", at: \"2026-02-04T11:30:00+02:00\","
                        + " renderings: [{verbatim: true}], speakers: [\"umerov\", 7]}}";
        assertThat(of(given(statement)))
                .isEqualTo(Map.of(
                        "id", "x",
                        "kind", "PARTIAL",
                        "stance", "DEMANDS",
                        "date", "2026-02-04",
                        "at", "2026-02-04T09:30:00Z",
                        "renderings", List.of(Map.of("verbatim", true)),
                        "speakers", List.of("umerov", "7")));
        assertThat(of(given("{figure: {id: \"x\", value: 157, low: 0.5, expect: 3}}")))
                .isEqualTo(Map.of("id", "x", "value", 157L, "low", 0.5, "expect", 3));
        assertThat(of(ofVariable(Map.of("figure", Map.of("id", "x", "qualifier", "ABOUT", "value", 157, "low", 0.5)))))
                .isEqualTo(Map.of("id", "x", "qualifier", "ABOUT", "value", 157L, "low", 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-04T09:30:00Z, 2026-02-04T09:30:00Z",
        "2026-02-05T00:30:00+02:00, 2026-02-04T22:30:00Z",
        "2026-02-04T09:30:00.5Z, 2026-02-04T09:30:00.500Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void an_instant_is_kept_in_utc(String written, String kept) {
        assertThat(of(ofVariable(Map.of("incident", Map.of("id", "x", "at", written)))))
                .containsEntry("at", kept);
        assertThat(of(given("{incident: {id: \"x\", at: \"" + written + "\"}}")))
                .containsEntry("at", kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-04",
                "2026-02-04T09:30Z",
                "2026-02-04T09:30:00",
                "2026-02-30T09:30:00Z",
                "2026-02-04T25:30:00Z",
                "0001-01-01T00:00:00+02:00",
                "9999-12-31T23:59:59-02:00",
                "yesterday"
            })
    void what_is_no_instant_is_refused(String written) {
        assertThat(faults("{incident: {id: \"x\", at: \"" + written + "\"}}"))
                .singleElement()
                .asString()
                .contains("a DateTime must be an instant");
        assertThatThrownBy(() -> ofVariable(Map.of("incident", Map.of("id", "x", "at", written))))
                .hasMessageContaining("a DateTime must be an instant");
    }
}

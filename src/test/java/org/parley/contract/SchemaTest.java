package org.parley.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.Description;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.Ask;

/** The published contract. A change of the snapshot is a change of the API. */
@AnyDatabase
@QuarkusTest
class SchemaTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/schema.graphql");
    private static final List<String> BUILT_IN = List.of("Int", "Float", "String", "Boolean", "ID");
    private static final Path SERVED = Path.of("target/schema.graphql");

    @Test
    void the_schema_is_the_one_that_was_published() throws IOException {
        String served = served();
        Files.writeString(SERVED, served);
        assertThat(served)
                .as("a change of the schema is a change of the API: where it is meant, copy %s to %s", SERVED, SNAPSHOT)
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void every_element_is_described() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        List<String> undescribed = new ArrayList<>();
        schema.scalars().values().stream()
                .filter(scalar -> !BUILT_IN.contains(scalar.getName()))
                .forEach(scalar -> need(undescribed, scalar.getName(), scalar.getDescription()));
        schema.types().forEach((name, type) -> {
            if (type instanceof ObjectTypeDefinition object) {
                need(undescribed, name, object.getDescription());
                object.getFieldDefinitions().forEach(field -> need(undescribed, name, field));
            } else if (type instanceof InterfaceTypeDefinition face) {
                need(undescribed, name, face.getDescription());
                face.getFieldDefinitions().forEach(field -> need(undescribed, name, field));
            } else if (type instanceof InputObjectTypeDefinition input) {
                need(undescribed, name, input.getDescription());
                input.getInputValueDefinitions()
                        .forEach(value -> need(undescribed, name + "." + value.getName(), value.getDescription()));
            } else if (type instanceof EnumTypeDefinition constants) {
                need(undescribed, name, constants.getDescription());
                constants
                        .getEnumValueDefinitions()
                        .forEach(value -> need(undescribed, name + "." + value.getName(), value.getDescription()));
            } else if (!(type instanceof ScalarTypeDefinition)) {
                undescribed.add(name + " is of a kind that this test does not know");
            }
        });
        assertThat(undescribed).isEmpty();
    }

    @Test
    void the_elements_of_a_list_are_never_null_but_where_an_id_may_name_nothing() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        List<String> nullable = schema.types().values().stream()
                .flatMap(type -> type instanceof ObjectTypeDefinition object
                        ? object.getFieldDefinitions().stream()
                                .filter(field ->
                                        isListOfNullables(graphql.language.AstPrinter.printAst(field.getType())))
                                .map(field -> object.getName() + "." + field.getName())
                        : Stream.empty())
                .toList();
        assertThat(nullable).containsExactly("Query.nodes");
    }

    @Test
    void introspection_tells_the_same_as_the_schema() {
        Map<String, Object> told =
                Ask.ask(IntrospectionQuery.INTROSPECTION_QUERY).at("");
        Map<String, String> introspected = elements(new IntrospectionResultToSchema().createSchemaDefinition(told));
        Map<String, String> written = elements(sdl(served()));
        // The directives of GraphQL itself are left out by what makes a schema of it.
        written.keySet().removeAll(List.of("deprecated", "specifiedBy", "skip", "include", "oneOf"));
        // Where a scalar is defined, and which input is a oneOf, is told by fields of their
        // own.
        written.replaceAll((name, element) -> element.replaceAll(" @specifiedBy\\(.*?\\)| @oneOf", ""));
        assertThat(written).hasSizeGreaterThan(100);
        assertThat(introspected.keySet()).containsExactlyInAnyOrderElementsOf(written.keySet());
        written.forEach(
                (name, element) -> assertThat(introspected.get(name)).as(name).isEqualTo(element));
    }

    @Test
    void a_deprecated_field_names_the_one_in_its_place() {
        Ask.ask(
                        "{ __type(name: \"Corroboration\") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }")
                .answersInOrder("__type.fields.name", "sources", "singleOrigin", "sourceCount", "independentOrigins")
                .answersInOrder("__type.fields.isDeprecated", true, false, false, false)
                .answers("__type.fields[0].deprecationReason", "It is a number: use sourceCount.");
    }

    @Test
    void introspection_tells_the_same_directives_as_the_schema() {
        List<Map<String, Object>> told = Ask.ask(
                        "{ __schema { directives { name description isRepeatable locations args { name description } } } }")
                .at("__schema.directives");
        List<Map<String, Object>> written = sdl(served()).getDefinitionsOfType(DirectiveDefinition.class).stream()
                .map(directive -> Map.<String, Object>of(
                        "name",
                        directive.getName(),
                        "description",
                        directive.getDescription().getContent(),
                        "isRepeatable",
                        directive.isRepeatable(),
                        "locations",
                        directive.getDirectiveLocations().stream()
                                .map(DirectiveLocation::getName)
                                .toList(),
                        "args",
                        directive.getInputValueDefinitions().stream()
                                .map(SchemaTest::described)
                                .toList()))
                .toList();
        // An order of arguments has no meaning.
        assertThat(told).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(written);
    }

    private static Map<String, Object> described(InputValueDefinition argument) {
        Map<String, Object> described = new HashMap<>();
        described.put("name", argument.getName());
        described.put(
                "description",
                argument.getDescription() == null
                        ? null
                        : argument.getDescription().getContent());
        return described;
    }

    /**
     * Each type and each directive of Parley's own as it is printed, by its name. Introspection does not tell the directives that a type's elements
     * have, but for those that it has a word for: deprecated, of which the schema has none, and oneOf, which the standard query does not ask for.
     */
    private static Map<String, String> elements(Document schema) {
        Document sorted = new AstSorter().sort(schema);
        return sorted.getDefinitions().stream()
                .filter(NamedNode.class::isInstance)
                .filter(element -> !BUILT_IN.contains(((NamedNode<?>) element).getName()))
                .collect(Collectors.toMap(
                        element -> ((NamedNode<?>) element).getName(),
                        AstPrinter::printAst,
                        (one, other) -> one + other,
                        HashMap::new));
    }

    @Test
    void nothing_is_declared_that_does_not_work() {
        Document schema = sdl(served());
        assertThat(schema.getDefinitionsOfType(DirectiveDefinition.class))
                .extracting(DirectiveDefinition::getName)
                .containsExactlyInAnyOrder("skip", "include", "deprecated", "specifiedBy", "oneOf", "knownAt");
        assertThat(schema.getDefinitionsOfType(ScalarTypeDefinition.class))
                .extracting(ScalarTypeDefinition::getName)
                .containsExactlyInAnyOrder("Date", "DateTime");
        List<String> types = Ask.ask("{ __schema { types { name } } }").at("__schema.types.name");
        assertThat(types).contains("Date", "DateTime").doesNotContain("BigDecimal", "BigInteger", "Void");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ... @defer { __typename } }",
                "{ ...f @defer(label: \"x\") } fragment f on Query { __typename }",
                "query @experimental_disableErrorPropagation { __typename }",
                "query ($x: Int @constraint(min: 1)) { actors(first: $x) { totalCount } }",
                "{ __typename @rolesAllowed }"
            })
    void a_directive_that_is_not_declared_is_refused(String document) {
        Ask.ask(document).failsWith("GRAPHQL_VALIDATION_FAILED", "irective");
    }

    @Test
    void a_scalar_says_where_it_is_defined() {
        List<Map<String, Object>> types =
                Ask.ask("{ __schema { types { kind name specifiedByURL } } }").at("__schema.types");
        Map<String, Object> told = types.stream()
                .filter(type -> type.get("kind").equals("SCALAR") && !BUILT_IN.contains(type.get("name")))
                .collect(Collectors.toMap(type -> (String) type.get("name"), type -> type.get("specifiedByURL")));
        Map<String, Object> written = sdl(served()).getDefinitionsOfType(ScalarTypeDefinition.class).stream()
                .collect(Collectors.toMap(
                        ScalarTypeDefinition::getName, scalar -> ((StringValue) scalar.getDirectives("specifiedBy")
                                        .get(0)
                                        .getArgument("url")
                                        .getValue())
                                .getValue()));
        assertThat(told).isNotEmpty().isEqualTo(written);
        assertThat(told.values())
                .allSatisfy(address -> assertThat((String) address).startsWith("https://"));
    }

    /** So that one of them that fails leaves the others their answers. */
    @Test
    void only_a_root_field_that_cannot_fail_is_never_null() {
        ObjectTypeDefinition query = new SchemaParser()
                .parse(served())
                .getType("Query", ObjectTypeDefinition.class)
                .orElseThrow();
        assertThat(query.getFieldDefinitions().stream()
                        .filter(field -> field.getType() instanceof NonNullType)
                        .map(FieldDefinition::getName))
                .containsExactly("queryInfo");
        assertThat(query.getFieldDefinitions().stream()
                        .filter(field -> !(field.getType() instanceof NonNullType))
                        .map(field -> field.getDescription().getContent()))
                .allMatch(
                        description -> description.matches(
                                "(?s).*(null if there is none with|null without one|null only if an error|Null only if an error).*"));
    }

    @Test
    void the_names_of_the_contract_are_there() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        ObjectTypeDefinition query =
                schema.getType("Query", ObjectTypeDefinition.class).orElseThrow();
        assertThat(query.getFieldDefinitions().stream().map(FieldDefinition::getName))
                .contains(
                        "node",
                        "nodes",
                        "actor",
                        "actors",
                        "negotiation",
                        "negotiations",
                        "round",
                        "rounds",
                        "statement",
                        "statements",
                        "incident",
                        "incidents",
                        "issue",
                        "issues",
                        "figure",
                        "figures",
                        "source",
                        "sources",
                        "agreement",
                        "agreements",
                        "disagreements",
                        "timeline",
                        "search",
                        "positionMatrix",
                        "coverage");
        assertThat(implementers(schema, "TimelineEvent"))
                .containsExactly("Agreement", "Incident", "Round", "Statement");
        assertThat(implementers(schema, "Node")).contains("Actor", "Source", "Place", "Position", "Session", "Outcome");
        assertThat(implementers(schema, "Cited")).contains("Statement", "PlannedDate", "Participation", "Version");
    }

    /** The parser's rule for documents of clients is not for a schema. */
    private static Document sdl(String text) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build());
    }

    private static List<String> implementers(TypeDefinitionRegistry schema, String name) {
        return schema.types().values().stream()
                .filter(type -> type instanceof ObjectTypeDefinition object
                        && object.getImplements().stream()
                                .anyMatch(face -> face.toString().contains("'" + name + "'")))
                .map(type -> type.getName())
                .sorted()
                .toList();
    }

    private static boolean isListOfNullables(String type) {
        return type.startsWith("[") && !type.contains("!]");
    }

    private static void need(List<String> undescribed, String type, FieldDefinition field) {
        need(undescribed, type + "." + field.getName(), field.getDescription());
        field.getInputValueDefinitions()
                .forEach(argument -> need(
                        undescribed,
                        type + "." + field.getName() + "(" + argument.getName() + ":)",
                        argument.getDescription()));
    }

    private static void need(List<String> undescribed, String element, Description description) {
        if (description == null || description.getContent().isBlank()) {
            undescribed.add(element);
        }
    }

    private static String served() {
        return given().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

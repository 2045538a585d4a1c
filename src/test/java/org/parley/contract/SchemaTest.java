package org.parley.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.Ask;

/** The published contract. A change of the snapshot is a change of the API. */
@QuarkusTest
class SchemaTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/schema.graphql");
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
                .filter(scalar ->
                        !List.of("Int", "Float", "String", "Boolean", "ID").contains(scalar.getName()))
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
    void introspection_tells_the_same_names_as_the_schema() {
        TypeDefinitionRegistry schema = new SchemaParser().parse(served());
        List<String> told = Ask.ask("{ __schema { types { name } } }").at("__schema.types.name");
        List<String> written = Stream.concat(schema.types().keySet().stream(), schema.scalars().keySet().stream())
                .sorted()
                .toList();
        assertThat(told.stream().filter(name -> !name.startsWith("__")).sorted().toList())
                .containsAll(written.stream().distinct().toList());
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
                        "disagreements",
                        "timeline",
                        "search",
                        "positionMatrix",
                        "coverage");
        assertThat(implementers(schema, "TimelineEvent")).containsExactly("Incident", "Round", "Statement");
        assertThat(implementers(schema, "Node")).contains("Actor", "Source", "Place", "Position", "Session", "Outcome");
        assertThat(implementers(schema, "Cited")).contains("Statement", "PlannedDate", "Participation", "Version");
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

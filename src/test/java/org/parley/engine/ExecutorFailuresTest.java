package org.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.ParseAndValidate;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.Deferred;
import org.parley.graph.InvalidArgument;
import org.parley.graph.Operation;
import org.parley.graph.Outages;
import org.parley.limit.IntrospectionConfig;
import org.parley.limit.LimitsConfig;
import org.parley.limit.OperationLimits;
import org.parley.lists.ListSizes;

/**
 * The {@link BreadthFirstExecutor} gives the same answers as graphql-java's own where fields fail, are null, and must not be null: in
 * lists, in lists of lists, in objects, interfaces and unions. Parley's own schema has few such places.
 */
@AnyDatabase
class ExecutorFailuresTest {
    private static final int OPERATIONS = 3000;

    private static final String SCHEMA =
            """
            interface Item { name: String, must: String!, item: Item, others: [Item!] }
            union Any = A | B
            enum Colour { RED, GREEN }
            type Query { item: Item, must: A!, a(size: Int = 2): [A!]!, any: [Any], deferred(size: Int): B, colour: Colour }
            type A implements Item {
              name: String, must: String!, item: Item, others: [Item!]
              list: [B], full: [B!], whole: [B!]!, must2: B!, number: Int, numbers: [Int!], square: [[Int]!]!, cube: [[[B!]]!], deferred(size: Int): B!
            }
            type B implements Item {
              name: String, must: String!, item: Item, others: [Item!]
              any: Any!, colour: Colour!, colours: [Colour], a: A, deferred(size: Int): A, float: Float, flag: Boolean!
            }
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** How many of a thousand fields fail, and how many are null. */
    private int failing;

    /** An object; what its fields are depends on its number alone. The executor tells object types apart by class. */
    private interface Thing {
        int number();

        static Thing of(String type, int number) {
            return type.equals("A") ? new A(number) : new B(number);
        }
    }

    private record A(int number) implements Thing {}

    private record B(int number) implements Thing {}

    private record Later(int value, Thing thing) implements Deferred<Object> {
        @Override
        public String batch() {
            return "things";
        }

        @Override
        public List<Object> readAll(List<Deferred<Object>> questions) {
            return questions.stream().map(each -> (Object) ((Later) each).thing).toList();
        }
    }

    private Object value(DataFetchingEnvironment field) {
        Thing parent = field.getSource();
        int seed = Objects.hash(
                parent == null ? 0 : parent.number(), field.getFieldDefinition().getName(), field.getArgument("size"));
        Random random = new Random(seed * 31L);
        int luck = random.nextInt(1000);
        if (luck < failing) {
            throw luck % 2 == 0 ? new InvalidArgument("no " + luck) : new IllegalStateException("secret");
        }
        Object value = value(field.getFieldType(), field.getGraphQLSchema(), random);
        return field.getFieldDefinition().getName().equals("deferred") && value instanceof Thing thing
                ? new Later(random.nextInt(), thing)
                : value;
    }

    private Object value(GraphQLType type, GraphQLSchema schema, Random random) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (random.nextInt(1000) < failing) {
            return null;
        }
        if (nullable instanceof GraphQLList list) {
            List<Object> values = new ArrayList<>();
            int size = random.nextInt(4);
            for (int i = 0; i < size; i++) {
                values.add(value(list.getWrappedType(), schema, random));
            }
            return values;
        }
        String name = ((graphql.schema.GraphQLNamedType) nullable).getName();
        return switch (name) {
            case "Int" -> random.nextInt(50) == 0 ? "no number" : random.nextInt(100);
            case "Float" -> random.nextInt(100) / 8.0;
            case "Boolean" -> random.nextBoolean();
            case "String" -> "text \u00e9 \"" + random.nextInt(100);
            case "Colour" -> random.nextInt(20) == 0 ? "BLUE" : random.nextBoolean() ? "RED" : "GREEN";
            case "A", "B" -> Thing.of(name, random.nextInt(5000));
            default -> Thing.of(random.nextBoolean() ? "A" : "B", random.nextInt(5000));
        };
    }

    private GraphQLSchema schema() {
        TypeResolver types = question -> question.getSchema()
                .getObjectType(question.getObject().getClass().getSimpleName());
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SCHEMA),
                        RuntimeWiring.newRuntimeWiring()
                                .wiringFactory(new WiringFactory() {
                                    @Override
                                    public DataFetcher<?> getDefaultDataFetcher(
                                            graphql.schema.idl.FieldWiringEnvironment environment) {
                                        return ExecutorFailuresTest.this::value;
                                    }
                                })
                                .type("Item", type -> type.typeResolver(types))
                                .type("Any", type -> type.typeResolver(types))
                                .build());
    }

    private static OperationLimits limits() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(LimitsConfig.class)
                .withMapping(IntrospectionConfig.class)
                .withDefaultValues(Map.of("parley.limits.time", "60s"))
                .build();
        return new OperationLimits(
                config.getConfigMapping(LimitsConfig.class),
                config.getConfigMapping(IntrospectionConfig.class),
                new ListSizes(List.of(), List.of(), null));
    }

    @Test
    void answers_are_those_of_graphql_java() {
        GraphQLSchema schema = schema();
        OperationLimits limits = limits();
        Executor breadthFirst = new BreadthFirstExecutor(schema, Outages.NONE);
        Executor depthFirst = new DepthFirstExecutor(schema);
        int nulls = 0;
        int withErrors = 0;
        GeneratedOperations generated = new GeneratedOperations(schema, 7, Map.of());
        for (int i = 0; i < OPERATIONS; i++) {
            failing = new int[] {0, 3, 20, 100}[i % 4];
            GeneratedOperations.Generated operation = generated.next(25, 5);
            PreparedDocument document = new PreparedDocument(Parser.parse(operation.document()), "");
            if (!ParseAndValidate.validate(schema, document.document(), Locale.ROOT)
                    .isEmpty()) {
                continue;
            }
            String expected = answer(depthFirst, schema, limits, document, operation.variables());
            String actual = answer(breadthFirst, schema, limits, document, operation.variables());
            assertThat(actual)
                    .as("%d: %s with %s", i, operation.document(), operation.variables())
                    .isEqualTo(expected);
            nulls += expected.endsWith("\"data\":null}") ? 1 : 0;
            withErrors += expected.startsWith("{\"errors\"") ? 1 : 0;
        }
        assertThat(withErrors).isGreaterThan(OPERATIONS / 10);
        assertThat(nulls).isGreaterThan(OPERATIONS / 50);
        for (GraphQLType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    assertThat(generated.selected()).contains(object.getName() + "." + field.getName());
                }
            }
        }
    }

    private static String answer(
            Executor executor,
            GraphQLSchema schema,
            OperationLimits limits,
            PreparedDocument document,
            Map<String, Object> given) {
        OperationDefinition definition = document.operation(null);
        CoercedVariables variables = ValuesResolver.coerceVariableValues(
                schema,
                definition.getVariableDefinitions(),
                RawVariables.of(given),
                GraphQLContext.getDefault(),
                Locale.ROOT);
        Operation operation = Operation.current();
        limits.begin(operation);
        ExecutedOperation executed =
                executor.execute(new PreparedOperation(document, definition, given, variables, operation));
        List<Map<String, Object>> errors = new ArrayList<>();
        executed.errors()
                .forEach(error -> errors.add(
                        GraphQLErrors.shaped(List.of(error), none -> "").get(0)));
        // graphql-java gives no place in the document for a value that can't be serialized.
        errors.forEach(error -> error.remove("locations"));
        errors.sort(Comparator.comparing(error -> String.valueOf(error.get("path"))));
        return new String(
                new ResponseWriter(MAPPER).executed(executed.data(), errors).json(), StandardCharsets.UTF_8);
    }
}

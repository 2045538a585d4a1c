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
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.graph.Operation;
import org.parley.graph.Outages;
import org.parley.limit.OperationLimits;

/**
 * The {@link BreadthFirstExecutor} gives the same answers, byte for byte, as graphql-java's own: for thousands of generated operations
 * over the whole schema and the built-in record.
 */
@QuarkusTest
class ExecutorsTest {
    /** Types that no query reaches. */
    private static final Set<String> OF_MUTATIONS =
            Set.of("Mutation", "Subscription", "ChangePayload", "ProposalPayload");

    private static final int OPERATIONS = 2000;
    private static final int MOST = 3 * OPERATIONS;
    private static final int LARGE = 200;
    private static final int ATTEMPTS = 100;

    @Inject
    GraphQLSchema schema;

    @Inject
    OperationLimits limits;

    @Inject
    RequestContextScope scope;

    @Inject
    ObjectMapper mapper;

    @Inject
    DataSource database;

    @Inject
    Vertx vertx;

    private Map<String, List<?>> samples() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from record order by id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        // PostgreSQL may sort otherwise, and the operations must be the same.
        Collections.sort(ids);
        ids.add("actor/nobody");
        List<String> slugs = new ArrayList<>(ids);
        ids.forEach(id -> slugs.add(id.substring(id.indexOf('/') + 1)));
        return Map.of(
                "ID", slugs,
                "ids", ids,
                "text", List.of("talks", "prisoners of war", "energy", "Abu Dhabi", "", "nonsense"),
                "Date", List.of("2026-01-23", "2026-02-04", "2026-02-05", "1999-01-01"),
                "after", List.of("nonsense"),
                "before", List.of("nonsense"),
                "first", List.of(1, 2, 3, 5, 0),
                "last", List.of(1, 2, 3));
    }

    @Test
    void answers_are_those_of_graphql_java() throws Exception {
        Executor breadthFirst = new BreadthFirstExecutor(schema, Outages.NONE);
        Executor depthFirst = new DepthFirstExecutor(schema);
        GeneratedOperations generated = new GeneratedOperations(schema, 13, samples());
        int executed = 0;
        int withErrors = 0;
        int bytes = 0;
        // Chance may leave a rare field out of the first ones: another schema gives other operations.
        for (int i = 0; i < OPERATIONS || i < MOST && !generated.selected().containsAll(fields()); i++) {
            GeneratedOperations.Generated operation = valid(generated, i % (OPERATIONS / LARGE) == 0);
            String expected = answer(depthFirst, operation);
            String actual = answer(breadthFirst, operation);
            assertThat(actual)
                    .as("%d: %s with %s", i, operation.document(), operation.variables())
                    .isEqualTo(expected);
            // Those beyond select rare fields, most of which are refused without the token of a curator.
            if (i < OPERATIONS) {
                executed++;
                withErrors += expected.startsWith("{\"errors\"") ? 1 : 0;
                bytes += expected.length();
            }
        }
        // Otherwise the operations say little.
        assertThat(withErrors).isBetween(executed / 20, executed / 2);
        assertThat(bytes).isGreaterThan(300 * executed);
        assertThat(generated.selected()).containsAll(fields());
    }

    /** Every field of the schema that a query can select, as {@code Type.field}. */
    private List<String> fields() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLObjectType && !OF_MUTATIONS.contains(type.getName()))
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .flatMap(type ->
                        type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()))
                .toList();
    }

    /** The next operation whose fields can be merged: the generator does not look at that. */
    private GeneratedOperations.Generated valid(GeneratedOperations generated, boolean isLarge) {
        for (int i = 0; i < ATTEMPTS; i++) {
            GeneratedOperations.Generated next = isLarge ? generated.next(120, 6) : generated.next(30, 4);
            List<ValidationError> faults =
                    ParseAndValidate.validate(schema, Parser.parse(next.document()), Locale.ROOT);
            if (faults.isEmpty()) {
                return next;
            }
            assertThat(faults)
                    .as(next.document())
                    .allMatch(fault -> fault.getValidationErrorType() == ValidationErrorType.FieldsConflict);
        }
        throw new AssertionError("No valid operation among " + ATTEMPTS);
    }

    private String answer(Executor executor, GeneratedOperations.Generated generated) throws Exception {
        PreparedDocument prepared = new PreparedDocument(Parser.parse(generated.document()), "");
        OperationDefinition definition = prepared.operation(null);
        CoercedVariables variables = ValuesResolver.coerceVariableValues(
                schema,
                definition.getVariableDefinitions(),
                RawVariables.of(generated.variables()),
                GraphQLContext.getDefault(),
                Locale.ROOT);
        return VertxContext.getOrCreateDuplicatedContext(vertx)
                .<String>executeBlocking(() -> {
                    Operation operation = Operation.begin(() -> false);
                    operation.runs(null, "query");
                    operation.costs(1, 2, 3);
                    limits.begin(operation);
                    return json(scope.around(
                            operation,
                            () -> executor.execute(new PreparedOperation(
                                    prepared, definition, generated.variables(), variables, operation))));
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    /** The order of errors is free. */
    private String json(ExecutedOperation executed) {
        List<Map<String, Object>> errors = new ArrayList<>();
        executed.errors()
                .forEach(error -> errors.add(new LinkedHashMap<>(
                        GraphQLErrors.shaped(List.of(error), none -> "").get(0))));
        errors.sort(Comparator.comparing(error -> String.valueOf(error.get("path"))));
        ResponseWriter writer = new ResponseWriter(mapper);
        return new String(
                (executed.wasRefused() ? writer.refused(errors) : writer.executed(executed.data(), errors)).json(),
                StandardCharsets.UTF_8);
    }
}

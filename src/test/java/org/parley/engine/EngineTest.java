package org.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;
import org.parley.graph.Deferred;
import org.parley.graph.InvalidArgument;
import org.parley.graph.MustWait;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;
import org.parley.graph.OutOfTime;
import org.parley.graph.Outages;
import org.parley.limit.IntrospectionConfig;
import org.parley.limit.LimitsConfig;
import org.parley.limit.OperationLimits;
import org.parley.lists.ListSizes;

/** The engine with a schema of its own, whose resolvers do what none of Parley's does: change something, overrun, never end. */
@AnyDatabase
class EngineTest {
    private static final String SCHEMA =
            """
            type Query {
              name: String
              names: [String]
              batched(id: Int): String
              overruns: String
              neverComes: String
              fails: String
              item: Item
              reads: String
            }
            type Mutation {
              add(number: Int! = 1): Int!
              batched(id: Int): String
              overruns: String
              neverComes: String
              choose(choice: Choice!): String
            }
            input Choice @oneOf { name: String, number: Int }
            type Subscription { names: String }
            type Item { name: String, item: Item, items: [Item] }
            """;

    /** How long the test waits for an answer, in seconds; how long an operation may take is a setting. */
    private static final int PATIENCE = 60;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Vertx VERTX = Vertx.vertx();

    private final List<String> done = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("parley.limits.time", "60s"));
    private OperationScope scope = OperationScope.NONE;
    private Operation operation;

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private GraphQLSchema schema() {
        DataFetcher<?> batched = field -> {
            threads.add(Thread.currentThread());
            return new Asked(field.<Integer>getArgument("id"));
        };
        DataFetcher<?> never = field -> new CompletableFuture<>();
        Map<String, Object> item = Map.of("name", "a");
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SCHEMA),
                        RuntimeWiring.newRuntimeWiring()
                                .type("Query", type -> type.dataFetcher("name", field -> did("name"))
                                        .dataFetcher("names", field -> List.of(did("names")))
                                        .dataFetcher("batched", batched)
                                        .dataFetcher("overruns", EngineTest.this::overrun)
                                        .dataFetcher("neverComes", never)
                                        .dataFetcher("item", field -> item)
                                        .dataFetcher("reads", field -> {
                                            Operation.current().mustMayWait();
                                            return did("reads");
                                        })
                                        .dataFetcher("fails", field -> {
                                            throw new InvalidArgument("no");
                                        }))
                                .type("Mutation", type -> type.dataFetcher("batched", batched)
                                        .dataFetcher("overruns", EngineTest.this::overrun)
                                        .dataFetcher("neverComes", never)
                                        .dataFetcher("choose", field -> did("choose " + field.getArgument("choice")))
                                        .dataFetcher("add", field -> {
                                            did("add " + field.getArgument("number"));
                                            return field.getArgument("number");
                                        }))
                                .build());
    }

    private String did(String what) {
        threads.add(Thread.currentThread());
        done.add(what);
        return what;
    }

    /** A deferred answer, as those that Parley reads from the database. */
    private final class Asked implements Deferred<Object> {
        private final Integer id;

        Asked(Integer id) {
            this.id = id;
        }

        @Override
        public String batch() {
            return "batch";
        }

        @Override
        public List<Object> readAll(List<Deferred<Object>> questions) {
            List<Object> ids =
                    questions.stream().map(each -> (Object) ((Asked) each).id).toList();
            did("batch of " + ids);
            if (ids.contains(0)) {
                overrun(null);
            }
            return ids;
        }
    }

    private String overrun(DataFetchingEnvironment field) {
        while (!Operation.current().isOver()) {
            Thread.onSpinWait();
        }
        return did("overrun");
    }

    private OperationLimits limits() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(LimitsConfig.class)
                .withMapping(IntrospectionConfig.class)
                .withDefaultValues(settings)
                .build();
        return new OperationLimits(
                config.getConfigMapping(LimitsConfig.class),
                config.getConfigMapping(IntrospectionConfig.class),
                new ListSizes(List.of(), List.of(), null));
    }

    private Engine engine() {
        GraphQLSchema schema = schema();
        return new Engine(schema, limits(), scope, new BreadthFirstExecutor(schema, Outages.NONE), MAPPER);
    }

    private static OperationRequest request(String document) {
        return new OperationRequest(document, null, Map.of(), true);
    }

    private GraphQLResponse answer(String document) throws Exception {
        return answer(engine(), request(document));
    }

    private GraphQLResponse answer(Engine engine, OperationRequest request) throws Exception {
        return onWorker(() -> {
            operation = Operation.begin(() -> false);
            threads.add(Thread.currentThread());
            return engine.execute(request);
        });
    }

    /** On a thread as answers requests. */
    private static <A> A onWorker(Callable<A> work) throws Exception {
        try {
            return VertxContext.getOrCreateDuplicatedContext(VERTX)
                    .executeBlocking(work)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static Map<String, Object> body(GraphQLResponse response) throws IOException {
        return MAPPER.readValue(response.json(), new TypeReference<>() {});
    }

    private static List<Object> codes(GraphQLResponse response) {
        return response.errors().stream()
                .map(error -> ((Map<?, ?>) error.get("extensions")).get("code"))
                .map(Object.class::cast)
                .toList();
    }

    // --- Time

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { overruns }",
                "mutation { neverComes }",
                "mutation { batched(id: 0) }",
                "mutation { add neverComes second: add(number: 2) }",
                "{ overruns }",
                "{ neverComes }",
                "{ batched(id: 0) }"
            })
    void queries_and_mutations_end_with_their_time(String document) throws Exception {
        settings.put("parley.limits.time", "200ms");
        GraphQLResponse response = answer(document);
        assertThat(codes(response)).containsExactly("OUT_OF_TIME");
        assertThat(body(response)).containsOnlyKeys("errors");
        assertThat(operation.isOver()).isTrue();
        assertThat(done).doesNotContain("add 2");
    }

    @Test
    void what_comes_after_the_time_is_over_is_not_done() throws Exception {
        settings.put("parley.limits.time", "200ms");
        assertThat(codes(answer("mutation { add overruns second: add(number: 2) third: batched(id: 3) }")))
                .containsExactly("OUT_OF_TIME");
        assertThat(done).containsExactly("add 1", "overrun");
    }

    @Test
    void what_ends_in_time_is_answered() throws Exception {
        assertThat(body(answer("mutation { add second: add(number: 2) }")))
                .isEqualTo(Map.of("data", Map.of("add", 1, "second", 2)));
        assertThat(body(answer("{ one: batched(id: 1) two: batched(id: 2) }")))
                .isEqualTo(Map.of("data", Map.of("one", 1 + "", "two", 2 + "")));
        assertThat(done).containsExactly("add 1", "add 2", "batch of [1, 2]");
    }

    /** Resolvers share one persistence context, which must not meet two threads. */
    @Test
    void all_resolvers_of_an_operation_run_on_the_thread_that_brings_it() throws Exception {
        answer("{ name names one: batched(id: 1) two: batched(id: 2) }");
        assertThat(threads).hasSize(6);
        assertThat(threads.stream().distinct()).hasSize(1);
    }

    @Test
    void what_asks_nobody_does_not_block_once_its_document_is_known() throws Exception {
        Engine engine = engine();
        for (String document : List.of("{ __typename }", "{ ... @include(if: true) { again: __typename } }")) {
            assertThat(engine.need(request(document))).isEqualTo(Need.DATABASE);
            answer(engine, request(document));
            assertThat(engine.need(request(document))).isEqualTo(Need.NOTHING);
        }
        assertThat(engine.need(new OperationRequest("{ __typename }", null, Map.of("a", 1), true)))
                .isEqualTo(Need.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ reads }",
                "{ name reads }",
                "{ item { name } reads }",
                "{ neverComes }",
                "{ reads fails names }"
            })
    void what_would_wait_on_a_thread_that_must_not_is_given_up_at_once(String document) {
        assertThatExceptionOfType(MustWait.class).isThrownBy(() -> answerInHaste(engine(), request(document)));
        assertThat(done).doesNotContain("reads", "names");
    }

    @Test
    void what_has_all_in_memory_is_answered_on_a_thread_that_must_not_wait() throws Exception {
        assertThat(body(answerInHaste(engine(), request("{ name item { name } }"))))
                .isEqualTo(Map.of("data", Map.of("name", "name", "item", Map.of("name", "a"))));
    }

    @Test
    void what_takes_long_is_not_answered_on_a_thread_that_must_not_wait() {
        String dear = "{ "
                + IntStream.range(0, 60)
                        .mapToObj(i -> "a" + i + ": item { name }")
                        .collect(Collectors.joining(" "))
                + " }";
        settings.put("parley.limits.root-fields", "100");
        settings.put("parley.limits.aliases", "100");
        assertThatExceptionOfType(MustWait.class).isThrownBy(() -> answerInHaste(engine(), request(dear)));
    }

    private GraphQLResponse answerInHaste(Engine engine, OperationRequest request) throws Exception {
        return onWorker(() -> {
            operation = Operation.begin(() -> false);
            operation.hastens();
            return engine.execute(request);
        });
    }

    @Test
    void the_more_often_records_were_not_in_memory_the_more_rarely_it_is_tried() {
        PreparedDocument document = new PreparedDocument(new Parser().parseDocument("{ name }"), "");
        List<Integer> tries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (document.mayHaveAllInMemory()) {
                document.hadAllInMemory(false);
                tries.add(i);
            }
        }
        assertThat(tries).containsExactly(0, 2, 5, 10, 19, 36);
        document.hadAllInMemory(true);
        assertThat(document.mayHaveAllInMemory()).isTrue();
        assertThat(document.mayHaveAllInMemory()).isTrue();
    }

    // --- Order

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { choose(choice: {}) }",
                "mutation { choose(choice: {name: null}) }",
                "mutation { choose(choice: {name: \"a\", number: null}) }",
                "mutation { choose(choice: {name: \"a\", number: 1}) }",
                "mutation($name: String) { choose(choice: {name: $name}) }",
                "mutation($name: String = null) { choose(choice: {name: $name}) }",
            })
    void exactly_one_member_of_a_one_of_is_given(String document) throws Exception {
        assertThat(codes(answer(document))).singleElement().isIn("GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT");
        assertThat(done).noneMatch(each -> each.startsWith("choose"));
    }

    @Test
    void the_one_member_of_a_one_of_is_taken() throws Exception {
        answer("mutation { choose(choice: {name: \"a\"}) }");
        assertThat(done).contains("choose {name=a}");
    }

    @Test
    void a_mutation_is_executed_only_where_it_is_allowed() {
        OperationRequest byGet = new OperationRequest("mutation { add }", null, Map.of(), false);
        assertThatThrownBy(() -> answer(engine(), byGet)).isInstanceOf(OperationNotAllowed.class);
        assertThatThrownBy(() -> answer("subscription { names }")).isInstanceOf(OperationNotAllowed.class);
        OperationRequest named =
                new OperationRequest("query Ask { name } mutation Change { add }", "Change", Map.of(), false);
        assertThatThrownBy(() -> answer(engine(), named)).isInstanceOf(OperationNotAllowed.class);
        assertThat(done).isEmpty();
    }

    @Test
    void which_operation_is_meant_must_be_known() throws Exception {
        String document = "query Ask { name } mutation Change { add }";
        assertThat(codes(answer(engine(), new OperationRequest(document, null, Map.of(), false))))
                .containsExactly("BAD_USER_INPUT");
        assertThat(codes(answer(engine(), new OperationRequest(document, "Other", Map.of(), false))))
                .containsExactly("BAD_USER_INPUT");
        assertThat(body(answer(engine(), new OperationRequest(document, "Ask", Map.of(), false))))
                .isEqualTo(Map.of("data", Map.of("name", "name")));
    }

    @Test
    void a_document_is_judged_before_it_is_validated_and_variables_before_both() throws Exception {
        settings.put("parley.limits.aliases", "0");
        settings.put("parley.limits.variable-characters", "5");
        assertThat(codes(answer("{ a: nonsense }"))).containsExactly("TOO_MANY_ALIASES");
        assertThat(codes(answer("{ nonsense }"))).containsExactly("GRAPHQL_VALIDATION_FAILED");
        assertThat(codes(answer(
                        engine(), new OperationRequest("{ a: nonsense }", null, Map.of("long", "enough"), true))))
                .containsExactly("VARIABLES_TOO_LARGE");
        assertThat(codes(answer(engine(), new OperationRequest("{ a: ", null, Map.of("long", "enough"), true))))
                .containsExactly("GRAPHQL_PARSE_FAILED");
    }

    @Test
    void the_parser_stops_at_the_limits() throws Exception {
        settings.put("parley.limits.document-tokens", "10");
        settings.put("parley.limits.document-characters", "60");
        assertThat(codes(answer("{ name name name name name name name name name }")))
                .containsExactly("DOCUMENT_TOO_LARGE");
        assertThat(answer("{" + " ".repeat(60) + "name }").errors().get(0).get("message"))
                .isEqualTo("a document must have at most 60 characters");
    }

    @Test
    void introspection_within_introspection_is_still_refused() throws Exception {
        assertThat(codes(answer("{ __schema { types { fields { type { fields { type { name } } } } } } }")))
                .hasSize(1);
    }

    @Test
    void an_operation_that_costs_too_much_has_a_name_and_is_not_executed() throws Exception {
        settings.put("parley.limits.cost", "1");
        assertThat(codes(answer("query Two { name names }"))).containsExactly("TOO_COSTLY");
        assertThat(operation.name()).isEqualTo("Two");
        assertThat(operation.cost()).isEqualTo(2);
        assertThat(operation.costLimit()).isEqualTo(1);
        assertThat(done).isEmpty();
    }

    // --- Documents

    @Test
    void a_valid_document_is_prepared_once_and_a_wrong_one_is_not_kept() throws Exception {
        List<PreparedDocument> documents = new ArrayList<>();
        Executor recording = new Executor() {
            @Override
            public ExecutedOperation execute(PreparedOperation prepared) {
                documents.add(prepared.document());
                return new ExecutedOperation(false, null, List.of());
            }

            @Override
            public Need need(PreparedOperation prepared) {
                return Need.DATABASE;
            }
        };
        Engine engine = new Engine(schema(), limits(), scope, recording, MAPPER);
        answer(engine, request("{ name }"));
        answer(engine, request("{ name }"));
        answer(engine, request("{ names }"));
        assertThat(documents).hasSize(3);
        assertThat(documents.get(1)).isSameAs(documents.get(0));
        assertThat(documents.get(2)).isNotSameAs(documents.get(0));
        assertThat(codes(answer(engine, request("{ nonsense }")))).containsExactly("GRAPHQL_VALIDATION_FAILED");
        assertThat(codes(answer(engine, request("{ nonsense }")))).containsExactly("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void variables_are_held_against_their_types() throws Exception {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("number", "two");
        OperationRequest wrong =
                new OperationRequest("mutation($number: Int!) { add(number: $number) }", null, variables, true);
        assertThat(codes(answer(engine(), wrong))).containsExactly("BAD_USER_INPUT");
        assertThat(done).isEmpty();
    }

    // --- What an execution stands in

    private final class Recorded implements OperationScope {
        @Override
        public <A> A around(Operation operation, Supplier<A> execution) {
            did("begin " + operation.type());
            try {
                A answer = execution.get();
                did("end");
                return answer;
            } catch (OutOfTime e) {
                did("undo");
                throw e;
            }
        }
    }

    @Test
    void a_scope_stands_around_all_resolvers_of_an_operation() throws Exception {
        scope = new Recorded();
        answer("{ name batched(id: 1) }");
        assertThat(done).containsExactly("begin query", "name", "batch of [1]", "end");
        assertThat(threads.stream().distinct()).hasSize(1);
    }

    @Test
    void a_scope_is_told_that_an_operation_was_cut_off() throws Exception {
        settings.put("parley.limits.time", "200ms");
        scope = new Recorded();
        assertThat(codes(answer("mutation { overruns }"))).containsExactly("OUT_OF_TIME");
        assertThat(done).containsExactly("begin mutation", "overrun", "undo");
    }

    @Test
    void what_is_refused_is_in_no_scope() throws Exception {
        scope = new Recorded();
        answer("{ nonsense }");
        assertThat(done).isEmpty();
    }

    @Test
    void a_scope_may_refuse() throws Exception {
        scope = new OperationScope() {
            @Override
            public <A> A around(Operation operation, Supplier<A> execution) {
                throw new InvalidArgument("not now");
            }
        };
        GraphQLResponse response = answer("{ name }");
        assertThat(codes(response)).containsExactly("INVALID_ARGUMENT");
        assertThat(response.wasExecuted()).isFalse();
        assertThat(done).isEmpty();
    }

    // --- Errors

    @Test
    void a_field_that_fails_leaves_the_others_be() throws Exception {
        GraphQLResponse response = answer("{ name fails }");
        Map<String, Object> data = new HashMap<>();
        data.put("name", "name");
        data.put("fails", null);
        assertThat(body(response).get("data")).isEqualTo(data);
        assertThat(codes(response)).containsExactly("INVALID_ARGUMENT");
        assertThat(response.errors().get(0).get("path")).isEqualTo(List.of("fails"));
        assertThat(List.copyOf(body(response).keySet())).containsExactly("errors", "data");
    }
}

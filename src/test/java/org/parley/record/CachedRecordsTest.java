package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.graph.RecordKind;

/**
 * What the cache of records has of before a change is told after it only where the change has left it as it was: all fields of all records,
 * from a cache that has seen each of many changes, and from one that is empty.
 */
@QuarkusTest
@TestProfile(CachedRecordsTest.Caching.class)
class CachedRecordsTest {
    private static final int CHANGES = 40;

    /** How many records one query asks for. */
    private static final int PART = 100;

    public static final class Caching implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parley.curators",
                    "src/test/resources/curators.json",
                    "parley.cache.records",
                    "16000000",
                    "parley.limits.cost",
                    "10000000",
                    "parley.cache.answers",
                    "0");
        }
    }

    @Inject
    RowChanges changes;

    @Inject
    Edition edition;

    @Inject
    OwnHistory own;

    private final GraphQLSchema schema;

    CachedRecordsTest() throws IOException {
        schema = new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(Files.readString(Path.of("src/test/resources/schema.graphql"))),
                        RuntimeWiring.MOCKED_WIRING);
    }

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    @Test
    void after_each_change_the_cache_answers_as_the_database_does() throws IOException {
        Map<String, Map<String, Object>> seed = RowChanges.rows(SeedData.FOLDER, changes.seeder.kinds());
        RandomEdits edits = new RandomEdits(seed);
        all(seed, edits);
        int accepted = 0;
        for (int i = 0; i < CHANGES; i++) {
            if (edits.change()) {
                accepted++;
                Map<String, String> cached = all(seed, edits);
                // Nobody knows that this version follows the one before.
                Edition.Served now = edition.served();
                edition.is(new Edition.Served(
                        now.digest(),
                        now.place(),
                        now.records(),
                        now.counts(),
                        now.loadedAt(),
                        now.change(),
                        now.merged()));
                Map<String, String> read = all(seed, edits);
                cached.forEach((query, answer) -> assertThat(answer).as(query).isEqualTo(read.get(query)));
            }
        }
        assertThat(accepted).isGreaterThan(CHANGES / 3);
    }

    /** The answers to queries of all records, by the queries. */
    private Map<String, String> all(Map<String, Map<String, Object>> seed, RandomEdits edits) {
        Map<RecordKind, Set<String>> ids = new LinkedHashMap<>();
        List<String> known = new ArrayList<>(seed.keySet());
        known.addAll(edits.made());
        known.forEach(id -> ids.computeIfAbsent(RecordKind.of(id).orElseThrow(), none -> new LinkedHashSet<>())
                .add(id));
        Map<String, String> answers = new LinkedHashMap<>();
        String lengths =
                "{ actors { totalCount } agreements { totalCount } assertions { totalCount } disagreements { totalCount }"
                        + " figures { totalCount } incidents { totalCount } issues { totalCount } negotiations { totalCount }"
                        + " outcomes { totalCount } places { totalCount } positions { totalCount } rounds { totalCount }"
                        + " sessions { totalCount } sources { totalCount } statements { totalCount } timeline { totalCount } }";
        answers.put(lengths, ask(lengths).body());
        ids.forEach((kind, some) -> {
            List<String> list = List.copyOf(some);
            for (int from = 0; from < list.size(); from += PART) {
                String query = "{ nodes(ids: ["
                        + list.subList(from, Math.min(from + PART, list.size())).stream()
                                .map(id -> '"' + id + '"')
                                .collect(Collectors.joining(", "))
                        + "]) { " + selected(kind) + " } }";
                String answer = ask(query).body();
                assertThat(answer).as(query).doesNotContain("\"errors\"");
                answers.put(query, answer);
            }
        });
        return answers;
    }

    private String selected(RecordKind kind) {
        String name = schema.getAllTypesAsList().stream()
                .map(GraphQLNamedType::getName)
                .filter(type -> type.equalsIgnoreCase(kind.name()))
                .findFirst()
                .orElseThrow();
        return "... on " + name + " { " + fields(schema.getObjectType(name), true) + " }";
    }

    /**
     * All fields but lists with pages and changes, which every record tells that a change has touched.
     *
     * @param isRecord whether its parts are selected with the records that they name
     */
    private static String fields(GraphQLFieldsContainer type, boolean isRecord) {
        List<String> fields = new ArrayList<>();
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            GraphQLUnmodifiedType of = GraphQLTypeUtil.unwrapAll(field.getType());
            if (!(of instanceof GraphQLFieldsContainer parts)) {
                fields.add(field.getName());
            } else if (of instanceof GraphQLInterfaceType) {
                fields.add(field.getName() + " { id }");
            } else if (!of.getName().endsWith("Connection") && !of.getName().equals("Change")) {
                boolean isPart = ((GraphQLObjectType) of)
                        .getInterfaces().stream()
                                .noneMatch(each -> each.getName().equals("Node"));
                // Of a part that has no leaves, such as a cell of a matrix, what it holds.
                boolean isSelectedWhole = isPart && (isRecord || leaves(parts).isEmpty());
                fields.add(field.getName() + " { " + (isSelectedWhole ? fields(parts, false) : leaves(parts)) + " }");
            }
        }
        return String.join(" ", fields);
    }

    private static String leaves(GraphQLFieldsContainer type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer))
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.joining(" "));
    }
}

package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.Ask;
import org.parley.OnlyOn;
import org.parley.change.Curating;

/** Whatever people have changed, the database that is made again from the journal has the same rows as the one that was changed. */
@QuarkusTest
@TestProfile(RebuildTest.OnDisk.class)
@OnlyOn(value = OnlyOn.Database.H2, because = "PostgreSQL has no journal")
class RebuildTest {
    private static final int CHANGES = 90;
    private static final List<String> WORDS = List.of("ceasefire", "pier", "Kiev", "Kyiv", "colour", "Zelenskyy");

    @Inject
    RowChanges changes;

    @Inject
    Curating curating;

    @Inject
    AgroalDataSource database;

    private final Random random = new Random(7);
    private final Map<String, Integer> last = new HashMap<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> merging = new ArrayList<>();
    private int number;

    public static final class OnDisk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path data =
                        Files.createTempDirectory(Path.of("target"), "rebuild").toAbsolutePath();
                return Map.of(
                        "parley.curators",
                        "src/test/resources/curators.json",
                        "parley.data.directory",
                        data.toString(),
                        "quarkus.datasource.jdbc.url",
                        "jdbc:h2:file:" + data + "/./parley;DB_CLOSE_ON_EXIT=FALSE");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_database_that_is_made_again_has_the_same_rows() throws IOException, SQLException {
        Map<String, Map<String, Object>> seed = RowChanges.rows(SeedData.FOLDER, changes.seeder.kinds());
        int accepted = 0;
        for (int i = 0; i < CHANGES; i++) {
            List<Object> edits = new ArrayList<>();
            Map<String, Integer> touched = new HashMap<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                edit(seed, edits, touched);
            }
            if (edits.isEmpty()) {
                continue;
            }
            List<Object> errors = ask(
                            "mutation ($e: [Edit!]!) { change(edits: $e, summary: \"random\") { change { number } userErrors { message } } }",
                            Map.of("e", edits),
                            "Bearer parley_" + "maria".repeat(43).substring(0, 43))
                    .at("change.userErrors");
            if (errors.isEmpty()) {
                accepted++;
                number++;
                touched.keySet().forEach(id -> last.put(id, number));
            }
        }
        assertThat(accepted).isGreaterThan(CHANGES / 3);
        Map<String, List<String>> changed = changes.tables();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from seed_load");
        }
        curating.open();
        Map<String, List<String>> rebuilt = changes.tables();
        rebuilt.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(changed.get(table)));
        Ask all = ask("{ changes(first: 100) { totalCount nodes { edits { action } } } }");
        all.answers("changes.totalCount", accepted);
        assertThat(all.<List<List<String>>>at("changes.nodes.edits.action").stream()
                        .flatMap(List::stream))
                .contains("MERGE", "UNMERGE");
    }

    private void edit(Map<String, Map<String, Object>> seed, List<Object> edits, Map<String, Integer> touched) {
        String kind = List.of("actor", "statement", "incident", "round", "place", "source", "issue")
                .get(random.nextInt(7));
        List<String> ids = seed.keySet().stream()
                .filter(id -> id.startsWith(kind + "/"))
                .filter(id -> !touched.containsKey(id))
                .toList();
        String id = ids.get(random.nextInt(ids.size()));
        touched.put(id, 0);
        Map<String, Object> row = new LinkedHashMap<>();
        String word = WORDS.get(random.nextInt(WORDS.size()));
        switch (random.nextInt(kind.equals("actor") ? 10 : 5)) {
            case 0 -> {
                row.put("id", id);
                row.put("expect", last.getOrDefault(id, 0));
                edits.add(Map.of("retract", row));
            }
            case 1 -> {
                String copy = kind + "/made-" + made.size();
                made.add(copy);
                row.putAll(seed.get(id));
                row.put("id", copy);
                // Its parts and its number would be those of the other.
                List.of("sessions", "outcomes", "ordinal").forEach(row::remove);
                edits.add(Map.of(kind, row));
            }
            case 5, 6, 7 -> {
                row.put("id", id);
                row.put("expect", last.getOrDefault(id, 0));
                row.put("into", ids.get(random.nextInt(ids.size())));
                edits.add(Map.of("merge", row));
                merging.add(id);
            }
            case 8, 9 -> {
                String merged = merging.isEmpty() ? id : merging.get(random.nextInt(merging.size()));
                touched.remove(id);
                if (touched.putIfAbsent(merged, 0) == null) {
                    row.put("id", merged);
                    row.put("expect", last.getOrDefault(merged, 0));
                    edits.add(Map.of("unmerge", row));
                }
            }
            default -> {
                row.put("id", id);
                row.put("expect", last.getOrDefault(id, 0));
                row.put(
                        switch (kind) {
                            case "actor", "place", "issue" -> "name";
                            case "statement", "incident" -> "summary";
                            case "source" -> "origin";
                            default -> "note";
                        },
                        word + " " + random.nextInt(100));
                edits.add(Map.of(kind, row));
            }
        }
    }
}

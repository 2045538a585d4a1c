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
import java.util.List;
import java.util.Map;
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

    @Inject
    RowChanges changes;

    @Inject
    Curating curating;

    @Inject
    AgroalDataSource database;

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
        RandomEdits edits = new RandomEdits(seed);
        int accepted = 0;
        for (int i = 0; i < CHANGES; i++) {
            accepted += edits.change() ? 1 : 0;
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
}

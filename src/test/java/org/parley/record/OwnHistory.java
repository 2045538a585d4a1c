package org.parley.record;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Takes back all changes that a test has made to the built-in record. */
@Singleton
public class OwnHistory {
    @Inject
    Seeder seeder;

    @Inject
    AgroalDataSource database;

    /** The record is as it was loaded, and has no history. */
    public void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {
                "proposed_edit", "proposal", "rebased_row", "change", "revision", "reference", "seed_load"
            }) {
                statement.executeUpdate("delete from " + table);
            }
            statement.executeUpdate("update record set from_seed = true");
        }
        seeder.load(Optional.empty());
    }
}

package org.parley.start;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.record.InvalidRecord;
import org.parley.record.SeedConfig;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.DataConfig;
import org.parley.store.FlywayMigration;
import org.parley.store.Storage;
import org.parley.store.Tables;

/** What happens before the first request: the database is opened, its tables brought up to date, the record loaded. */
@ApplicationScoped
class Start {
    private static final Logger LOG = Logger.getLogger(Start.class);

    private final SeedConfig seed;
    private final DataConfig data;
    private final AgroalDataSource database;
    private final FlywayMigration migration;
    private final Seeder seeder;
    private final Reload reload;
    private final boolean onDisk;

    Start(
            SeedConfig seed,
            DataConfig data,
            AgroalDataSource database,
            FlywayMigration migration,
            Seeder seeder,
            Reload reload,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String databaseUrl) {
        this.seed = seed;
        this.data = data;
        this.database = database;
        this.migration = migration;
        this.seeder = seeder;
        this.reload = reload;
        this.onDisk = isOnDisk(databaseUrl);
    }

    static boolean isOnDisk(String databaseUrl) {
        return databaseUrl.startsWith("jdbc:h2:file:");
    }

    /** Quarkus prints the message of a ConfigurationException alone, without a stack trace, and exits with 1. */
    void start(@Observes StartupEvent event) {
        try {
            if (Parley.checksOnly()) {
                throw check();
            }
            reload.listen();
            open();
            if (Parley.loadsOnly()) {
                throw Parley.Done.silently();
            }
            reload.begin();
        } catch (CannotStart | InvalidRecord e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** Reads the seed as a load does, and ends the start with what came of it. */
    private Parley.Done check() {
        Optional<Path> folder = Parley.checked().or(() -> seed.directory());
        if (folder.isEmpty()) {
            return Parley.Done.calledWrongly(
                    "--check takes a folder: parley --check DIR. Without one it checks that of parley.seed.directory"
                            + " (PARLEY_SEED_DIRECTORY), which is not set.");
        }
        if (Parley.checked().isPresent() && !Files.isDirectory(folder.get())) {
            throw new CannotStart("--check must be given a folder that exists, not " + folder.get());
        }
        int records = seeder.check(folder.get());
        return Parley.Done.with(
                "The record in " + folder.get().toAbsolutePath() + " can be loaded: " + records + " records");
    }

    private void open() {
        warnOfVariables();
        Storage storage = new Storage(data.directory());
        if (onDisk) {
            storage.mustBeWritable();
        }
        try {
            Opening.await();
            boolean copied = onDisk && prepare(storage);
            boolean hasTables = hasTables();
            if (onDisk) {
                storage.shareWithGroup(storage.file());
            }
            if (!hasTables) {
                migration.flyway(database).migrate();
            }
            Opening.end();
            reload.watchFromNow();
            Seeder.Load outcome = load();
            if (outcome.isNew() && onDisk) {
                storage.writeToDisk(database);
            }
            if (onDisk) {
                storage.firstLoadEnds();
            }
            LOG.info(
                    outcome.isNew() || copied
                            ? "Loaded " + outcome.records() + " records from " + outcome.place()
                            : "The record of " + outcome.place() + " is in the database already: " + outcome.records()
                                    + " records");
            if (Parley.loadsOnly()) {
                compact();
                if (onDisk) {
                    storage.shareWithGroup(storage.file());
                }
            }
        } catch (InvalidRecord e) {
            if (onDisk) {
                storage.firstLoadIsRefused();
            }
            throw e;
        } catch (CannotStart e) {
            throw e;
        } catch (InterruptedException e) {
            throw new IllegalStateException("The start was interrupted", e);
        } catch (RuntimeException | SQLException | IOException e) {
            CannotStart explained = onDisk ? storage.explained(e) : null;
            throw explained == null ? new IllegalStateException("The database could not be opened", e) : explained;
        }
    }

    /**
     * H2 commits each table as it is made, so that a first start that was killed leaves a database that can't be continued.
     *
     * @return whether the database is a copy of the one that was made with the program
     */
    private boolean prepare(Storage storage) throws SQLException, IOException {
        if (!Files.exists(storage.file())) {
            if (seed.directory().isEmpty() && storage.copyPrepared()) {
                return true;
            }
            storage.firstLoadBegins();
        } else if (!holdsRecord()) {
            if (!storage.isFirstLoadUnfinished()) {
                throw storage.damaged();
            }
            if (!storage.isFirstLoadRefused()) {
                LOG.warnf("The first load of %s was interrupted and begins again", storage.file());
            }
            storage.firstLoadBegins();
            migration.flyway(database).clean();
        }
        return false;
    }

    private static void warnOfVariables() {
        List<String> passedOver =
                Parley.serves() ? EnvironmentVariables.ofProcess().passedOver() : List.of();
        if (!passedOver.isEmpty()) {
            LOG.warnf(
                    "Passed over what is none of Parley's settings (--help lists them): %s",
                    String.join(", ", passedOver));
        }
    }

    /** The record of the settings; or, where that can't be loaded, an earlier one of the same folder. */
    private Seeder.Load load() {
        try {
            return seeder.load(seed.directory());
        } catch (InvalidRecord e) {
            if (seed.strict() || Parley.loadsOnly()) {
                throw e;
            }
            Seeder.Load kept = seeder.keep(seed.directory()).orElseThrow(() -> e);
            reload.refused(e);
            return kept;
        }
    }

    private boolean hasTables() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Tables.areCurrent(connection);
        }
    }

    private boolean holdsRecord() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!Tables.has(connection, "SEED_LOAD")) {
                return false;
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select 1 from seed_load")) {
                return rows.next();
            }
        }
    }

    /** Writes the file anew without what it held before. */
    private void compact() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
    }
}

package org.parley.start;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.parley.change.Curating;
import org.parley.change.Erasure;
import org.parley.change.Inspection;
import org.parley.change.Rebase;
import org.parley.curator.Curators;
import org.parley.imports.Importer;
import org.parley.record.InvalidRecord;
import org.parley.record.SeedConfig;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.DataConfig;
import org.parley.store.DatabaseConfig;
import org.parley.store.H2Store;
import org.parley.store.Store;

/** The work before the first request: opens the database, migrates its tables and loads the record. */
@ApplicationScoped
class Start {
    private static final Logger LOG = Logger.getLogger(Start.class);

    private final SeedConfig seed;
    private final DatabaseConfig server;
    private final Store store;
    private final AgroalDataSource database;
    private final Seeder seeder;
    private final Reload reload;
    private final Curating curating;
    private final Curators curators;
    private final Inspection inspection;
    private final Rebase rebase;
    private final Erasure erasure;
    private final Importer importer;
    private final DataConfig data;

    Start(
            SeedConfig seed,
            DatabaseConfig server,
            Store store,
            AgroalDataSource database,
            Seeder seeder,
            Reload reload,
            Curating curating,
            Curators curators,
            Inspection inspection,
            Rebase rebase,
            Erasure erasure,
            Importer importer,
            DataConfig data) {
        this.rebase = rebase;
        this.erasure = erasure;
        this.seed = seed;
        this.server = server;
        this.store = store;
        this.database = database;
        this.seeder = seeder;
        this.reload = reload;
        this.curating = curating;
        this.curators = curators;
        this.inspection = inspection;
        this.importer = importer;
        this.data = data;
    }

    /**
     * Runs when Quarkus starts.
     *
     * @throws ConfigurationException if the start can't go on for a known reason: its message is printed without a stack trace, and the
     *     exit code is 1
     */
    void start(@Observes StartupEvent event) {
        try {
            if (Parley.task() != Parley.Task.SERVE && Parley.task() != Parley.Task.LOAD) {
                throw done();
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

    /** Does what ends without serving or loading; the returned exception ends the start. */
    private Parley.Done done() {
        return switch (Parley.task()) {
            case EXPORT -> Parley.Done.with(
                    inspection.export(Parley.folder().orElseThrow(), Parley.change(), seed.directory()));
            case IMPORT -> imported();
            case CHECK -> inspect();
            case ERASE -> Parley.Done.with(erased());
            case REBASE -> {
                open();
                yield Parley.Done.with(rebase.run(seed.directory(), Parley.isDry()));
            }
            default -> check();
        };
    }

    private Parley.Done imported() {
        Importer.Result result = importer.run(Parley.files());
        return Parley.Done.ended(result.status(), result.told());
    }

    private String erased() {
        if (!store.isOnDisk()) {
            try {
                store.migrate(database);
            } catch (SQLException | IOException e) {
                throw new CannotStart("The database could not be opened: " + e.getMessage());
            }
        }
        return erasure.run(Parley.id(), H2Store.copies(data.directory()));
    }

    private Parley.Done inspect() {
        Inspection.Findings found = inspection.check(H2Store.file(data.directory()));
        found.told().forEach(LOG::info);
        return found.faults().isEmpty()
                ? Parley.Done.with("The record is sound")
                : Parley.Done.failed(String.join("\n", found.faults()));
    }

    /**
     * Validates the seed as a load does. The returned exception ends the start with exit code 0, or 2 if there is no folder to check.
     *
     * @throws InvalidRecord if the seed can't be loaded
     * @throws CannotStart if the folder of the command line does not exist
     */
    private Parley.Done check() {
        Optional<Path> folder = Parley.folder().or(() -> seed.directory());
        if (folder.isEmpty()) {
            return Parley.Done.calledWrongly(
                    "--check takes a folder: parley --check DIR. Without one it checks the folder of parley.seed.directory"
                            + " (PARLEY_SEED_DIRECTORY), which is not set.");
        }
        if (Parley.folder().isPresent() && !Files.isDirectory(folder.get())) {
            throw new CannotStart("--check must be given a folder that exists, not " + folder.get());
        }
        int records = seeder.check(folder.get());
        return Parley.Done.with(
                "The record in " + folder.get().toAbsolutePath() + " can be loaded: " + records + " records");
    }

    private void open() {
        warnOfVariables();
        if (server.url().isEmpty()
                && (server.user().isPresent() || server.password().isPresent())) {
            throw new CannotStart("parley.database.user and parley.database.password are for the database of"
                    + " parley.database.url (PARLEY_DATABASE_URL), which is not set.");
        }
        if (!Parley.loadsOnly()) {
            curators.open();
        }
        store.mustBeUsable();
        try {
            boolean copied = store.prepare(database, seed.directory().isEmpty());
            store.migrate(database);
            reload.watchFromNow();
            Seeder.Load outcome = curating.open().orElseGet(this::load);
            curating.ready();
            store.hasLoaded(database, outcome.isNew());
            LOG.info(
                    outcome.isNew() || copied
                            ? "Loaded " + outcome.records() + " records from " + outcome.place()
                            : "The record of " + outcome.place() + " is in the database already: " + outcome.records()
                                    + " records");
            if (Parley.loadsOnly()) {
                store.compact(database);
            }
        } catch (InvalidRecord e) {
            store.hasRefused();
            throw e;
        } catch (CannotStart e) {
            throw e;
        } catch (RuntimeException | SQLException | IOException e) {
            CannotStart explained = store.explained(e);
            throw explained == null ? new IllegalStateException("The database could not be opened", e) : explained;
        }
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

    /**
     * Loads the record of the settings. If it is invalid, the last valid one of the same folder is kept, if the database has it.
     *
     * @throws InvalidRecord if there is no earlier record, or with {@code parley.seed.strict} or {@code --load}
     */
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
}

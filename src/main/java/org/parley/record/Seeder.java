package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;
import org.parley.store.Store;

/**
 * Loads the record into the database, in one transaction, if the database is empty or the seed's content differs from what was loaded
 * last. Otherwise a start changes nothing. Thread-safe.
 */
@ApplicationScoped
public class Seeder {
    /** To be raised when the same seed gives other rows than before, so that every database is loaded again. */
    static final String FORMAT = "3";

    private static final Logger LOG = Logger.getLogger(Seeder.class);

    private final StatelessSession session;
    private final AgroalDataSource database;
    private final Store store;
    private final RecordWriter writer;
    private final List<RecordRows> kinds;
    private final List<String> names;
    private final Edition edition;
    private final BuiltInSeed builtIn;
    private final DocumentsConfig documents;

    Seeder(
            StatelessSession session,
            AgroalDataSource database,
            Store store,
            RecordWriter writer,
            Edition edition,
            BuiltInSeed builtIn,
            DocumentsConfig documents) {
        this.session = session;
        this.database = database;
        this.store = store;
        this.writer = writer;
        this.kinds = writer.kinds();
        this.names = SeedFiles.names(kinds);
        this.edition = edition;
        this.builtIn = builtIn;
        this.documents = documents;
    }

    /**
     * Loads a record. Concurrent calls run one after another. The seed is read and checked before anything is written to the database,
     * and readers see the previous record until the transaction has committed.
     *
     * @param directory the folder with the seed, or empty for the record inside the program
     * @return which record is in the database now
     * @throws InvalidRecord if the seed breaks a rule; the database is unchanged
     */
    public Load load(Optional<Path> directory) {
        return load(directory, documents.directory());
    }

    /** @param texts the folder with the sources' documents; empty if quotations are not to be checked */
    synchronized Load load(Optional<Path> directory, Optional<Path> texts) {
        SeedFiles folder = directory
                .map(path -> SteadyFolder.read(path.toAbsolutePath(), names))
                .orElse(null);
        String place = folder == null ? SeedFiles.PROGRAM : folder.place();
        SourceDocuments proof =
                texts.isEmpty() ? SourceDocuments.none() : proof(texts, folder == null ? builtIn.files() : folder);
        String digest = proof.digest(folder == null ? builtIn.digest() : folder.digest(FORMAT));
        Optional<Load> same = same(digest, place);
        return same.isPresent()
                ? same.get()
                // Another process may have loaded it meanwhile.
                : store.alone(
                        database, () -> same(digest, place).orElseGet(() -> replace(folder, place, digest, proof)));
    }

    /** Empty if the database holds another record. */
    private Optional<Load> same(String digest, String place) {
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded == null || !digest.equals(loaded.served().digest())) {
            return Optional.empty();
        }
        Edition.Served same = new Edition.Served(
                digest, place, loaded.served().records(), loaded.served().loadedAt());
        if (!place.equals(loaded.served().place()) || !FORMAT.equals(loaded.format())) {
            note(same);
        }
        if (edition.digest() == null || edition.digest().equals(digest)) {
            edition.is(same);
        } else {
            edition.takesUp(() -> same);
        }
        return Optional.of(new Load(place, same.records(), false));
    }

    /** @param folder null for the record inside the program */
    private Load replace(SeedFiles folder, String place, String digest, SourceDocuments proof) {
        OwnRecords own = own();
        RecordLoad load = new SeedReader().read(folder == null ? builtIn.files() : folder, kinds, own, proof);
        if (folder != null && !folder.absent(kinds).isEmpty()) {
            LOG.infof("Missing in %s, so no rows were loaded from: %s", place, String.join(", ", folder.absent(kinds)));
        }
        if (!own.isEmpty()) {
            LOG.infof("%d records that were not loaded from a seed stay as they are", own.size());
        }
        Edition.Served next = new Edition.Served(
                digest, place, load.entries.size() + own.size(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        try (Edition.Replacement replacement = edition.replacement()) {
            QuarkusTransaction.requiringNew().timeout(3600).run(() -> {
                writer.replace(load, this::find);
                session.doWork(connection -> {
                    note(connection, next);
                    store.announce(connection);
                });
                replacement.commits();
            });
            replacement.isDone(next);
        }
        return new Load(place, next.records(), true);
    }

    /**
     * Checks a seed as {@link #load} would with an empty database, without using the database.
     *
     * @return the number of records in it
     * @throws InvalidRecord if the seed breaks a rule
     */
    public int check(Path directory) {
        SeedFiles folder = SteadyFolder.read(directory.toAbsolutePath(), names);
        return new SeedReader()
                .read(folder, kinds, OwnRecords.none(), proof(documents.directory(), folder))
                .entries
                .size();
    }

    private static SourceDocuments proof(Optional<Path> texts, SeedFiles seed) {
        return texts.map(directory -> SourceDocuments.in(directory.toAbsolutePath(), seed))
                .orElseGet(SourceDocuments::none);
    }

    /**
     * Serves the record in the database, because the seed can't be loaded. It must be an earlier record from the same place, with rows in
     * the current {@link #FORMAT}: a start that should serve a user's own record must not serve another one.
     *
     * @param directory the folder with the seed, or empty for the record inside the program
     * @return the record in the database; empty if it must not be served
     */
    public Optional<Load> keep(Optional<Path> directory) {
        String place = directory.map(path -> path.toAbsolutePath().toString()).orElse(SeedFiles.PROGRAM);
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded == null || !place.equals(loaded.served().place()) || !FORMAT.equals(loaded.format())) {
            return Optional.empty();
        }
        edition.is(loaded.served());
        return Optional.of(new Load(place, loaded.served().records(), false));
    }

    /**
     * A text that changes as soon as files in the folder, or in the documents' folder, change. It is made of file attributes, without
     * reading the files.
     *
     * @param directory the folder with the seed
     */
    public String state(Path directory) {
        return state(directory, documents.directory());
    }

    String state(Path directory, Optional<Path> texts) {
        return SteadyFolder.state(directory.toAbsolutePath(), names)
                + texts.map(folder -> "\n\n" + SteadyFolder.stateOfAll(folder.toAbsolutePath()))
                        .orElse("");
    }

    /**
     * The result of {@link #load}.
     *
     * @param place   where the record comes from: the folder's path, or "the program"
     * @param records the number of records
     * @param isNew   false if it was in the database already
     */
    public record Load(String place, int records, boolean isNew) {}

    /** Serves the record that the database holds, after another process may have loaded another one. */
    public void takeUp() {
        Edition.Served found = LoadedSeed.servedIn(database);
        if (found != null
                && !found.digest().equals(edition.digest())
                && edition.takesUp(() -> LoadedSeed.servedIn(database))) {
            Edition.Served taken = edition.served();
            LOG.infof(
                    "Another Parley has loaded %d records from %s, which are served from now on",
                    taken.records(), taken.place());
        }
    }

    /** All kinds, every kind after those that its rows refer to. */
    List<RecordRows> kinds() {
        return kinds;
    }

    private OwnRecords own() {
        try (Connection connection = database.getConnection()) {
            return OwnRecords.read(connection, kinds, this::find);
        } catch (SQLException e) {
            throw new IllegalStateException("The records that were not loaded from a seed could not be read", e);
        }
    }

    private Object find(Class<?> type, String id) {
        return QuarkusTransaction.joiningExisting().call(() -> session.get(type, id));
    }

    private static void note(Connection connection, Edition.Served next) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into seed_load (digest, place, format, records, loaded_at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, next.digest());
            insert.setString(2, next.place());
            insert.setString(3, FORMAT);
            insert.setInt(4, next.records());
            insert.setObject(5, next.loadedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Stores the place and the format of the record that the database holds already. */
    private void note(Edition.Served same) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update seed_load set place = ?, format = ?")) {
            update.setString(1, same.place());
            update.setString(2, FORMAT);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The record's place could not be written to the table seed_load", e);
        }
    }
}

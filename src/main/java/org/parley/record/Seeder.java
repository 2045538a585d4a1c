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
 * Brings the record into the database, in one transaction: when the database is empty, and when the content of the seed
 * is not what was loaded last. Otherwise a start touches nothing.
 */
@ApplicationScoped
public class Seeder {
    /** Raised when the same seed gives other rows, so that every database is loaded anew. */
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
     * One load at a time; another one waits. What is loaded is read and checked before anything of it is in the database, and
     * readers find the record before until all of it is.
     *
     * @param directory the folder with the seed, or empty for the record inside the program
     * @return what is in the database now
     * @throws InvalidRecord if the seed breaks a rule; the database is as it was
     */
    public Load load(Optional<Path> directory) {
        return load(directory, documents.directory());
    }

    /** @param texts the folder with the sources' documents, or empty if nothing is to be proved by them */
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
        LoadedSeed loaded = loaded();
        if (loaded == null || !digest.equals(loaded.served().digest())) {
            return Optional.empty();
        }
        Edition.Served same = new Edition.Served(
                digest, place, loaded.served().records(), loaded.served().loadedAt());
        if (!place.equals(loaded.served().place()) || !FORMAT.equals(loaded.format())) {
            note(same);
        }
        edition.takesUp(same);
        return Optional.of(new Load(place, same.records(), false));
    }

    /** @param folder null for the record inside the program */
    private Load replace(SeedFiles folder, String place, String digest, SourceDocuments proof) {
        OwnRecords own = own();
        RecordLoad load = new SeedReader().read(folder == null ? builtIn.files() : folder, kinds, own, proof);
        if (folder != null && !folder.absent(kinds).isEmpty()) {
            LOG.infof("Absent from %s, and so without rows: %s", place, String.join(", ", folder.absent(kinds)));
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
     * Reads a seed as {@link #load} does into an empty database, and leaves the database alone.
     *
     * @return how many records it holds
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
     * Serves the record that the database holds, for one that can't be loaded. It must be an earlier one of the same place, and of
     * rows that this program would make: a start that is to serve somebody's own record must serve no other.
     *
     * @param directory the folder with the seed, or empty for the record inside the program
     * @return what is in the database, or empty if that is not to be served
     */
    public Optional<Load> keep(Optional<Path> directory) {
        String place = directory.map(path -> path.toAbsolutePath().toString()).orElse(SeedFiles.PROGRAM);
        LoadedSeed loaded = loaded();
        if (loaded == null || !place.equals(loaded.served().place()) || !FORMAT.equals(loaded.format())) {
            return Optional.empty();
        }
        edition.takesUp(loaded.served());
        return Optional.of(new Load(place, loaded.served().records(), false));
    }

    /**
     * A text that is another one as soon as the folder, or that of the documents, holds other files; nothing in them is read for it.
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
     * What a call of {@link #load} came to.
     *
     * @param place   where the record comes from, as the user knows it
     * @param records how many it holds
     * @param isNew   false if it was in the database already
     */
    public record Load(String place, int records, boolean isNew) {}

    /** At every start, and so without a session and a transaction, which take longer to make than this to read. */
    private LoadedSeed loaded() {
        try (Connection connection = database.getConnection()) {
            return LoadedSeed.in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("What was loaded last could not be read", e);
        }
    }

    /** Serves what the database holds by now, where another process may have loaded another record. */
    public void takeUp() {
        LoadedSeed loaded = loaded();
        if (loaded != null && edition.takesUp(loaded.served())) {
            LOG.infof(
                    "Another Parley has loaded %d records from %s, which are served from now on",
                    loaded.served().records(), loaded.served().place());
        }
    }

    /** Every kind after those whose rows its own refer to. */
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

    /** The record that is in the database is in this place too. */
    private void note(Edition.Served same) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update seed_load set place = ?, format = ?")) {
            update.setString(1, same.place());
            update.setString(2, FORMAT);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Where the record was loaded from could not be noted", e);
        }
    }
}

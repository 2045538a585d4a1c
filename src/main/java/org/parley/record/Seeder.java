package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.graph.RecordKind;
import org.parley.graph.Sha256;
import org.parley.lists.EntityTable;
import org.parley.store.Aside;
import org.parley.store.CannotStart;
import org.parley.store.Store;

/**
 * Loads the record into the database, in one transaction, if the database is empty or the seed's content differs from what was loaded
 * last. Otherwise a start changes nothing. Thread-safe.
 */
@ApplicationScoped
public class Seeder {
    /**
     * To be raised when the same seed gives other rows than before, so that every database is loaded again. It also tells the number of
     * kinds of record, since each {@link org.parley.lists.Ordinals ordinal} holds the number of its kind.
     */
    static final String FORMAT = "6." + RecordKind.all().size();

    /** A load of as many rows is not one transaction, where the store has another way. Creating all indexes takes half a second. */
    static final int LARGE = 50_000;

    /** How long the transaction of a load may take, in seconds. */
    private static final int LONGEST = 24 * 3600;

    private static final Logger LOG = Logger.getLogger(Seeder.class);

    private final AgroalDataSource database;
    private final Store store;
    private final RecordWriter writer;
    private final List<RecordRows> kinds;
    private final List<String> names;
    private final Edition edition;
    private final BuiltInSeed builtIn;
    private final DocumentsConfig documents;

    Seeder(
            AgroalDataSource database,
            Store store,
            RecordWriter writer,
            Edition edition,
            BuiltInSeed builtIn,
            DocumentsConfig documents) {
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
        Optional<Path> folder = directory.map(Path::toAbsolutePath);
        LoadedSeed held = LoadedSeed.in(database);
        if (held != null && held.served().change() > 0) {
            LOG.infof(
                    "The record in the database has %d changes that people have made, so %s is not loaded in its place",
                    held.served().change(),
                    folder.map(each -> "the seed in " + each).orElse("the record inside the program"));
            return serve(held.served());
        }
        Optional<Load> unchanged = folder.flatMap(each -> unchanged(held, each, note(each, texts)));
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        Optional<Load> same = same(read(folder, () -> found(folder, texts)));
        return same.isPresent()
                ? same.get()
                // Another process may have loaded it meanwhile.
                : store.alone(database, () -> {
                    try (LoadProgress progress = LoadProgress.of()) {
                        Prepared prepared = read(folder, () -> prepare(found(folder, texts), own(), progress));
                        try {
                            return same(prepared.found).orElseGet(() -> replace(prepared, progress));
                        } finally {
                            prepared.spool.close();
                        }
                    }
                });
    }

    private <T> T read(Optional<Path> folder, Supplier<T> reading) {
        return folder.isPresent() ? SteadyFolder.read(folder.get(), names, reading) : reading.get();
    }

    /**
     * A seed.
     *
     * @param note see {@link #note}
     */
    private record Found(SeedFiles files, SourceDocuments proof, String digest, String note) {
        String place() {
            return files.place();
        }
    }

    private Found found(Optional<Path> folder, Optional<Path> texts) {
        SeedFiles files = files(folder);
        SourceDocuments proof = proof(texts, files);
        return new Found(
                files,
                proof,
                proof.digest(folder.isPresent() ? files.digest(FORMAT) : builtIn.digest()),
                folder.map(each -> note(each, texts)).orElse(null));
    }

    /** A seed that breaks no rule, with all its rows. */
    private record Prepared(
            Found found, OwnRecords own, RowSpool spool, Map<RecordKind, Integer> counts, Map<String, String> merged) {}

    private Prepared prepare(Found found, OwnRecords own, LoadProgress progress) {
        RowSpool spool = new RowSpool(store.workspace());
        try {
            RecordLoad load = new SeedReader(progress)
                    .read(found.files, kinds, own, found.proof, (kind, row, read) -> writer.spool(read, spool));
            Map<RecordKind, Integer> counts = new HashMap<>(load.counts());
            own.forEach((kind, slug) -> counts.merge(kind, 1, Integer::sum));
            return new Prepared(found, own, spool, counts, load.merged());
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /**
     * The hash of {@link #state} and of all else that the rows depend on, to be stored with the record: a later start need not read the
     * files if it is still the same. Null if a file was written only now, so that a later change might not show.
     */
    private String note(Path folder, Optional<Path> texts) {
        boolean old = SteadyFolder.isOld(folder, names)
                && texts.map(each -> SteadyFolder.allAreOld(each.toAbsolutePath()))
                        .orElse(true);
        return old ? Sha256.of(FORMAT + '\n' + folder + '\n' + texts + '\n' + state(folder, texts)) : null;
    }

    /** The record in the database, if it was loaded from this folder as it still is. */
    private Optional<Load> unchanged(LoadedSeed loaded, Path folder, String note) {
        return loaded != null
                        && note != null
                        && note.equals(loaded.state())
                        && folder.toString().equals(loaded.served().place())
                ? Optional.of(serve(loaded.served()))
                : Optional.empty();
    }

    /** Empty if the database holds another record. */
    private Optional<Load> same(Found found) {
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded == null || !found.digest.equals(loaded.served().digest())) {
            return Optional.empty();
        }
        Edition.Served same = new Edition.Served(
                found.digest,
                found.place(),
                loaded.served().records(),
                loaded.served().counts(),
                loaded.served().loadedAt(),
                0,
                loaded.served().merged());
        if (!found.place().equals(loaded.served().place())
                || !FORMAT.equals(loaded.format())
                || found.note != null && !found.note.equals(loaded.state())) {
            note(same, found.note);
        }
        return Optional.of(serve(same));
    }

    /** Serves the record that is in the database already. */
    private Load serve(Edition.Served same) {
        if (edition.digest() == null || edition.digest().equals(same.digest())) {
            edition.is(same);
        } else {
            edition.takesUp(() -> same);
        }
        return new Load(same.place(), same.records(), false);
    }

    private Load replace(Prepared prepared, LoadProgress progress) {
        SeedFiles files = prepared.found.files;
        if (!files.place().equals(SeedFiles.PROGRAM) && !files.absent(kinds).isEmpty()) {
            LOG.infof(
                    "Missing in %s, so no rows were loaded from: %s",
                    files.place(), String.join(", ", files.absent(kinds)));
        }
        if (!prepared.own.isEmpty()) {
            LOG.infof("%d records that were not loaded from a seed stay as they are", prepared.own.size());
        }
        Edition.Served next = new Edition.Served(
                prepared.found.digest,
                files.place(),
                prepared.counts.values().stream().mapToInt(Integer::intValue).sum(),
                prepared.counts,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                0,
                prepared.merged);
        try {
            if (!store.fillsInParts() || prepared.spool.size() < LARGE) {
                replaceWithin(prepared, progress, next);
            } else if (LoadedSeed.in(database) == null) {
                fill(prepared, progress, next);
            } else {
                fillAside(prepared, progress, next);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The record could not be loaded into the database", e);
        }
        return new Load(next.place(), next.records(), true);
    }

    /** Replaces the record within one transaction. */
    private void replaceWithin(Prepared prepared, LoadProgress progress, Edition.Served next) {
        try (Edition.Replacement replacement = edition.replacement()) {
            QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
                try (Connection connection = database.getConnection()) {
                    writer.replace(prepared.spool, prepared.own, new LoadTarget(connection, progress, false));
                    note(connection, next, prepared.found.note);
                    store.announce(connection);
                } catch (SQLException e) {
                    throw new IllegalStateException("The record could not be replaced", e);
                }
                replacement.commits();
            });
            replacement.isDone(next);
        }
    }

    /** Fills the empty database. */
    private void fill(Prepared prepared, LoadProgress progress, Edition.Served next) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, prepared, progress, next);
        }
        edition.is(next);
    }

    private void fill(Connection connection, Prepared prepared, LoadProgress progress, Edition.Served next)
            throws SQLException {
        writer.fill(prepared.spool, prepared.own, new LoadTarget(connection, progress, true), store.lateIndexes());
        note(connection, next, prepared.found.note);
        connection.commit();
    }

    /** Fills another database, which then takes the place of the one that is served. */
    private void fillAside(Prepared prepared, LoadProgress progress, Edition.Served next)
            throws SQLException, IOException {
        try (Aside aside = store.aside();
                Edition.Replacement replacement = edition.replacement()) {
            aside.connection().setAutoCommit(false);
            fill(aside.connection(), prepared, progress, next);
            aside.complete();
            replacement.commits();
            aside.takePlace(database);
            replacement.isDone(next);
        }
    }

    /**
     * Checks a seed as {@link #load} would with an empty database, without using the database.
     *
     * @return the number of records in it
     * @throws InvalidRecord if the seed breaks a rule
     */
    public int check(Path directory) {
        Path folder = directory.toAbsolutePath();
        try (LoadProgress progress = LoadProgress.of()) {
            return SteadyFolder.read(folder, names, () -> {
                SeedFiles files = SeedFiles.folder(folder, names);
                return new SeedReader(progress)
                        .read(
                                files,
                                kinds,
                                OwnRecords.none(),
                                proof(documents.directory(), files),
                                (kind, row, load) -> {})
                        .records();
            });
        }
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

    /** The record or part of a record with this id; null if there is none. */
    private Object find(Class<?> type, String id) {
        EntityTable<?> table = EntityTable.of(type);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(table.byId())) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? table.read(rows, 1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The record " + id + " could not be read", e);
        }
    }

    /**
     * Loads the record of a folder in the place of all that the database holds, whatever that is.
     *
     * @throws InvalidRecord if the seed breaks a rule; the database is unchanged
     */
    public synchronized Load loadAnew(Path directory) {
        Path folder = directory.toAbsolutePath();
        return store.alone(database, () -> {
            try (LoadProgress progress = LoadProgress.of()) {
                Prepared prepared = read(
                        Optional.of(folder),
                        () -> prepare(found(Optional.of(folder), documents.directory()), OwnRecords.none(), progress));
                try {
                    return replace(prepared, progress);
                } finally {
                    prepared.spool.close();
                }
            }
        });
    }

    /** Is told each row of a seed. */
    public interface Rows {

        /**
         * @param id         the full id of its record
         * @param row        strings, numbers, booleans, lists and maps of them
         * @param references the full ids that it refers to; not to be kept
         */
        void row(String id, Map<String, Object> row, Set<String> references) throws SQLException;
    }

    /**
     * Reads the seed again that the record in the database was loaded from.
     *
     * @throws CannotStart if its files have changed since, or are gone
     */
    public void rows(Rows each) {
        Edition.Served served = edition.served();
        SeedFiles files = files(
                served.place().equals(SeedFiles.PROGRAM) ? Optional.empty() : Optional.of(Path.of(served.place())));
        if (!proof(documents.directory(), files).digest(files.digest(FORMAT)).equals(served.digest())) {
            throw new CannotStart(
                    "The record in " + served.place()
                            + " has changed since it was loaded, so that it can't be readied for changes by people. Start Parley again.");
        }
        read(files, each);
    }

    /**
     * Reads the rows of a seed, and no database.
     *
     * @param folder empty for the record inside the program
     * @throws InvalidRecord if a file can't be read
     */
    public void rowsOf(Optional<Path> folder, Rows each) {
        read(files(folder), each);
    }

    private SeedFiles files(Optional<Path> folder) {
        return folder.isPresent() ? SeedFiles.folder(folder.get(), names) : builtIn.files();
    }

    private void read(SeedFiles files, Rows each) {
        Set<String> references = new HashSet<>();
        try (LoadProgress progress = LoadProgress.of()) {
            SeedReader reader = new SeedReader(progress);
            reader.collects(references);
            reader.read(files, kinds, OwnRecords.none(), SourceDocuments.none(), (kind, row, load) -> {
                @SuppressWarnings("unchecked") // a row is an object
                Map<String, Object> plain = (Map<String, Object>) row.plain();
                try {
                    each.row(kind.kind().id((String) plain.get("id")), plain, references);
                } catch (SQLException e) {
                    throw new IllegalStateException("A row could not be kept", e);
                }
            });
        }
    }

    /** The file of a seed for each kind of record that has one, by the prefix of its ids. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        kinds.forEach(kind -> files.put(kind.kind().prefix(), kind.file()));
        return files;
    }

    /**
     * Stores which record the database holds after a change.
     *
     * @param base see {@link LoadedSeed#base}
     */
    public void hasChanged(Connection connection, Edition.Served next, String base) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update seed_load set digest = ?, records = ?, counts = ?, change_number = ?, base = ?")) {
            update.setString(1, next.digest());
            update.setInt(2, next.records());
            update.setString(3, LoadedSeed.counts(next.counts()));
            update.setLong(4, next.change());
            update.setString(5, base);
            update.executeUpdate();
        }
        store.announce(connection);
    }

    /** Stores from where the record in the database is said to be, where that is another place than the folder that it was loaded from. */
    public void isFrom(Connection connection, Path place) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update seed_load set place = ?, state = null")) {
            update.setString(1, place.toAbsolutePath().toString());
            update.executeUpdate();
        }
    }

    /** Whether the rows in the database were made by the rules of this program. */
    public boolean isOfThisFormat(LoadedSeed loaded) {
        return FORMAT.equals(loaded.format());
    }

    /** Serves the record that the database holds, at a start. */
    public Load serveWhatIsThere() {
        return serve(LoadedSeed.in(database).served());
    }

    /** @param state see {@link LoadedSeed#state} */
    private static void note(Connection connection, Edition.Served next, String state) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into seed_load (digest, place, format, records, counts, loaded_at, state) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, next.digest());
            insert.setString(2, next.place());
            insert.setString(3, FORMAT);
            insert.setInt(4, next.records());
            insert.setString(5, LoadedSeed.counts(next.counts()));
            insert.setObject(6, next.loadedAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, state);
            insert.executeUpdate();
        }
    }

    /** Stores the place, the format and the state of the record that the database holds already. */
    private void note(Edition.Served same, String state) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update seed_load set place = ?, format = ?, state = ?")) {
            update.setString(1, same.place());
            update.setString(2, FORMAT);
            update.setString(3, state);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The record's place could not be written to the table seed_load", e);
        }
    }
}

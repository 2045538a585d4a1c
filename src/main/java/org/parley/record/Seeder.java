package org.parley.record;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;
import org.parley.graph.RecordKind;
import org.parley.lists.DatedRecord;

/**
 * Brings the record into the database, in one transaction: when the database is empty, and when the content of the seed
 * is not what was loaded last. Otherwise a start touches nothing.
 */
@ApplicationScoped
public class Seeder {
    /** Raised when the same seed gives other rows, so that every database is loaded anew. */
    static final String FORMAT = "2";

    private static final Logger LOG = Logger.getLogger(Seeder.class);
    private static final int BATCH = 500;

    /** What the loading itself fills, beside the registry of records, to which all of it refers. */
    private static final List<String> OWN_TABLES = List.of("span", "citation", "fact", "passage", "word", "term");

    private final StatelessSession session;
    private final AgroalDataSource database;
    private final List<SeedTable> tables;
    private final List<String> names;
    private final List<SeedStep> steps;
    private final Edition edition;
    private final BuiltInSeed builtIn;
    private final DocumentsConfig documents;

    Seeder(
            StatelessSession session,
            AgroalDataSource database,
            @All List<SeedTable> tables,
            @All List<SeedStep> steps,
            Edition edition,
            BuiltInSeed builtIn,
            DocumentsConfig documents) {
        this.session = session;
        this.database = database;
        this.tables = ordered(tables);
        this.names = SeedFiles.names(tables);
        this.steps = steps;
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
     * @throws InvalidSeed if the seed breaks a rule; the database is as it was
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
        Loaded loaded = loaded();
        if (loaded != null && digest.equals(loaded.served().digest())) {
            Edition.Served same = new Edition.Served(
                    digest, place, loaded.served().records(), loaded.served().loadedAt());
            if (!place.equals(loaded.served().place()) || !FORMAT.equals(loaded.format())) {
                note(same);
            }
            edition.is(same);
            return new Load(place, same.records(), false);
        }
        SeedLoad load = new SeedReader().read(folder == null ? builtIn.files() : folder, tables, proof);
        if (folder != null && !folder.absent(tables).isEmpty()) {
            LOG.infof("Absent from %s, and so without rows: %s", place, String.join(", ", folder.absent(tables)));
        }
        Edition.Served next = new Edition.Served(
                digest, place, load.entries.size(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        try (Edition.Replacement replacement = edition.replacement()) {
            QuarkusTransaction.requiringNew().timeout(3600).run(() -> {
                replace(load, next);
                replacement.commits();
            });
            replacement.isDone(next);
        }
        return new Load(place, next.records(), true);
    }

    /**
     * Reads a seed as {@link #load} does, and leaves the database alone.
     *
     * @return how many records it holds
     * @throws InvalidSeed if the seed breaks a rule
     */
    public int check(Path directory) {
        SeedFiles folder = SteadyFolder.read(directory.toAbsolutePath(), names);
        return new SeedReader()
                .read(folder, tables, proof(documents.directory(), folder))
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
        Loaded loaded = loaded();
        if (loaded == null || !place.equals(loaded.served().place()) || !FORMAT.equals(loaded.format())) {
            return Optional.empty();
        }
        edition.is(loaded.served());
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

    /** @param format by which its rows were made; null if it was not noted, and then its place is null too */
    private record Loaded(Edition.Served served, String format) {}

    /** At every start, and so without a session and a transaction, which take longer to make than this to read. */
    private Loaded loaded() {
        try (Connection connection = database.getConnection();
                java.sql.Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select digest, place, records, loaded_at, format from seed_load")) {
            return rows.next()
                    ? new Loaded(
                            new Edition.Served(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getInt(3),
                                    rows.getObject(4, OffsetDateTime.class).toInstant()),
                            rows.getString(5))
                    : null;
        } catch (SQLException e) {
            throw new IllegalStateException("What was loaded last could not be read", e);
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

    private void replace(SeedLoad load, Edition.Served next) {
        session.doWork(this::clear);
        session.doWork(connection -> insertEntries(connection, load));
        session.doWork(connection -> insertSpans(connection, load));
        Map<Class<?>, List<Object>> byType = load.rows.stream()
                .collect(Collectors.groupingBy(Object::getClass, LinkedHashMap::new, Collectors.toList()));
        session.setJdbcBatchSize(BATCH);
        byType.values().forEach(session::insertMultiple);
        session.doWork(connection -> {
            insertCitations(connection, load);
            insertPassages(connection, load);
            insertWords(connection, load);
            for (SeedStep step : steps) {
                step.derive(connection);
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into seed_load (digest, place, format, records, loaded_at) values (?, ?, ?, ?, ?)")) {
                insert.setString(1, next.digest());
                insert.setString(2, next.place());
                insert.setString(3, FORMAT);
                insert.setInt(4, next.records());
                insert.setObject(5, next.loadedAt().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    /** From the tables that refer to those that are referred to. */
    private void clear(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(List.of("record"));
        tables.forEach(table -> all.addAll(table.tables()));
        all.addAll(OWN_TABLES);
        steps.forEach(step -> all.addAll(step.tables()));
        all.add("seed_load");
        Collections.reverse(all);
        try (java.sql.Statement statement = connection.createStatement()) {
            for (String table : all) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    private static void insertEntries(Connection connection, SeedLoad load) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into record (id, kind, oldest_first, newest_first, sources, origins) values (?, ?, ?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (SeedLoad.Entry entry : load.entries.values()) {
                Collection<String> sources = sources(load, entry.id());
                rows.add(
                        entry.id(), entry.kind().name(), entry.oldestFirst(), entry.newestFirst(), sources.size(), (int)
                                sources.stream()
                                        .map(load.originBySource::get)
                                        .distinct()
                                        .count());
            }
            rows.flush();
        }
    }

    private static void insertSpans(Connection connection, SeedLoad load) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into span (record_id, kind, latest, oldest_first) values (?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (SeedLoad.Entry entry : load.entries.values()) {
                if (entry.dated() instanceof DatedRecord record && record.spans()) {
                    rows.add(entry.id(), entry.kind().name(), record.latest(), record.oldestFirst());
                }
            }
            rows.flush();
        }
    }

    private static void insertCitations(Connection connection, SeedLoad load) throws SQLException {
        List<Found> facts = new ArrayList<>();
        try (PreparedStatement citation = connection.prepareStatement(
                "insert into citation (record_id, ordinal, source_id, locator, note) values (?, ?, ?, ?, ?)")) {
            Inserts citations = new Inserts(citation);
            for (Map.Entry<String, List<SeedLoad.Cite>> cites : load.citations.entrySet()) {
                int ordinal = 0;
                for (SeedLoad.Cite cite : cites.getValue()) {
                    citations.add(cites.getKey(), ++ordinal, cite.source(), cite.locator(), cite.note());
                }
                SeedLoad.Entry entry = load.entries.get(cites.getKey());
                if (entry != null) {
                    sources(load, entry.id()).forEach(source -> facts.add(new Found(source, entry, 0, null)));
                }
            }
            citations.flush();
        }
        try (PreparedStatement fact = connection.prepareStatement(
                "insert into fact (source_id, record_id, kind, oldest_first, newest_first) values (?, ?, ?, ?, ?)")) {
            Inserts rows = new Inserts(fact);
            Collections.sort(facts);
            for (Found found : facts) {
                SeedLoad.Entry entry = found.entry();
                rows.add(found.by(), entry.id(), entry.kind().name(), entry.oldestFirst(), entry.newestFirst());
            }
            rows.flush();
        }
    }

    /**
     * A record that is found by something else than its id. Such rows are inserted in the order in which they are read: an
     * index whose entries come in its own order is written once, one whose entries come at random again and again (of
     * 100,000 statements a file of 12 GB was seen).
     */
    private record Found(String by, SeedLoad.Entry entry, int weight, String forms) implements Comparable<Found> {
        private static final Comparator<Found> ORDER = Comparator.comparing(Found::by)
                .thenComparing(found -> found.entry.kind().name())
                .thenComparing(found -> found.entry.oldestFirst())
                .thenComparing(found -> found.entry.id());

        @Override
        public int compareTo(Found other) {
            return ORDER.compare(this, other);
        }
    }

    private static void insertPassages(Connection connection, SeedLoad load) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into passage (record_id, ordinal, weight, text) values (?, ?, ?, ?)")) {
            Inserts rows = new Inserts(insert);
            for (Map.Entry<String, List<SeedLoad.Passage>> passages : load.passages.entrySet()) {
                int ordinal = 0;
                for (SeedLoad.Passage passage : passages.getValue()) {
                    rows.add(passages.getKey(), ++ordinal, passage.weight(), passage.text());
                }
            }
            rows.flush();
        }
    }

    /** A record's words, each with the weights of the passages that hold it. */
    private static void insertWords(Connection connection, SeedLoad load) throws SQLException {
        WordIndex index = new WordIndex(load.spellings);
        List<Found> words = new ArrayList<>();
        load.passages.forEach((id, passages) -> index.of(passages)
                .forEach((token, entry) ->
                        words.add(new Found(token, load.entries.get(id), entry.weight(), entry.forms(token)))));
        try (PreparedStatement term =
                connection.prepareStatement("insert into term (token, form, stem) values (?, ?, ?)")) {
            Inserts rows = new Inserts(term);
            for (Map.Entry<String, WordIndex.Term> each : index.terms().entrySet()) {
                rows.add(each.getKey(), each.getValue().form(), each.getValue().stem());
            }
            rows.flush();
        }
        Collections.sort(words);
        try (PreparedStatement word = connection.prepareStatement(
                "insert into word (token, kind, record_id, weight, forms, oldest_first, newest_first) values (?, ?, ?, ?, ?, ?, ?)")) {
            Inserts rows = new Inserts(word);
            for (Found found : words) {
                SeedLoad.Entry entry = found.entry();
                rows.add(
                        found.by(),
                        entry.kind().name(),
                        entry.id(),
                        found.weight(),
                        found.forms(),
                        entry.oldestFirst(),
                        entry.newestFirst());
            }
            rows.flush();
        }
    }

    private static Set<String> sources(SeedLoad load, String id) {
        return load.citations.getOrDefault(id, List.of()).stream()
                .map(SeedLoad.Cite::source)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Every table after those that it refers to. */
    private static List<SeedTable> ordered(List<SeedTable> tables) {
        List<SeedTable> ordered = new ArrayList<>();
        Set<RecordKind> done = new HashSet<>();
        while (ordered.size() < tables.size()) {
            List<SeedTable> next = tables.stream()
                    .filter(table -> !ordered.contains(table) && done.containsAll(table.after()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("the seed's tables need each other in a circle");
            }
            ordered.addAll(next);
            next.forEach(table -> Stream.concat(Stream.of(table.kind()), table.parts().values().stream())
                    .forEach(done::add));
        }
        return List.copyOf(ordered);
    }

    /** Inserts of one statement, sent in batches. */
    private static final class Inserts {
        private final PreparedStatement statement;
        private int waiting;

        Inserts(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }
    }
}

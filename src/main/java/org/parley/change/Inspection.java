package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.journal.Journal;
import org.parley.journal.JournalEntry;
import org.parley.record.LoadedSeed;
import org.parley.record.RecordRows;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.Store;

/**
 * The commands {@code parley export} and {@code parley check}: they read the record of the settings and change nothing. Where there is a
 * journal, Parley may run meanwhile. One thread calls it.
 */
@ApplicationScoped
public class Inspection {
    /** Stands for a row that was erased. */
    private static final String ERASED = "";

    /** How many faults are told. */
    private static final int MOST = 100;

    private final Journals journals;
    private final Bases bases;
    private final Seeder seeder;
    private final Store store;
    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    Inspection(
            Journals journals,
            Bases bases,
            Seeder seeder,
            Store store,
            AgroalDataSource database,
            ObjectMapper mapper) {
        this.bases = bases;
        this.journals = journals;
        this.seeder = seeder;
        this.store = store;
        this.database = database;
        this.mapper = mapper;
    }

    // --- Export

    /**
     * Writes the record as the files of a seed, in the order in which its rows were made.
     *
     * @param folder must be new or empty; whenever this ends, it is as before, or has all files
     * @param change the number of the change after which the record is taken; empty for the last one
     * @param seed   the folder of the settings, for a record that nobody has changed
     * @return what was done, as a sentence
     * @throws CannotStart if it can't be done
     */
    public String export(Path folder, Optional<Long> change, Optional<Path> seed) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            mustBeNew(target);
            Map<String, String> rows = new LinkedHashMap<>();
            long last = journals.isThere() ? ofJournal(rows, change) : ofDatabase(rows, change, seed);
            List<String> erased = rows.entrySet().stream()
                    .filter(row -> row.getValue().equals(ERASED))
                    .map(Map.Entry::getKey)
                    .toList();
            rows.keySet().removeAll(erased);
            write(rows, target);
            return "Wrote " + rows.size() + " records, as they are after change " + last + ", to " + target
                    + (erased.isEmpty() ? "" : ". Left out, since they were erased: " + String.join(", ", erased));
        } catch (IOException | SQLException e) {
            throw new CannotStart("The record can't be exported to " + target + ": " + e);
        }
    }

    private static void mustBeNew(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new CannotStart("parley export takes a folder that is new or empty, not " + folder);
            }
        }
    }

    private static long mustBe(Optional<Long> change, long last) {
        long number = change.orElse(last);
        if (number < 0 || number > last) {
            throw new CannotStart("CHANGE must be 0 to " + last + ", the number of the last change, not " + number);
        }
        return number;
    }

    private long ofJournal(Map<String, String> rows, Optional<Long> change) throws IOException {
        Journal.Report report = Journal.verify(journals.folder());
        mustBeWhole(report);
        long number = mustBe(change, report.number());
        bases.erased(report.base()).keySet().forEach(id -> rows.put(id, ERASED));
        bases.read(report.base(), rows::put);
        Journal.verify(journals.folder(), entry -> {
            if (entry.number() <= number && ChangeKind.valueOf(entry.kind()).changesRecord()) {
                entry.edits().forEach(each -> put(rows, each.id(), each.erased() == null ? each.row() : ERASED));
            }
        });
        return number;
    }

    private static void mustBeWhole(Journal.Report report) {
        if (report.fault() != null) {
            throw new CannotStart(report.fault());
        }
    }

    private static void put(Map<String, String> rows, String id, String row) {
        if (row == null) {
            rows.remove(id);
        } else {
            rows.put(id, row);
        }
    }

    private long ofDatabase(Map<String, String> rows, Optional<Long> change, Optional<Path> seed) throws SQLException {
        LoadedSeed loaded = store.isOnDisk() ? null : LoadedSeed.in(database);
        if (loaded == null || loaded.base() == null) {
            mustBe(change, 0);
            seeder.rowsOf(seed, (id, row, named) -> rows.put(id, RowTexts.text(row, mapper)));
            return 0;
        }
        long number = mustBe(change, loaded.served().change());
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select record_id, body, erased from revision where change_number <= ? order by change_number, ordinal")) {
            select.setLong(1, number);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    put(rows, found.getString(1), found.getString(3) == null ? found.getString(2) : ERASED);
                }
            }
        }
        return number;
    }

    private void write(Map<String, String> rows, Path folder) throws IOException {
        Path prepared = folder.resolveSibling(folder.getFileName() + ".part");
        Files.createDirectories(prepared);
        try (Stream<Path> old = Files.list(prepared)) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
        try (SeedFolder files = new SeedFolder(prepared, seeder.files())) {
            files.all(rows);
        }
        Files.deleteIfExists(folder);
        Files.move(prepared, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    // --- Check

    /**
     * What was checked.
     *
     * @param told   a sentence for each thing that is as it should be
     * @param faults a sentence for each that is not, at most {@value #MOST}
     */
    public record Findings(List<String> told, List<String> faults) {}

    /**
     * Verifies the journal, the record before the first change, and the history in the database.
     *
     * @param file of the database inside; it is compared if nobody has it open
     */
    public Findings check(Path file) {
        List<String> told = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            if (journals.isThere()) {
                checkJournal(file, told, faults);
            } else if (store.isOnDisk()) {
                told.add("Nobody has changed this record: there is no " + journals.folder());
            } else {
                checkTables(told, faults);
            }
        } catch (IOException | SQLException e) {
            faults.add("It can't be checked: " + e.getMessage());
        }
        return new Findings(told, faults.size() > MOST ? List.copyOf(faults.subList(0, MOST)) : List.copyOf(faults));
    }

    private void checkJournal(Path file, List<String> told, List<String> faults) throws IOException, SQLException {
        List<Changer.Kept> kept = new ArrayList<>();
        Map<String, String> rows = new LinkedHashMap<>();
        Map<Long, String> taken = new LinkedHashMap<>();
        Consumer<JournalEntry> each = entry -> {
            Changer.Kept line = Curating.kept(entry);
            kept.add(line);
            if (line.change().kind() == ChangeKind.REBASE) {
                taken.put(line.change().number(), line.change().request());
            }
            line.revisions().forEach(done -> put(rows, done.getId(), done.getRow()));
        };
        Journal.Report first = Journal.verify(journals.folder());
        if (first.base() != null) {
            checkBase(first.base(), "The record before the first change", rows::put, faults);
        }
        Journal.Report report = Journal.verify(journals.folder(), each);
        if (report.fault() != null) {
            faults.add(report.fault());
            return;
        }
        for (Map.Entry<Long, String> base : taken.entrySet()) {
            checkBase(
                    base.getValue(),
                    "The record that change " + base.getKey() + " took over",
                    (id, body) -> {},
                    faults);
        }
        told.add("The journal in " + journals.folder() + " has changes 1 to " + report.number()
                + ", and each line is as it was written");
        if (report.torn() > 0) {
            told.add("Its last " + report.torn()
                    + " bytes are no whole line: a change that was never acknowledged, or is being written");
        }
        if (!Files.exists(file)) {
            told.add("There is no database: the next start makes it");
            return;
        }
        if (Journal.isInUse(journals.folder())) {
            told.add("The database is in use by a running Parley, so it was not compared");
            return;
        }
        if (store.wereChangesCut()) {
            told.add("Parley was killed while it wrote changes to the database: the next start makes it again");
            return;
        }
        compare(report, kept, rows, told, faults);
    }

    private void checkBase(String digest, String name, Bases.Rows each, List<String> faults) throws IOException {
        if (!Files.isDirectory(bases.folder(digest))) {
            faults.add(name + ", " + bases.folder(digest) + ", is missing");
            return;
        }
        if (!bases.readWhole(digest, each)) {
            faults.add(name + ", " + bases.folder(digest) + ", is not as it was then");
        }
    }

    private void compare(
            Journal.Report report,
            List<Changer.Kept> kept,
            Map<String, String> rows,
            List<String> told,
            List<String> faults)
            throws SQLException {
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded != null && !seeder.isOfThisFormat(loaded)) {
            told.add("The database was made by another version: the next start makes it again");
            return;
        }
        long has = loaded == null ? 0 : loaded.served().change();
        if (loaded == null || !report.base().equals(loaded.base()) || has < report.number()) {
            told.add("The database has changes up to " + has + ": the next start gives it the others");
            return;
        }
        if (has > report.number()) {
            faults.add("The database has changes up to " + has + ", which the journal lacks");
            return;
        }
        List<String> digests = Changer.digests(kept, report.base());
        if (has > 0 && !digests.get((int) has - 1).equals(loaded.served().digest())) {
            faults.add(
                    "The digest of the record in the database is not that of the journal: the next start makes it again");
        }
        Map<String, String> stored = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select record_id, body from revision order by change_number, ordinal")) {
                while (found.next()) {
                    put(stored, found.getString(1), found.getString(2));
                }
            }
            differences(rows, stored, "the history in the database", faults);
            Map<String, String> served = new LinkedHashMap<>();
            try (ResultSet found = statement.executeQuery("select id from record")) {
                while (found.next()) {
                    served.put(found.getString(1), "");
                }
            }
            rows.keySet().stream()
                    .filter(id -> !served.containsKey(id))
                    .filter(id -> !RowTexts.row(rows.get(id), mapper).containsKey(RecordRows.MERGED_INTO))
                    .forEach(id -> faults.add(id + " is in the journal, and not in the graph"));
        }
        if (faults.isEmpty()) {
            told.add("The database has the same " + rows.size() + " records");
        }
    }

    private void differences(Map<String, String> rows, Map<String, String> stored, String where, List<String> faults) {
        rows.forEach((id, body) -> {
            String other = stored.get(id);
            if (other == null || !RowTexts.differences(body, other, mapper).isEmpty()) {
                faults.add(id + " is not the same in the journal and in " + where);
            }
        });
        stored.keySet().stream()
                .filter(id -> !rows.containsKey(id))
                .forEach(id -> faults.add(id + " is in " + where + ", and not in the journal"));
    }

    /** On PostgreSQL the tables are the truth: the digest of each change must follow from what it did. */
    private void checkTables(List<String> told, List<String> faults) throws SQLException {
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded == null || loaded.base() == null) {
            told.add("Nobody has changed this record");
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Bases.Digest first = new Bases.Digest();
            try (ResultSet found =
                    statement.executeQuery("select record_id, body, erased from revision where change_number = 0")) {
                while (found.next()) {
                    if (found.getString(2) == null) {
                        first.addErased(Map.of(found.getString(1), found.getString(3)));
                    } else {
                        first.add(found.getString(1), found.getString(2));
                    }
                }
            }
            if (!first.text().equals(loaded.base())) {
                faults.add("The rows before the first change are not as they were then");
            }
            String before = loaded.base();
            long number = 0;
            Map<Long, List<Revision>> done = revisions(statement);
            try (ResultSet found = statement.executeQuery("select number, digest from change order by number")) {
                while (found.next() && faults.size() <= MOST) {
                    number++;
                    if (found.getLong(1) != number) {
                        faults.add("Change " + number + " is missing");
                        number = found.getLong(1);
                    }
                    String digest = Changer.digest(before, number, done.getOrDefault(number, List.of()));
                    before = found.getString(2);
                    if (!digest.equals(before)) {
                        faults.add("Change " + number + " is not as it was made");
                    }
                }
            }
            if (number != loaded.served().change()) {
                faults.add("The last change is " + number + ", and the record has that of change "
                        + loaded.served().change());
            }
            told.add("The tables have changes 1 to " + number);
        }
    }

    private static Map<Long, List<Revision>> revisions(Statement statement) throws SQLException {
        Map<Long, List<Revision>> done = new LinkedHashMap<>();
        try (ResultSet found = statement.executeQuery(
                "select change_number, record_id, action, body, erased from revision where change_number > 0 order by change_number, ordinal")) {
            while (found.next()) {
                done.computeIfAbsent(found.getLong(1), none -> new ArrayList<>())
                        .add(Revision.withoutBefore(
                                found.getString(2),
                                found.getLong(1),
                                EditAction.valueOf(found.getString(3)),
                                found.getString(4),
                                found.getString(5)));
            }
        }
        return done;
    }
}

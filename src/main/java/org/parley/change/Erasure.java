package org.parley.change;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.parley.journal.Journal;
import org.parley.journal.JournalDamaged;
import org.parley.journal.JournalInUse;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.Store;

/**
 * The command {@code parley erase}: the contents of all rows of a record that was retracted go from the history, such as a court or a person
 * who is named in it may ask for. That the record was there, who changed it and when stays, and so do the SHA-256 of its rows, of which the
 * sums of the history are made. One thread calls it.
 */
@ApplicationScoped
public class Erasure {
    private final AgroalDataSource database;
    private final Seeder seeder;
    private final Store store;
    private final Journals journals;
    private final Bases bases;
    private final History history;

    Erasure(AgroalDataSource database, Seeder seeder, Store store, Journals journals, Bases bases, History history) {
        this.database = database;
        this.seeder = seeder;
        this.store = store;
        this.journals = journals;
        this.bases = bases;
        this.history = history;
    }

    /**
     * Erases the rows.
     *
     * @param id    the full id of the record
     * @param files of the database inside, which has copies of the rows: they are deleted, and the next start makes it again
     * @return what was done, as a sentence
     * @throws CannotStart if it can't be done
     */
    public String run(String id, List<Path> files) {
        if (seeder.files().keySet().stream().noneMatch(id::startsWith)) {
            throw new CannotStart("ID must be that of a record, its type in front, such as actor/x, not " + id);
        }
        try {
            int erased = store.isOnDisk() ? fromJournal(id, files) : fromTables(id);
            return "Erased " + erased + (erased == 1 ? " row of " : " rows of ") + id
                    + ". What was exported, backed up or sent before still has them.";
        } catch (JournalDamaged | JournalInUse e) {
            throw new CannotStart(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("The rows of " + id + " can't be erased: " + e.getMessage());
        }
    }

    private int fromJournal(String id, List<Path> files) throws IOException {
        boolean[] isGone = {false};
        if (journals.isThere()) {
            Journal.Report report = Journal.verify(journals.folder(), entry -> {
                if (ChangeKind.valueOf(entry.kind()).changesRecord()) {
                    entry.edits().stream()
                            .filter(edit -> edit.id().equals(id))
                            .forEach(edit -> isGone[0] = edit.rowSum() == null);
                }
            });
            if (report.fault() != null) {
                throw new CannotStart(report.fault());
            }
        }
        mustBeGone(isGone[0], id);
        int erased = Journal.erase(journals.folder(), id) + bases.erase(id);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        return erased;
    }

    private static void mustBeGone(boolean isGone, String id) {
        if (!isGone) {
            throw new CannotStart(id + " must be retracted before its rows are erased");
        }
    }

    private int fromTables(String id) {
        return store.alone(database, () -> QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                History.Last last = history.last(connection, Set.of(id)).get(id);
                mustBeGone(
                        last != null
                                && last.body() == null
                                && EditAction.RETRACT.name().equals(last.action()),
                        id);
                return history.erase(connection, id);
            }
        }));
    }
}

package org.parley.change;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.parley.journal.Journal;
import org.parley.journal.JournalEdit;
import org.parley.journal.JournalEntry;
import org.parley.journal.JournalFull;
import org.parley.journal.JournalHalted;
import org.parley.store.DataConfig;
import org.parley.store.Store;

/**
 * The journal of the database inside: the folder {@code record} beside it has every change, and the record before the first, so that the
 * database may be lost. A database in memory, and PostgreSQL, have none. Thread-safe.
 */
@ApplicationScoped
class Journals {
    private static final Logger LOG = Logger.getLogger(Journals.class);

    private final History history;
    private final Bases bases;
    private final Path folder;
    private Journal journal;

    Journals(History history, Bases bases, Store store, DataConfig data) {
        this.bases = bases;
        this.history = history;
        this.folder = store.isOnDisk() ? data.directory().resolve("record") : null;
    }

    /** Whether there is a journal on the disk. */
    boolean isThere() {
        return folder != null && Journal.isIn(folder);
    }

    /** The folder with the journal. */
    Path folder() {
        return folder;
    }

    /** Opens the journal that is on the disk. */
    synchronized Journal open(Consumer<JournalEntry> each) {
        end(null);
        journal = Journal.open(folder, each);
        return journal;
    }

    synchronized void end(@Observes ShutdownEvent event) {
        if (journal != null) {
            journal.close();
            journal = null;
        }
    }

    /** The length of the journal; 0 if there is none. */
    synchronized long bytes() {
        return journal == null ? 0 : journal.bytes();
    }

    /** A moment for the next change, after that of the last one in the journal; in whole milliseconds. */
    synchronized Instant moment(Instant now) {
        return journal == null ? now.truncatedTo(ChronoUnit.MILLIS) : journal.momentAfterLast(now);
    }

    /**
     * Keeps a change: when this returns, it is accepted, whatever becomes of the process or the database.
     *
     * @throws ChangeFailure if it can't be kept
     */
    synchronized void keep(History.Made change, List<JournalEdit> edits, String base) {
        if (folder == null) {
            return;
        }
        try {
            if (journal == null) {
                begin(base, change.at());
            }
            journal.append(new JournalEntry(
                    change.number(),
                    change.at(),
                    change.by(),
                    change.kind().name(),
                    change.summary(),
                    change.key(),
                    change.request(),
                    change.proposal(),
                    edits));
        } catch (JournalFull e) {
            LOG.error(e.getMessage());
            throw ChangeFailure.diskFull();
        } catch (JournalHalted e) {
            LOG.error(e.getMessage());
            throw ChangeFailure.halted();
        } catch (IOException | UncheckedIOException | SQLException e) {
            LOG.error("The journal could not be begun", e);
            throw ChangeFailure.diskFull();
        }
    }

    private void begin(String base, Instant at) throws IOException, SQLException {
        bases.keep(base, history::firstRows);
        journal = Journal.create(folder, base, at);
    }

    /**
     * Stores the rows of a base that is taken over: beside the journal, or in the database if there is none.
     *
     * @throws ChangeFailure if it can't be stored
     */
    void takeOver(Connection connection, String digest, Map<String, String> rows) throws SQLException {
        if (folder == null) {
            History.rebase(connection, rows);
            return;
        }
        try {
            bases.keep(digest, each -> each.all(rows));
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The new base could not be written", e);
            throw ChangeFailure.diskFull();
        }
    }

    /** Passes on the rows of the base that was taken over last; those before the first change if none was. */
    void lastBase(Bases.Rows each) throws IOException, SQLException {
        String digest = history.rebasedOn();
        if (digest == null) {
            history.firstRows(each);
        } else if (folder == null) {
            history.rebasedRows(each);
        } else {
            bases.read(digest, each);
        }
    }
}

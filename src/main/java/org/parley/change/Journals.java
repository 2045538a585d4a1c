package org.parley.change;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.parley.journal.Journal;
import org.parley.journal.JournalEdit;
import org.parley.journal.JournalEntry;
import org.parley.journal.JournalFull;
import org.parley.journal.JournalHalted;
import org.parley.journal.RecordPermissions;
import org.parley.store.DataConfig;
import org.parley.store.Store;

/**
 * The journal of the database inside: the folder {@code record} beside it has every change, and the record before the first, so that the
 * database may be lost. A database in memory, and PostgreSQL, have none. Thread-safe.
 */
@ApplicationScoped
class Journals {
    private static final Logger LOG = Logger.getLogger(Journals.class);

    /** How many digits of the digest name the folder with the record before the first change. */
    private static final int DIGITS = 12;

    private final History history;
    private final Path folder;
    private Journal journal;

    Journals(History history, Store store, DataConfig data) {
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

    /** The folder with the record before the first change. */
    Path base(String digest) {
        return folder.resolve("base-" + digest.substring(0, DIGITS));
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
        Path whole = base(base);
        Path prepared = folder.resolve(whole.getFileName() + ".new");
        Files.createDirectories(prepared);
        for (Path file : files(prepared)) {
            Files.delete(file);
        }
        history.export(prepared);
        if (!Files.exists(whole)) {
            keep(prepared);
            Files.move(prepared, whole, StandardCopyOption.ATOMIC_MOVE);
        }
        journal = Journal.create(folder, base, at);
    }

    /** Has files on the disk, before a journal is that needs them. */
    private void keep(Path folderOfBase) throws IOException {
        RecordPermissions permissions = RecordPermissions.of(folder);
        for (Path file : files(folderOfBase)) {
            permissions.set(file);
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
        permissions.set(folderOfBase);
        Journal.force(folderOfBase);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

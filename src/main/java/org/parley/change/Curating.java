package org.parley.change;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.parley.curator.Curators;
import org.parley.journal.Journal;
import org.parley.journal.JournalDamaged;
import org.parley.journal.JournalEntry;
import org.parley.journal.JournalInUse;
import org.parley.record.InvalidRecord;
import org.parley.record.LoadedSeed;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.Store;

/**
 * What a start does for a record that people change: the journal is the truth, and the database its index, which is made again where it
 * lacks something. One thread calls it.
 */
@ApplicationScoped
public class Curating {
    private static final Logger LOG = Logger.getLogger(Curating.class);

    /** The folder with the files of the record while the database is made again. */
    private static final String REBUILDING = "parley.rebuilding";

    private final Curators curators;
    private final Journals journals;
    private final Bases bases;
    private final History history;
    private final Changer changer;
    private final Seeder seeder;
    private final AgroalDataSource database;
    private final Store store;

    Curating(
            Curators curators,
            Journals journals,
            Bases bases,
            History history,
            Changer changer,
            Seeder seeder,
            AgroalDataSource database,
            Store store) {
        this.curators = curators;
        this.journals = journals;
        this.bases = bases;
        this.history = history;
        this.changer = changer;
        this.seeder = seeder;
        this.database = database;
        this.store = store;
    }

    /**
     * Serves the record of the journal, if there is one: the database as it is, or with the changes that it lacks, or made again.
     *
     * @return empty if there is no journal
     * @throws CannotStart if the journal is damaged, in use, or lacks changes that the database has
     */
    public Optional<Seeder.Load> open() {
        if (!journals.isThere()) {
            return Optional.empty();
        }
        List<Changer.Kept> kept = new ArrayList<>();
        Journal journal;
        try {
            journal = journals.open(entry -> kept.add(kept(entry)));
        } catch (JournalDamaged | JournalInUse e) {
            throw new CannotStart(e.getMessage());
        }
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded == null || !journal.base().equals(loaded.base()) || !seeder.isOfThisFormat(loaded)) {
            return Optional.of(rebuilt(journal, kept));
        }
        long has = loaded.served().change();
        List<String> digests = Changer.digests(kept, journal.base());
        if (has > journal.number()) {
            throw new CannotStart(
                    "The database has change " + (journal.number() + 1)
                            + (has > journal.number() + 1 ? " to " + has : "") + ", which " + journals.folder()
                            + " lacks. Put the whole journal back, or move the database away to have it made again from the journal.");
        }
        if (has > 0 && !loaded.served().digest().equals(digests.get((int) has - 1))) {
            return Optional.of(rebuilt(journal, kept));
        }
        if (has < journal.number()) {
            LOG.infof("The database lacks the last %d changes of the journal, and gets them", journal.number() - has);
            seeder.serveWhatIsThere();
            try {
                changer.makeAgain(
                        kept.subList((int) has, kept.size()), digests.subList((int) has, kept.size()), journal.base());
            } catch (IllegalStateException e) {
                LOG.warn("The database does not take the changes, so it is made again", e);
                return Optional.of(rebuilt(journal, kept));
            }
        }
        return Optional.of(seeder.serveWhatIsThere());
    }

    static Changer.Kept kept(JournalEntry entry) {
        ChangeKind kind = ChangeKind.valueOf(entry.kind());
        return new Changer.Kept(
                new History.Made(
                        entry.number(),
                        entry.at(),
                        entry.by(),
                        kind,
                        entry.summary(),
                        entry.key(),
                        entry.request(),
                        entry.proposal(),
                        null),
                !kind.changesRecord()
                        ? List.of()
                        : entry.edits().stream()
                                .map(each -> Revision.withoutBefore(
                                        each.id(),
                                        entry.number(),
                                        EditAction.valueOf(each.action()),
                                        each.row(),
                                        each.erased()))
                                .toList(),
                kind == ChangeKind.PROPOSE ? entry.edits() : List.of());
    }

    /**
     * Makes the database again: the record as the last change left it, loaded as one seed, and then the history. So a row before that breaks a
     * rule by now, or was erased, does no harm.
     */
    private Seeder.Load rebuilt(Journal journal, List<Changer.Kept> kept) {
        Path base = bases.folder(journal.base());
        if (!Files.isDirectory(base)) {
            throw new CannotStart(
                    "The journal needs the record before its first change, " + base + ", which is missing.");
        }
        LOG.infof("Making the database again from %s and %d changes", base, kept.size());
        try {
            Map<String, String> rows = new LinkedHashMap<>();
            if (!bases.readWhole(journal.base(), rows::put)) {
                throw new CannotStart("The record before the first change, " + base
                        + ", is not as it was when the journal began. Put it back as it was.");
            }
            store.empty(database);
            Path seed = store.workspace().resolve(REBUILDING);
            delete(seed);
            Files.createDirectory(seed);
            try {
                change(rows, kept);
                try (SeedFolder files = new SeedFolder(seed, seeder.files())) {
                    files.all(rows);
                }
                seeder.loadAnew(seed);
                changer.addHistory(seed, base, kept, Changer.digests(kept, journal.base()), journal.base());
            } finally {
                delete(seed);
            }
        } catch (InvalidRecord e) {
            throw new CannotStart("The record of the journal breaks a rule of this Parley: "
                    + e.sentences().get(0));
        } catch (IOException e) {
            throw new CannotStart("The database can't be made again from the journal: " + e.getMessage());
        }
        Seeder.Load served = seeder.serveWhatIsThere();
        return new Seeder.Load(served.place(), served.records(), true);
    }

    /** Makes of the rows before the first change those after the last one, in the order in which they were made. */
    private static void change(Map<String, String> rows, List<Changer.Kept> kept) {
        kept.forEach(line -> line.revisions().forEach(done -> {
            if (done.getRow() == null) {
                rows.remove(done.getId());
            } else {
                rows.put(done.getId(), done.getRow());
            }
        }));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }

    /** Readies the record for changes, if people may make them; to be called after each load. */
    public void ready() {
        if (curators.isOn()) {
            store.alone(database, history::ready);
        }
    }
}

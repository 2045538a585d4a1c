package org.parley.start;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.parley.change.Curating;
import org.parley.record.Edition;
import org.parley.record.InvalidRecord;
import org.parley.record.LatestLoad;
import org.parley.record.SeedConfig;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.Store;

/**
 * Reloads the record from its folder while Parley serves: on SIGHUP, and, with {@code parley.seed.watch}, when the files change. If the
 * new record can't be loaded, the old one stays in use. Thread-safe.
 *
 * <p>The folder is polled every second, because file system notifications are not reliable: Kubernetes updates a ConfigMap volume by
 * replacing a symbolic link, and a network file system does not report changes that another machine makes. A change is loaded once
 * nothing has changed for one interval, so that a file is not read while it is being written.
 */
@ApplicationScoped
class Reload {
    private static final Logger LOG = Logger.getLogger(Reload.class);

    /** The polling interval, and how long the files must be unchanged before they are loaded. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long shutdown waits for a running load. A load that takes longer is cut off, and its transaction rolled back. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SeedConfig seed;
    private final Store store;
    private final Seeder seeder;
    private final Curating curating;
    private final Edition edition;
    private final LatestLoad latest;
    private final AgroalDataSource database;

    /** A single thread, so that loads run one after the other. Never interrupt it: H2 closes its file when interrupted. */
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "reload");
        made.setDaemon(true);
        // The first task creates the thread, perhaps on a signal thread, whose class loader only has JDK classes.
        made.setContextClassLoader(Reload.class.getClassLoader());
        return made;
    });

    /** Whether a SIGHUP waits for its load to begin. Guarded by this. */
    private boolean isAsked;

    /** Whether the start has loaded the record. Guarded by this. */
    private boolean isOpen;

    /** The {@link Seeder#state} of the folder when it was last loaded, or failed to load; null before, and without a folder. */
    private volatile String loaded;

    /** The state at the last poll; null before the first. Used by {@link #thread} only. */
    private String seen;

    private volatile boolean ended;
    private Runnable listening = () -> {};

    Reload(
            SeedConfig seed,
            Store store,
            Seeder seeder,
            Curating curating,
            Edition edition,
            LatestLoad latest,
            AgroalDataSource database) {
        this.seed = seed;
        this.curating = curating;
        this.store = store;
        this.seeder = seeder;
        this.edition = edition;
        this.latest = latest;
        this.database = database;
    }

    /** Installs the SIGHUP handler; the default action would end the program. A signal during the start is handled by {@link #begin}. */
    void listen() {
        if (Parley.serves() && !Parley.loadsOnly()) {
            Signals.on("HUP", this::ask);
        }
    }

    /** Notes the state of the folder just before the start loads it, so that the watch finds every later change. */
    void watchFromNow() {
        loaded = seed.directory().map(seeder::state).orElse(null);
    }

    /** Called once the start has loaded the record. Handles a SIGHUP that came before, and begins to watch the folder. */
    synchronized void begin() {
        isOpen = true;
        listening = store.listen(database, seeder::takeUp);
        if (isAsked) {
            thread.execute(this::answer);
        }
        Optional<Path> folder = seed.directory();
        if (seed.watch() && folder.isEmpty()) {
            LOG.warn(
                    "There is no folder to watch (parley.seed.watch): parley.seed.directory (PARLEY_SEED_DIRECTORY) is not set");
        } else if (seed.watch()) {
            thread.scheduleWithFixedDelay(
                    () -> look(folder.get()), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        synchronized (this) {
            ended = true;
            listening.run();
            thread.shutdown();
        }
        thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Queues a reload. Signals that arrive before it begins share it. */
    private synchronized void ask() {
        if (!isAsked && !ended) {
            isAsked = true;
            if (isOpen) {
                thread.execute(this::answer);
            }
        }
    }

    private void answer() {
        synchronized (this) {
            isAsked = false;
        }
        Optional<Path> folder = seed.directory();
        if (folder.isPresent()) {
            load(folder.get(), true);
        } else {
            LOG.info("SIGHUP: there is nothing to load anew. The record is the one inside the program, because"
                    + " parley.seed.directory is not set");
        }
    }

    private void look(Path folder) {
        String now = seeder.state(folder);
        if (!now.equals(loaded) && now.equals(seen)) {
            load(folder, false);
        }
        seen = now;
    }

    /** @param asked whether SIGHUP asked for the load, so that the result is logged even if the record is unchanged */
    private void load(Path folder, boolean asked) {
        try {
            loaded = seeder.state(folder);
            Seeder.Load outcome = seeder.load(Optional.of(folder));
            curating.ready();
            store.hasLoaded(database, outcome.isNew());
            if (outcome.isNew()) {
                LOG.infof(
                        "Loaded %d records from %s, in the place of those before", outcome.records(), outcome.place());
            } else if (asked || latest.failure() != null) {
                LOG.infof("%s holds the record that is served: %d records", outcome.place(), outcome.records());
            }
            latest.succeeded();
        } catch (InvalidRecord e) {
            refused(e);
        } catch (RuntimeException | SQLException | VirtualMachineError e) {
            // Shutdown cut the load off. Its transaction is rolled back, and the next start loads the folder.
            if (!ended) {
                failed(folder, e);
            }
        }
    }

    /** Reports that the folder holds an invalid record, and that the earlier one is still served. */
    void refused(InvalidRecord refusal) {
        latest.failed(refusal.sentences());
        LOG.error(refusal.getMessage() + "\n" + stillServed());
    }

    /** Reports a failure that is not the folder's fault. That includes an OutOfMemoryError: a record too large must not end the watch. */
    private void failed(Path folder, Throwable failure) {
        CannotStart explained = store.explained(failure);
        String sentence =
                explained == null ? "Parley failed to load it; the log has the stack trace." : explained.getMessage();
        latest.failed(List.of(sentence));
        if (explained == null) {
            LOG.errorf(failure, "%s could not be loaded. %s", folder, stillServed());
        } else {
            LOG.errorf("%s could not be loaded: %s %s", folder, sentence, stillServed());
        }
    }

    private String stillServed() {
        Edition.Served served = edition.served();
        return "The record that was loaded on " + served.loadedAt() + " is served still: " + served.records()
                + " records.";
    }
}

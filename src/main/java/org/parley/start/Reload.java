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
import org.parley.record.Edition;
import org.parley.record.InvalidRecord;
import org.parley.record.LatestLoad;
import org.parley.record.SeedConfig;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.Store;

/**
 * Loads the folder of the record anew while it is served: when SIGHUP asks for it, and, where the folder is watched, when its files
 * have changed. What can't be loaded leaves the record that is served.
 *
 * <p>The folder is looked at every second, since no notice can be relied on: Kubernetes sets a link anew where it changes a volume of a
 * ConfigMap, and of a change on another machine the system that mounts its files is not told. A change is loaded when nothing has
 * changed any more for that time, so that a file is not read while it is written.
 */
@ApplicationScoped
class Reload {
    private static final Logger LOG = Logger.getLogger(Reload.class);

    /** How often the folder is looked at, and for how long its files must be as they are. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long the end of the program waits for a load; one that takes longer is undone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SeedConfig seed;
    private final Store store;
    private final Seeder seeder;
    private final Edition edition;
    private final LatestLoad latest;
    private final AgroalDataSource database;

    /** One, so that one load follows the other. It must not be interrupted: H2 would close its file. */
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "reload");
        made.setDaemon(true);
        // Whoever asks first makes it, and a signal's thread knows the JDK alone.
        made.setContextClassLoader(Reload.class.getClassLoader());
        return made;
    });

    /** Somebody has asked for a load that has not begun. */
    private boolean isAsked;

    private boolean isOpen;

    /** States of the folder, by {@link Seeder#state}: the one that was loaded or refused, and the one that was seen last. */
    private volatile String loaded;

    private String seen;
    private volatile boolean ended;
    private Runnable listening = () -> {};

    Reload(SeedConfig seed, Store store, Seeder seeder, Edition edition, LatestLoad latest, AgroalDataSource database) {
        this.seed = seed;
        this.store = store;
        this.seeder = seeder;
        this.edition = edition;
        this.latest = latest;
        this.database = database;
    }

    /** From now on SIGHUP ends the program no more; what it asks for is done once the start has loaded the record. */
    void listen() {
        if (Parley.serves() && !Parley.loadsOnly()) {
            Signals.on("HUP", this::ask);
        }
    }

    /** What is in the folder now is about to be loaded by the start; {@link #begin} looks for what comes later. */
    void watchFromNow() {
        loaded = seed.directory().map(seeder::state).orElse(null);
    }

    /** The start has loaded the record. */
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

    /** Has the folder loaded soon, once for all who ask before that begins. */
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
            LOG.info("SIGHUP: the record is that of the program (parley.seed.directory is not set), and there is"
                    + " nothing to load anew");
        }
    }

    private void look(Path folder) {
        String now = seeder.state(folder);
        if (!now.equals(loaded) && now.equals(seen)) {
            load(folder, false);
        }
        seen = now;
    }

    /** @param asked somebody waits to be told what came of it, even where nothing did */
    private void load(Path folder, boolean asked) {
        try {
            loaded = seeder.state(folder);
            Seeder.Load outcome = seeder.load(Optional.of(folder));
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
            // A load that the end of the program cuts off is undone, and the next start begins it again.
            if (!ended) {
                failed(folder, e);
            }
        }
    }

    /** What the folder holds can't be loaded, and an earlier record is served. */
    void refused(InvalidRecord refusal) {
        latest.failed(refusal.sentences());
        LOG.error(refusal.getMessage() + "\n" + stillServed());
    }

    /** By no fault of the folder. A record that is too large for the memory, too, must not end the watch. */
    private void failed(Path folder, Throwable failure) {
        CannotStart explained = store.explained(failure);
        String sentence = explained == null ? "Parley failed to load it; the log says how." : explained.getMessage();
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

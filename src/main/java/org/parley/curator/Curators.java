package org.parley.curator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.parley.graph.Sha256;
import org.parley.store.CannotStart;

/**
 * The curators whom the operator lists in a file. A change of the file takes effect within a second. While the file can't be read, or
 * breaks a rule, every token is refused. Thread-safe.
 */
@ApplicationScoped
public class Curators {
    private static final Logger LOG = Logger.getLogger(Curators.class);

    /** How often the file is looked at, at most. */
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final boolean isClosed;
    private final Clock clock;
    private final LongSupplier nanos;

    /** By the SHA-256 of the token. */
    private volatile Map<String, CuratorsFile.Entry> entries = Map.of();

    /** When the file was looked at. */
    private volatile long looked;

    /** What the file was like then; null if it was not there. Guarded by this. */
    private State state;

    /** A file of which all this is the same has not been changed. */
    private record State(FileTime modified, long size, Object key) {}

    @Inject
    Curators(CuratorConfig settings, Reading reading) {
        this(settings.file(), reading.by() == Reading.By.TOKEN, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * @param isClosed whether only curators may read
     * @param nanos    as {@link System#nanoTime}
     */
    Curators(Optional<Path> file, boolean isClosed, Clock clock, LongSupplier nanos) {
        this.file = file.orElse(null);
        this.isClosed = isClosed;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Whether the operator lists curators, even if the list is empty or can't be read now. */
    public boolean isOn() {
        return file != null;
    }

    /** Whether only who has a token may read the record. */
    public boolean isReadingClosed() {
        return isClosed;
    }

    /**
     * Reads the file for the first time; does nothing if there is none.
     *
     * @throws CannotStart if it can't be read, or breaks a rule; or if there is none, and only curators may read
     */
    public synchronized void open() {
        if (isClosed && !isOn()) {
            throw new CannotStart(
                    "parley.reading (PARLEY_READING) must be all where parley.curators names no file, or nobody could read the record");
        }
        if (isOn()) {
            state = state();
            entries = CuratorsFile.read(file);
            looked = nanos.getAsLong();
        }
    }

    /**
     * The curator of a token. Once a second at most, this looks whether the file has changed, and reads it then.
     *
     * @return empty if the token is unknown, was revoked or has expired, or if there are no curators
     */
    public Optional<Curator> of(String token) {
        if (!isOn()) {
            return Optional.empty();
        }
        if (nanos.getAsLong() - looked >= INTERVAL) {
            look();
        }
        // The hash is looked up, and the token itself compared to nothing, so that the time that it takes tells nothing
        // of a token.
        CuratorsFile.Entry entry = entries.get(Sha256.of(token));
        return entry == null || !entry.isValidOn(LocalDate.now(clock))
                ? Optional.empty()
                : Optional.of(entry.curator());
    }

    private synchronized void look() {
        if (nanos.getAsLong() - looked < INTERVAL) {
            return;
        }
        looked = nanos.getAsLong();
        State now = state();
        if (now != null && now.equals(state) || now == null && state == null) {
            return;
        }
        // Noted before it is read, so that a change while it is read is found the next time.
        state = now;
        try {
            entries = CuratorsFile.read(file);
            LOG.infof("Read the curators anew: %d", entries.size());
        } catch (CannotStart fault) {
            entries = Map.of();
            LOG.errorf("%s. Every token is refused until that is mended.", fault.getMessage());
        }
    }

    private State state() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(now.lastModifiedTime(), now.size(), now.fileKey());
        } catch (IOException e) {
            return null;
        }
    }
}

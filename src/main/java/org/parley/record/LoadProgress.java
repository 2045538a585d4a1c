package org.parley.record;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Logs every two seconds how far a load is: what it does, how much of it is done, how much a second, and how long it will take. Nothing
 * is logged of a load that ends within two seconds. The load's thread calls it; a daemon thread logs.
 */
public final class LoadProgress implements AutoCloseable {
    static final String BYTES = "MB";
    static final String ROWS = "rows";

    /** Between two lines, in milliseconds. */
    private static final int INTERVAL = 2000;

    private static final long MEGABYTE = 1_000_000;

    private static final Logger LOG = Logger.getLogger(LoadProgress.class);

    private record Step(String what, long total, String unit, long began, AtomicLong done) {
        String line() {
            long scale = unit.equals(BYTES) ? MEGABYTE : 1;
            long now = done.get();
            double rate = now / Math.max(0.001, (System.nanoTime() - began) / 1e9);
            String line = String.format(
                    Locale.ROOT,
                    "%s: %,d%s %s, %,.0f a second",
                    what,
                    now / scale,
                    total == 0 ? "" : String.format(Locale.ROOT, " of %,d", total / scale),
                    unit,
                    rate / scale);
            return total == 0 || now == 0 || now >= total
                    ? line
                    : line + String.format(Locale.ROOT, ", about %,.0f s left", Math.ceil((total - now) / rate));
        }
    }

    private final boolean isLogged;
    private volatile Step step;
    private Thread thread;

    private LoadProgress(boolean isLogged) {
        this.isLogged = isLogged;
    }

    /** The progress of a load. No thread exists before the first step. */
    static LoadProgress of() {
        return new LoadProgress(true);
    }

    /** The progress of a load that nothing is logged of. */
    static LoadProgress silent() {
        return new LoadProgress(false);
    }

    /**
     * Begins a step, which ends the one before.
     *
     * @param what  what is done, as the beginning of a line
     * @param total how much there is to do; 0 if that is not known
     * @param unit  {@link #BYTES} or {@link #ROWS}, or another noun
     */
    void begins(String what, long total, String unit) {
        step = new Step(what, total, unit, System.nanoTime(), new AtomicLong());
        if (thread == null && isLogged) {
            thread = new Thread(this::log, "progress");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** So much more of the step is done. */
    void done(long more) {
        step.done.addAndGet(more);
    }

    private void log() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                LOG.info(step.line());
            }
        } catch (InterruptedException e) {
            // The load has ended.
            return;
        }
    }

    /** Ends the logging. */
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}

package org.parley.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Logs one line for each operation: a text for people, with the same values as MDC fields in a JSON log. A failed operation is logged as
 * a warning, any other as information. The document and the variables are not logged, since they may reveal what a person is looking for.
 *
 * <p>Thread-safe, and never blocks: {@link #write} puts the line into a queue, and one thread formats and writes those of up to
 * {@value #GATHERING} milliseconds together. It writes the console once for all of them: a system call for each line would cost more than
 * all else. If the queue is full, since nobody reads the log, further lines are dropped; a later line of the log and the metric
 * {@code parley.log.dropped} tell how many.
 */
@Singleton
class OperationLog {
    /** The most lines that wait, each of some 500 bytes of heap. */
    static final int MOST = 8192;

    /** In milliseconds. */
    private static final int GATHERING = 10;

    /** In milliseconds, for what is in the queue when Parley ends. */
    private static final int ENDING = 2000;

    private final Logger log;
    private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(MOST);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final Thread writer = new Thread(this::writeUntilStopped, "operation-log");
    private final boolean isTraced;
    private long droppedTold;
    private volatile boolean stopped;

    /** A line that waits to be formatted. The MDC is that of the request, which has the ids of its trace; empty without traces. */
    private record Line(Report report, Instant time, String thread, Map<String, Object> mdc) {}

    @Inject
    OperationLog(MeterRegistry registry, OperationTrace trace) {
        this(Logger.getLogger("org.parley.operation"), registry, trace.isOn());
    }

    OperationLog(Logger log, MeterRegistry registry, boolean isTraced) {
        this.log = log;
        this.isTraced = isTraced;
        FunctionCounter.builder("parley.log.dropped", dropped, AtomicLong::doubleValue)
                .description(
                        "Lines of operations that were not logged, since the log was read more slowly than they came.")
                .register(registry);
        writer.setDaemon(true);
    }

    void begin(@Observes StartupEvent event) {
        for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
            if (handler instanceof ConsoleHandler console) {
                console.setAutoFlush(false);
                InitialConfigurator.DELAYED_HANDLER.addHandler(new Flush(console));
            }
        }
        writer.start();
    }

    /** Flushes the console after each line, as its handler would by itself, except for those of operations. */
    private final class Flush extends ExtHandler {
        private final ConsoleHandler console;

        Flush(ConsoleHandler console) {
            this.console = console;
        }

        @Override
        protected void doPublish(ExtLogRecord line) {
            if (Thread.currentThread() != writer) {
                console.flush();
            }
        }
    }

    void write(Report report) {
        if (!log.isLoggable(level(report))) {
            return;
        }
        Line line =
                new Line(report, Instant.now(), Thread.currentThread().getName(), isTraced ? MDC.getMap() : Map.of());
        if (!queue.offer(line)) {
            dropped.incrementAndGet();
        } else if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(writer);
        }
    }

    private static Level level(Report report) {
        return report.outcome() == OperationEnd.FAILED ? Level.WARN : Level.INFO;
    }

    private void writeUntilStopped() {
        List<Line> lines = new ArrayList<>();
        while (!stopped) {
            if (queue.drainTo(lines) == 0) {
                asleep.set(true);
                if (queue.isEmpty() && !stopped) {
                    LockSupport.park(this);
                }
                asleep.set(false);
            } else {
                publish(lines);
                lines.clear();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GATHERING));
        }
        queue.drainTo(lines);
        publish(lines);
    }

    private void publish(List<Line> lines) {
        lines.forEach(line -> log.logRaw(formatted(line)));
        long missing = dropped.get() - droppedTold;
        if (missing > 0) {
            droppedTold += missing;
            log.log(
                    Level.WARN,
                    missing + " operations have no line here: the log was read more slowly than they ended");
        }
        InitialConfigurator.DELAYED_HANDLER.flush();
    }

    private static ExtLogRecord formatted(Line line) {
        Map<String, String> facts = facts(line.report());
        ExtLogRecord logged = new ExtLogRecord(
                level(line.report()),
                sentence(facts),
                ExtLogRecord.FormatStyle.NO_FORMAT,
                OperationLog.class.getName());
        logged.setInstant(line.time());
        logged.setThreadName(line.thread());
        logged.disableCallerCalculation();
        Map<String, Object> mdc = new LinkedHashMap<>(line.mdc());
        mdc.putAll(facts);
        logged.setMdc(mdc);
        return logged;
    }

    private static Map<String, String> facts(Report report) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "operation", report.name());
        put(facts, "type", report.type());
        put(facts, "outcome", report.outcome());
        put(facts, "by", report.by());
        put(facts, "status", report.status());
        put(facts, "ms", BigDecimal.valueOf(report.nanos() / 1000, 3));
        put(facts, "sql", report.sql());
        put(facts, "cost", report.cost());
        put(facts, "kept", report.isKept() ? true : null);
        put(facts, "hash", report.hash());
        put(facts, "errors", report.errorCodes().isEmpty() ? null : String.join(" ", report.errorCodes()));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** Such as "query Statements ok: status=200 ms=3.141 sql=2 cost=12 hash=…". */
    private static String sentence(Map<String, String> facts) {
        StringBuilder line = new StringBuilder(160);
        line.append(facts.getOrDefault("type", "operation")).append(' ');
        if (facts.containsKey("operation")) {
            line.append(facts.get("operation")).append(' ');
        }
        line.append(facts.get("outcome")).append(':');
        facts.forEach((name, value) -> {
            if (!name.equals("type") && !name.equals("operation") && !name.equals("outcome")) {
                line.append(' ').append(name).append('=').append(value);
            }
        });
        return line.toString();
    }

    /** Writes what is in the queue. If nobody reads the log, that would take for ever, so it is given up after two seconds. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(writer);
        writer.join(ENDING);
    }
}

package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

/** What becomes of the lines of operations, whoever reads them. */
@AnyDatabase
class OperationLogTest {
    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch reader = new CountDownLatch(1);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Logger logger = LogContext.create().getLogger("operations");
    private final OperationLog log = new OperationLog(logger, registry, false);
    private boolean isRead = true;

    OperationLogTest() {
        logger.setLevel(Level.INFO);
        logger.addHandler(new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                if (!isRead) {
                    try {
                        reader.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                lines.add(line);
            }
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        reader.countDown();
        log.stop();
    }

    private static Report report(String name, OperationEnd end) {
        return new Report(null, name, "query", "hash", 3, 2, Set.of(), end, 200, 1_234_567, false);
    }

    @Test
    void a_line_is_formatted_by_another_thread_and_names_the_one_that_answered() {
        log.begin(null);
        log.write(report("First", OperationEnd.OK));
        log.write(report("Second", OperationEnd.OK));
        until(() -> lines.size() == 2);
        ExtLogRecord line = lines.get(0);
        assertThat(line.getMessage()).isEqualTo("query First ok: status=200 ms=1.234 sql=2 cost=3 hash=hash");
        assertThat(line.getThreadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(line.getMdcCopy()).containsEntry("operation", "First").containsEntry("ms", "1.234");
        assertThat(lines.get(1).getMessage()).startsWith("query Second");
    }

    @Test
    void a_line_names_the_curator_if_there_is_one() {
        log.begin(null);
        log.write(new Report("maria", "First", "query", "hash", 3, 2, Set.of(), OperationEnd.OK, 200, 1_000, false));
        until(() -> !lines.isEmpty());
        assertThat(lines.get(0).getMessage())
                .isEqualTo("query First ok: by=maria status=200 ms=0.001 sql=2 cost=3 hash=hash");
        assertThat(lines.get(0).getMdcCopy()).containsEntry("by", "maria");
    }

    @Test
    void only_an_operation_that_failed_is_a_warning() {
        log.begin(null);
        logger.setLevel(Level.WARN);
        for (OperationEnd end : OperationEnd.values()) {
            log.write(report("Any", end));
        }
        until(() -> !lines.isEmpty());
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(lines.get(0).getMessage()).startsWith("query Any failed:");
    }

    @Test
    void a_log_that_nobody_reads_holds_nobody_up_and_tells_how_many_lines_it_lost() {
        isRead = false;
        log.begin(null);
        int written = 2 * OperationLog.MOST;
        for (int i = 0; i < written; i++) {
            log.write(report("Any", OperationEnd.OK));
        }
        double dropped = registry.get("parley.log.dropped").functionCounter().count();
        assertThat(dropped).isBetween(1.0, (double) OperationLog.MOST);
        reader.countDown();
        until(() -> lines.stream().anyMatch(line -> line.getMessage()
                .equals((long) dropped
                        + " operations have no line here: the log was read more slowly than they ended")));
        until(() -> lines.size() >= written - dropped + 1);
    }

    @Test
    void the_end_waits_for_what_is_in_the_queue() throws InterruptedException {
        log.begin(null);
        for (int i = 0; i < 1000; i++) {
            log.write(report("Any", OperationEnd.OK));
        }
        log.stop();
        assertThat(lines).hasSize(1000);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 30 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}

package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.graph.InvalidArgument;
import org.parley.graph.KnownAt;
import org.parley.graph.Operation;
import org.parley.graph.OutOfTime;
import org.parley.record.Edition;
import org.parley.record.PastRecords;
import org.parley.record.RecordChanges;
import org.parley.store.PastDatabase;

/**
 * Makes the record as it was after a change, from the rows in the history: a database in memory for each, of which those that were asked for
 * last are kept. One is made at a time. Thread-safe.
 */
@Singleton
class PastEditions implements PastRecords {
    /** How many revisions a past record may have, for each record that it may have. */
    private static final int REVISIONS = 4;

    private final AgroalDataSource database;
    private final Edition edition;
    private final History history;
    private final RecordChanges records;
    private final HistoryConfig settings;
    private final ObjectMapper mapper;
    private final ReentrantLock making = new ReentrantLock();

    /** By the number of the last change, the one that was asked for last at the end. Guarded by itself. */
    private final Map<Long, Kept> kept = new LinkedHashMap<>(4, 0.75f, true);

    PastEditions(
            AgroalDataSource database,
            Edition edition,
            History history,
            RecordChanges records,
            HistoryConfig settings,
            ObjectMapper mapper) {
        this.database = database;
        this.edition = edition;
        this.history = history;
        this.records = records;
        this.settings = settings;
        this.mapper = mapper;
    }

    /** A past record, and how many use it. */
    private final class Kept implements Use {
        private final PastDatabase filled;
        private int users;
        private boolean isEvicted;

        Kept(PastDatabase filled) {
            this.filled = filled;
        }

        @Override
        public PastDatabase database() {
            return filled;
        }

        @Override
        public void close() {
            synchronized (kept) {
                users--;
                closeIfUnused();
            }
        }

        private void evict() {
            isEvicted = true;
            closeIfUnused();
        }

        private void closeIfUnused() {
            if (isEvicted && users == 0) {
                filled.close();
            }
        }
    }

    @Override
    public Use find(Operation operation, KnownAt point) {
        operation.mustMayWait();
        try {
            Edition.Served now = edition.served();
            long number = number(point, now);
            if (number == now.change()) {
                return null;
            }
            Use use = used(number);
            return use == null ? made(operation, number) : use;
        } catch (SQLException e) {
            throw new IllegalStateException("A past record could not be read", e);
        }
    }

    private long number(KnownAt point, Edition.Served now) throws SQLException {
        if (point.change() != null) {
            if (point.change() < 0 || point.change() > now.change()) {
                throw new InvalidArgument("@knownAt(change:) must be 0 to " + now.change()
                        + ", the number of the last change, not " + point.change());
            }
            return point.change();
        }
        if (point.at().isAfter(Instant.now())) {
            throw new InvalidArgument("@knownAt(at:) must not be in the future, as " + point.at() + " is");
        }
        if (now.change() == 0) {
            return 0;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select max(number) from change where made_at <= ?")) {
            select.setObject(1, point.at().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Null if there is none. */
    private Use used(long number) {
        synchronized (kept) {
            Kept found = kept.get(number);
            if (found != null) {
                found.users++;
            }
            return found;
        }
    }

    private Use made(Operation operation, long number) throws SQLException {
        try {
            if (!making.tryLock(Math.max(0, operation.timeLeft()), TimeUnit.MILLISECONDS)) {
                throw new OutOfTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfTime();
        }
        try {
            Use found = used(number);
            return found == null ? keep(number, filled(number)) : found;
        } finally {
            making.unlock();
        }
    }

    private Use keep(long number, PastDatabase filled) {
        synchronized (kept) {
            Kept made = new Kept(filled);
            made.users = 1;
            kept.put(number, made);
            while (kept.size() > settings.editions()) {
                Map.Entry<Long, Kept> oldest = kept.entrySet().iterator().next();
                kept.remove(oldest.getKey());
                oldest.getValue().evict();
            }
            return made;
        }
    }

    private void mustNotExceed(long size, long most, String what) {
        if (size > most) {
            throw new PastTooLarge("@knownAt is for a record with at most " + most + " " + what
                    + " (parley.history.records), and this one has " + size
                    + " or more; history(id:) tells what one record was");
        }
    }

    private PastDatabase filled(long number) throws SQLException {
        mustNotExceed(edition.served().records(), 2L * settings.records(), "records");
        List<History.Made> changes = new ArrayList<>();
        List<Revision> revisions = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            history.read(connection, number, changes, revisions, (long) REVISIONS * settings.records() + 1);
        }
        mustNotExceed(revisions.size(), (long) REVISIONS * settings.records(), "revisions");
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        Set<String> erased = new TreeSet<>();
        for (Revision each : revisions) {
            if (each.getRow() == null) {
                bodies.remove(each.getId());
                numbers.remove(each.getId());
                if (each.erased() != null) {
                    erased.add(each.getId());
                } else {
                    erased.remove(each.getId());
                }
            } else {
                bodies.put(each.getId(), each.getRow());
                if (each.change() > 0) {
                    numbers.put(each.getId(), each.change());
                }
            }
        }
        mustNotExceed(bodies.size(), settings.records(), "records");
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        bodies.forEach((id, body) -> rows.put(id, RowTexts.row(body, mapper)));
        PastDatabase past = new PastDatabase();
        try {
            Connection connection = past.filling();
            connection.setAutoCommit(false);
            RecordChanges.Judgement judged = records.judge(connection, rows, Map.of());
            if (!judged.faults().isEmpty() && !erased.isEmpty()) {
                throw PastIncomplete.without(erased);
            }
            if (!judged.faults().isEmpty()) {
                throw new IllegalStateException("A row of the history breaks a rule of this Parley: "
                        + judged.faults().values().iterator().next().get(0));
            }
            records.fill(connection, judged);
            history.add(connection, changes, revisions);
            history.refer(connection, numbers, judged);
            connection.commit();
            Map<String, String> merged = Map.copyOf(judged.merged());
            past.leads(id -> merged.getOrDefault(id, id));
            return past;
        } catch (SQLException | RuntimeException e) {
            past.close();
            throw e;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (kept) {
            kept.values().forEach(Kept::evict);
            kept.clear();
        }
    }
}

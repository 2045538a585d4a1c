package org.parley.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.parley.graph.Operation;

/** Opens a {@link ReadTransaction} for each operation. Thread-safe. */
@Singleton
public class ReadTransactions {
    private final AgroalDataSource database;
    private final KeptSnapshots snapshots;
    private final RecordCache cache;
    private final SqlCount count;
    private final StatementTime time;

    ReadTransactions(
            AgroalDataSource database,
            KeptSnapshots snapshots,
            RecordCache cache,
            @PersistenceUnitExtension SqlCount count,
            StatementTime time) {
        this.database = database;
        this.snapshots = snapshots;
        this.cache = cache;
        this.count = count;
        this.time = time;
    }

    /** What is asked of the snapshot before anything else. */
    public interface First {

        /** @param snapshot a connection in a transaction of which the operation has not read anything */
        void of(Connection snapshot) throws SQLException;
    }

    /** Executes within one snapshot. */
    public <A> A snapshot(Operation operation, First first, Supplier<A> execution) {
        return within(operation, execution, first, false);
    }

    /** Executes an operation that changes the record, by transactions of its own, and reads what is committed by then. */
    public <A> A change(Operation operation, Supplier<A> execution) {
        return within(operation, execution, snapshot -> {}, true);
    }

    /** Executes a query on a record as it was. */
    public <A> A past(Operation operation, PastDatabase past, Supplier<A> execution) {
        operation.readsWith(past.redirects());
        try {
            return within(
                    new ReadTransaction(
                            operation, database, snapshots, cache, count, time, snapshot -> {}, false, past),
                    execution);
        } finally {
            operation.readsWith(null);
        }
    }

    private <A> A within(Operation operation, Supplier<A> execution, First first, boolean changes) {
        return within(
                new ReadTransaction(operation, database, snapshots, cache, count, time, first, changes, null),
                execution);
    }

    private static <A> A within(ReadTransaction transaction, Supplier<A> execution) {
        try {
            return execution.get();
        } finally {
            transaction.close();
        }
    }
}

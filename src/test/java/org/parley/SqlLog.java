package org.parley;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.store.SqlCount;

/** Every SQL statement that is sent by a session of Hibernate's, as the database is told it, so that a test can count those of one query. */
@PersistenceUnitExtension
@Alternative
@Priority(1)
public class SqlLog extends SqlCount {
    private static final long serialVersionUID = 1;
    private static final List<Sent> STATEMENTS = Collections.synchronizedList(new ArrayList<>());

    /** @param transaction what stands for it; "none" if there is none */
    public record Sent(String sql, Thread thread, Object transaction) {}

    @Override
    public String inspect(String sql) {
        String sent = super.inspect(sql);
        STATEMENTS.add(new Sent(sent, Thread.currentThread(), transaction()));
        return sent;
    }

    private static Object transaction() {
        Object key = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get()
                .getTransactionKey();
        return key == null ? "none" : key;
    }

    /** The statements of what runs inside. */
    public static List<String> of(Runnable work) {
        return sentBy(work).stream().map(Sent::sql).toList();
    }

    /** The statements of what runs inside, and who sent them. */
    public static List<Sent> sentBy(Runnable work) {
        STATEMENTS.clear();
        work.run();
        return List.copyOf(STATEMENTS);
    }
}

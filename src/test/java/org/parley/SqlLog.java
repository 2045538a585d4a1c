package org.parley;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.graph.Operation;
import org.parley.store.ReadTransaction;
import org.parley.store.SqlCount;

/** Every SQL statement that an operation sends, as the database gets it, so that a test can count those of one query. */
@PersistenceUnitExtension
@Alternative
@Priority(1)
public class SqlLog extends SqlCount {
    private static final long serialVersionUID = 1;
    private static final List<Sent> STATEMENTS = Collections.synchronizedList(new ArrayList<>());

    /** @param transaction null if Hibernate has sent it */
    public record Sent(String sql, Thread thread, ReadTransaction transaction) {}

    @Override
    public String inspect(String sql) {
        String sent = super.inspect(sql);
        STATEMENTS.add(new Sent(sent, Thread.currentThread(), null));
        return sent;
    }

    @Override
    public String inspect(String sql, Operation operation) {
        String sent = super.inspect(sql, operation);
        STATEMENTS.add(new Sent(sent, Thread.currentThread(), ReadTransaction.current()));
        return sent;
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

package org.parley.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.parley.graph.Operation;

/**
 * Counts the SQL statements of each operation, and translates them to the dialect of the database ({@link Sql#translated}).
 * Hibernate's own statistics count all operations together, and measure much more.
 */
@PersistenceUnitExtension
public class SqlCount implements StatementInspector {
    private static final long serialVersionUID = 1;

    /** How many translated texts are kept at most. */
    private static final int MOST_KEPT = 2000;

    /** Injected into the field: CDI makes a proxy of this bean, which needs a constructor without parameters. */
    @Inject
    transient Instance<Store> store;

    private final transient Map<String, String> translations = new ConcurrentHashMap<>();

    /** Called by Hibernate for each of its statements. */
    @Override
    public String inspect(String sql) {
        return counted(sql, Operation.current());
    }

    /**
     * To be called before a statement is sent.
     *
     * @return the text to send, the same object for equal texts
     * @throws org.parley.graph.OutOfTime if the operation is over
     */
    public String inspect(String sql, Operation operation) {
        return counted(sql, operation);
    }

    private String counted(String sql, Operation operation) {
        operation.asksDatabase();
        String sent = translations.get(sql);
        if (sent == null) {
            if (translations.size() >= MOST_KEPT) {
                translations.clear();
            }
            sent = Sql.translated(sql, store.get());
            translations.put(sql, sent);
        }
        return sent;
    }
}

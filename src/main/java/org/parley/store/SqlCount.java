package org.parley.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.parley.graph.Operation;

/**
 * Counts the SQL statements of each operation, and translates them to the dialect of the database ({@link Sql#translated}).
 * Hibernate's own statistics count all operations together, and measure much more.
 */
@PersistenceUnitExtension
public class SqlCount implements StatementInspector {
    private static final long serialVersionUID = 1;

    /** Injected into the field: CDI makes a proxy of this bean, which needs a constructor without parameters. */
    @Inject
    transient Instance<Store> store;

    @Override
    public String inspect(String sql) {
        Operation.current().asksDatabase();
        return Sql.translated(sql, store.get());
    }

    /** To be called before a statement is sent on this connection without Hibernate: renews its timeout. */
    public void isSentBy(Connection connection) throws SQLException {
        StatementTime.renew(store.get(), connection);
    }
}

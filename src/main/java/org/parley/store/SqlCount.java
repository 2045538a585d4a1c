package org.parley.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.parley.graph.Operation;

/**
 * Counts the SQL statements of each operation, and has them translated for the database. Hibernate's own statistics would count all
 * together, and much more.
 */
@PersistenceUnitExtension
public class SqlCount implements StatementInspector {
    private static final long serialVersionUID = 1;

    /** By a field, since this bean has a proxy, which is made without it. */
    @Inject
    transient Instance<Store> store;

    @Override
    public String inspect(String sql) {
        Operation.current().asksDatabase();
        return store.get().translated(sql);
    }

    /** A statement is sent on this connection next. */
    public void isSentBy(Connection connection) throws SQLException {
        StatementTime.renew(store.get(), connection);
    }
}

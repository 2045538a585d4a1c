package org.parley.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.parley.graph.Operation;

/** Counts the SQL statements of each operation. Hibernate's own statistics would count all together, and much more. */
@PersistenceUnitExtension
public class SqlCount implements StatementInspector {
    private static final long serialVersionUID = 1;

    @Override
    public String inspect(String sql) {
        Operation.current().asksDatabase();
        return sql;
    }
}

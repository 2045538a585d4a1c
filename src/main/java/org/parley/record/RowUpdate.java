package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.parley.lists.EntityTable;

/**
 * Updates all columns of an entity's row by JDBC. Hibernate can't: the entities of records are immutable, so that it keeps no copy of
 * each one that it reads. Deleting and inserting the row is impossible while other rows refer to it, since H2 has no deferred foreign
 * keys.
 */
final class RowUpdate {
    private RowUpdate() {}

    /** @param entities entities with an id of one column, whose rows exist */
    static void update(Connection connection, List<?> entities) throws SQLException {
        for (Object entity : entities) {
            EntityTable<?> table = EntityTable.of(entity.getClass());
            Object[] values = table.values(entity);
            try (PreparedStatement update = connection.prepareStatement(table.update())) {
                for (int i = 1; i < values.length; i++) {
                    update.setObject(i, values[i]);
                }
                update.setObject(values.length, values[0]);
                update.executeUpdate();
            }
        }
    }
}

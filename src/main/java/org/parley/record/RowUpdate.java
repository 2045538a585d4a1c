package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.descriptor.ValueBinder;

/**
 * Writes all columns of an entity to its row. Hibernate does not update the entities of records, which are immutable so that reading
 * them keeps no copy of each; nor can a row be deleted and inserted anew while others refer to it, since H2 defers no foreign key.
 */
final class RowUpdate {
    private final SessionFactoryImplementor hibernate;

    RowUpdate(SessionFactoryImplementor hibernate) {
        this.hibernate = hibernate;
    }

    /** The table of an entity's rows, in lower case. */
    static String table(SessionFactoryImplementor hibernate, Class<?> entity) {
        return hibernate
                .getMappingMetamodel()
                .getEntityDescriptor(entity)
                .getMappedTableDetails()
                .getTableName()
                .toLowerCase(Locale.ROOT);
    }

    /** @param entities each of columns with basic values or lists of texts, and an id of one column; their rows are there */
    void update(Connection connection, List<?> entities) throws SQLException {
        for (Object entity : entities) {
            EntityPersister persister = hibernate.getMappingMetamodel().getEntityDescriptor(entity.getClass());
            List<SelectableMapping> columns = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            persister.forEachAttributeMapping(attribute -> {
                columns.add(column(attribute));
                values.add(attribute.getValue(entity));
            });
            SelectableMapping id = persister.getIdentifierMapping().getSelectable(0);
            String sql = "update " + table(hibernate, entity.getClass()) + " set "
                    + columns.stream()
                            .map(column -> column.getSelectionExpression() + " = ?")
                            .collect(Collectors.joining(", "))
                    + " where " + id.getSelectionExpression() + " = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < columns.size(); i++) {
                    bind(update, i + 1, columns.get(i).getJdbcMapping(), values.get(i));
                }
                bind(update, columns.size() + 1, id.getJdbcMapping(), persister.getIdentifier(entity));
                update.executeUpdate();
            }
        }
    }

    private static SelectableMapping column(AttributeMapping attribute) {
        if (attribute.getJdbcTypeCount() != 1) {
            throw new IllegalStateException(attribute.getNavigableRole() + " is not of one column");
        }
        return attribute.getSelectable(0);
    }

    private void bind(PreparedStatement statement, int place, JdbcMapping mapping, Object value) throws SQLException {
        if (value instanceof List<?> texts) {
            // Hibernate would need a session of its own for an array.
            statement.setArray(place, statement.getConnection().createArrayOf("varchar", texts.toArray()));
            return;
        }
        @SuppressWarnings("unchecked") // of what the mapping converts to
        ValueBinder<Object> binder = mapping.getJdbcValueBinder();
        binder.bind(statement, mapping.convertToRelationalValue(value), place, hibernate.getWrapperOptions());
    }
}

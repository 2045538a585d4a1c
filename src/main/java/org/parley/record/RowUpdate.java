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
 * Updates all columns of an entity's row by JDBC. Hibernate can't: the entities of records are immutable, so that it keeps no copy of
 * each one that it reads. Deleting and inserting the row is impossible while other rows refer to it, since H2 has no deferred foreign
 * keys.
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

    /** @param entities entities whose columns hold basic values or lists of strings, with an id of one column, and whose rows exist */
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

    static SelectableMapping column(AttributeMapping attribute) {
        if (attribute.getJdbcTypeCount() != 1) {
            throw new IllegalStateException(attribute.getNavigableRole() + " does not have exactly one column");
        }
        return attribute.getSelectable(0);
    }

    private void bind(PreparedStatement statement, int place, JdbcMapping mapping, Object value) throws SQLException {
        if (value instanceof List<?> texts) {
            // To bind an array, Hibernate would need a session of its own.
            statement.setArray(place, statement.getConnection().createArrayOf("varchar", texts.toArray()));
            return;
        }
        @SuppressWarnings("unchecked") // the binder of the type that the mapping converts to
        ValueBinder<Object> binder = mapping.getJdbcValueBinder();
        binder.bind(statement, mapping.convertToRelationalValue(value), place, hibernate.getWrapperOptions());
    }
}

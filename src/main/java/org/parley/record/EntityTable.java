package org.parley.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The columns of an entity's table, and their values, so that a load inserts rows by JDBC alone: Hibernate's own inserts take several times
 * as long. Thread-safe.
 */
final class EntityTable {
    private final String name;
    private final EntityPersister persister;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    private EntityTable(SessionFactoryImplementor hibernate, Class<?> entity) {
        name = RowUpdate.table(hibernate, entity);
        persister = hibernate.getMappingMetamodel().getEntityDescriptor(entity);
        EntityIdentifierMapping id = persister.getIdentifierMapping();
        Consumer<AttributeMapping> add = attribute -> {
            attributes.add(attribute);
            columns.add(RowUpdate.column(attribute).getSelectionExpression());
        };
        if (id instanceof NonAggregatedIdentifierMapping several) {
            several.getVirtualIdEmbeddable().forEachAttributeMapping(add);
        } else {
            attributes.add(null);
            columns.add(id.getSelectable(0).getSelectionExpression());
        }
        persister.forEachAttributeMapping(attribute -> {
            // Hibernate adds the id of several columns as an attribute of its own.
            if (!(attribute instanceof EmbeddedAttributeMapping)) {
                add.accept(attribute);
            }
        });
    }

    /** The tables of entities, which are looked up once. */
    static final class All {
        private final Supplier<SessionFactoryImplementor> hibernate;
        private final Map<Class<?>, EntityTable> byType = new ConcurrentHashMap<>();

        All(Supplier<SessionFactoryImplementor> hibernate) {
            this.hibernate = hibernate;
        }

        EntityTable of(Class<?> entity) {
            return byType.computeIfAbsent(entity, type -> new EntityTable(hibernate.get(), type));
        }
    }

    /** In lower case. */
    String name() {
        return name;
    }

    /** The SQL that inserts a row; its parameters are {@link #values}. */
    String insert() {
        return insert(name, columns);
    }

    static String insert(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + Collections.nCopies(columns.size(), "?").stream().collect(Collectors.joining(", ")) + ")";
    }

    /** The values of an entity's columns, as JDBC takes them: an enum constant as its name, a list of texts as an array. */
    Object[] values(Object entity) {
        Object[] values = new Object[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            AttributeMapping attribute = attributes.get(i);
            Object value = attribute == null ? persister.getIdentifier(entity) : attribute.getValue(entity);
            values[i] = value instanceof Enum<?> constant
                    ? constant.name()
                    : value instanceof List<?> texts ? texts.toArray(new String[0]) : value;
        }
        return values;
    }
}

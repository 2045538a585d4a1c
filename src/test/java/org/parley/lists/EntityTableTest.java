package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.parley.graph.Operation;
import org.parley.store.ReadTransactions;
import org.parley.store.Sql;

/** Rows become the same objects as Hibernate makes of them, which maps the same classes. */
@QuarkusTest
class EntityTableTest {
    @Inject
    SessionFactory hibernate;

    @Inject
    ReadTransactions reads;

    @Test
    void every_row_of_every_entity_becomes_what_hibernate_makes_of_it() throws SQLException {
        List<Class<?>> types = new ArrayList<>();
        hibernate.getMetamodel().getEntities().forEach(entity -> types.add(entity.getJavaType()));
        assertThat(types).hasSizeGreaterThan(25);
        int rows = 0;
        for (Class<?> type : types) {
            rows += assertSame(type);
        }
        assertThat(rows).isGreaterThan(1000);
    }

    private <T> int assertSame(Class<T> type) {
        EntityTable<T> table = EntityTable.of(type);
        List<T> read = new ArrayList<>();
        reads.snapshot(Operation.current(), snapshot -> {}, () -> {
            Sql.read(
                    "select " + table.columns("r") + " from " + table.name() + " r",
                    List.of(),
                    row -> read.add(table.read(row, 1)));
            return null;
        });
        try (StatelessSession session = hibernate.openStatelessSession()) {
            List<T> expected =
                    session.createQuery("from " + type.getName(), type).getResultList();
            assertThat(read)
                    .as(type.getName())
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            // What Hibernate has added to the class, to note changes.
                            .withIgnoredFieldsMatchingRegexes("\\$\\$_hibernate_.*")
                            .build())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        return read.size();
    }
}

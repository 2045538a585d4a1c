package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.MutationCoordinator;
import org.hibernate.sql.model.jdbc.JdbcMutationOperation;
import org.junit.jupiter.api.Test;
import org.parley.actor.Actor;

/** That it still does what Hibernate's own does, where that is asked for. */
@QuarkusTest
class RecordPersisterTest {
    @Inject
    SessionFactory factory;

    private List<EntityPersister> persisters() {
        List<EntityPersister> found = new ArrayList<>();
        factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(found::add);
        return found;
    }

    /** Hibernate's own where this tuning is off. */
    @Test
    void every_entity_has_one() {
        assertThat(persisters())
                .hasSizeGreaterThan(20)
                .allMatch(persister -> persister instanceof RecordPersister == Tuning.RECORD_PERSISTER.isOn());
    }

    @Test
    void every_entity_can_be_written_in_every_way() {
        for (EntityPersister persister : persisters()) {
            assertThat(sql(persister.getInsertCoordinator())).startsWith("insert into ");
            assertThat(sql(persister.getUpdateCoordinator())).startsWith("update ");
            assertThat(sql(persister.getDeleteCoordinator())).startsWith("delete from ");
            assertThat(sql(persister.getMergeCoordinator())).startsWith("merge into ");
            assertThat(persister.getInsertCoordinator()).isSameAs(persister.getInsertCoordinator());
        }
    }

    private static String sql(MutationCoordinator coordinator) {
        JdbcMutationOperation operation = (JdbcMutationOperation)
                coordinator.getStaticMutationOperationGroup().getSingleOperation();
        return operation.getSqlString();
    }

    @Test
    void an_entity_can_be_loaded_and_compared_with_its_row() {
        factory.inSession(session -> {
            assertThat(session.find(Actor.class, "actor/dmitry-peskov").getId()).isEqualTo("actor/dmitry-peskov");
            EntityPersister persister = persisters().stream()
                    .filter(each -> each.getMappedClass() == Actor.class)
                    .findFirst()
                    .orElseThrow();
            SessionImplementor inside = session.unwrap(SessionImplementor.class);
            assertThat(Stream.of(persister.getDatabaseSnapshot("actor/dmitry-peskov", inside)))
                    .contains("Dmitry Peskov");
            assertThat(persister.getDatabaseSnapshot("actor/nobody", inside)).isNull();
        });
    }
}

package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.property.access.internal.PropertyAccessEmbeddedImpl;
import org.hibernate.property.access.spi.PropertyAccess;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FieldAccessTest {
    @Inject
    SessionFactory factory;

    /** Hibernate's own, which looks for a getter and a setter of each field, where this tuning is off. */
    @Test
    void every_field_of_every_entity_is_accessed_by_it() {
        List<PropertyAccess> accesses = new ArrayList<>();
        factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity ->
                        entity.forEachAttributeMapping(attribute -> accesses.add(attribute.getPropertyAccess())));
        // An id of several columns has no field of its own.
        accesses.removeIf(PropertyAccessEmbeddedImpl.class::isInstance);
        assertThat(accesses).hasSizeGreaterThan(150).allSatisfy(access -> assertThat(
                        access.getClass().getName().startsWith(FieldAccess.class.getName() + "$"))
                .as(access.getClass().getName())
                .isEqualTo(Tuning.FIELD_ACCESS.isOn()));
    }
}

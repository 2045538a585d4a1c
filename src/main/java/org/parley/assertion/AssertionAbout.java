package org.parley.assertion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A record of any kind that an assertion is about. */
@Entity
@Immutable
@Table(name = "assertion_about")
@IdClass(AssertionAbout.Key.class)
class AssertionAbout {
    @Id
    @Column(name = "assertion_id")
    String assertionId;

    @Id
    int ordinal;

    @Column(name = "record_id")
    String recordId;

    /** Required by Hibernate. */
    protected AssertionAbout() {}

    AssertionAbout(Assertion assertion, int ordinal, String recordId) {
        this.assertionId = assertion.id;
        this.ordinal = ordinal;
        this.recordId = recordId;
    }

    record Key(String assertionId, int ordinal) implements Serializable {}
}

package org.parley.disagreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A record of any kind that a disagreement is about. */
@Entity
@Immutable
@Table(name = "disagreement_about")
@IdClass(DisagreementAbout.Key.class)
class DisagreementAbout {
    @Id
    @Column(name = "disagreement_id")
    String disagreementId;

    @Id
    int ordinal;

    @Column(name = "record_id")
    String recordId;

    /** Required by Hibernate. */
    protected DisagreementAbout() {}

    DisagreementAbout(Disagreement disagreement, int ordinal, String recordId) {
        this.disagreementId = disagreement.id;
        this.ordinal = ordinal;
        this.recordId = recordId;
    }

    record Key(String disagreementId, int ordinal) implements Serializable {}
}

package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A round that a source ties the incident to; one row for each of several rounds. */
@Entity
@Immutable
@Table(name = "incident_tie")
@IdClass(IncidentTie.Key.class)
class IncidentTie {
    @Id
    @Column(name = "incident_id")
    String incidentId;

    @Id
    int ordinal;

    @Column(name = "round_id")
    String roundId;

    /** Required by Hibernate. */
    protected IncidentTie() {}

    IncidentTie(Incident incident, int ordinal, String roundId) {
        this.incidentId = incident.id;
        this.ordinal = ordinal;
        this.roundId = roundId;
    }

    record Key(String incidentId, int ordinal) implements Serializable {}
}

package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.parley.lists.Dated;

/** Who is named by an attribution of the incident, blamed or blaming; one row for each of several actors. */
@Entity
@Immutable
@Table(name = "incident_actor")
@IdClass(IncidentActor.Key.class)
class IncidentActor extends Dated {
    @Id
    @Column(name = "incident_id")
    String incidentId;

    @Id
    @Column(name = "actor_id")
    String actorId;

    /** Required by Hibernate. */
    protected IncidentActor() {}

    IncidentActor(Incident incident, String actorId) {
        super(incident);
        this.incidentId = incident.id;
        this.actorId = actorId;
    }

    record Key(String incidentId, String actorId) implements Serializable {}
}

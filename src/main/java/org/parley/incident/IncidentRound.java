package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;
import org.parley.lists.Dated;

/** When an incident happened as seen from a round; worked out by {@link IncidentsByRound}. */
@Entity
@Immutable
@Table(name = "incident_round")
@IdClass(IncidentRound.Key.class)
class IncidentRound extends Dated {
    /** In the round by its days, or tied to it by a source. */
    static final String DURING = "DURING";

    /** After the round that came before, and before this one. */
    static final String BEFORE = "BEFORE";

    @Id
    @Column(name = "incident_id")
    String incidentId;

    @Id
    @Column(name = "round_id")
    String roundId;

    @Id
    String relation;

    record Key(String incidentId, String roundId, String relation) implements Serializable {}
}

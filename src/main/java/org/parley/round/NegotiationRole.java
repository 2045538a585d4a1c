package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.source.Cited;

/** What an actor is in a negotiation; an actor may have several roles, each by its own sources. */
@Entity
@Immutable
@Table(name = "negotiation_role")
@Description("What an actor is in a negotiation; an actor may have several roles, each by its own sources.")
public class NegotiationRole implements Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "negotiation_id")
    String negotiationId;

    @Column(name = "actor_id")
    String actorId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("The role.")
    public NegotiationRoleKind role;

    @Description("What else to know about the role; null if nothing.")
    public String note;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The negotiation's id and the role's place among the negotiation's roles.")
    public String getId() {
        return id;
    }
}

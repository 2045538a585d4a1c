package org.parley.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.lists.Dated;
import org.parley.source.Cited;

/** An actor's part in a round. It repeats the round's columns of time, so that an actor's rounds can be listed in order. */
@Entity
@Immutable
@Description("An actor's part in a round.")
public class Participation extends Dated implements Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "round_id")
    String roundId;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "side_id")
    String sideId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What the actor is in the round.")
    public ParticipationRole role;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How the actor is known to have been there.")
    public Presence presence;

    @Description("What else to know about the actor's part; null if nothing.")
    public String note;

    /** Required by Hibernate. */
    protected Participation() {}

    Participation(Round round, int ordinal) {
        super(round);
        this.id = round.id + "/participant/" + ordinal;
        this.ordinal = ordinal;
        this.roundId = round.id;
    }

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The round's id and the participant's place among the round's participants.")
    public String getId() {
        return id;
    }
}

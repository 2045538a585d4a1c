package org.parley.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.lists.ListOrder;
import org.parley.source.Cited;

/** Somebody who takes part, speaks or is spoken of. */
@Entity
@Immutable
@Description("Somebody who takes part, speaks or is spoken of: a state, bloc, organisation, person or group.")
public class Actor implements Node, Identified, Cited {
    @Id
    String id;

    @NonNull
    @Description("The name that Parley uses; other forms are in names.")
    public String name;

    @Column(name = "name_key")
    String nameKey;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What the actor is.")
    public ActorKind kind;

    @NonNull
    @Description("Who this is, as the sources tell it, in Parley's words.")
    public String description;

    @Column(name = "country_code")
    @Description("ISO 3166-1 alpha-2; null where the actor is no state or the sources tie it to none.")
    public String countryCode;

    @Column(name = "side_id")
    String sideId;

    /** The id of the party that the actor speaks for, or its own if it speaks for none. */
    @Ignore
    public String sideOrSelf() {
        return sideId == null ? id : sideId;
    }

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: actor/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("The name that Parley uses, as in name.")
    public String getTitle() {
        return name;
    }

    /**
     * The party that this actor speaks for. If it speaks for none, a state or bloc is its own party, and for any other actor this is
     * null.
     */
    @Ignore
    public String partyId() {
        return sideId != null ? sideId : kind == ActorKind.STATE || kind == ActorKind.BLOC ? id : null;
    }

    /** The collation key of the name (see {@link org.parley.lists.Collation}). */
    @Ignore
    public String nameKey() {
        return nameKey;
    }

    String sortKey(ListOrder order) {
        return nameKey;
    }
}

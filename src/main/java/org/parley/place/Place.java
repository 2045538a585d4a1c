package org.parley.place;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.graph.Node;
import org.parley.identifier.Identified;
import org.parley.lists.ListOrder;

/** A country, region, city, town or site that the record speaks of. */
@Entity
@Immutable
@Description("A country, region, city, town or site that the record speaks of.")
public class Place implements Node, Identified {
    @Id
    String id;

    @NonNull
    @Description("The name that Parley uses; other forms are in names.")
    public String name;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How large the place is.")
    public PlaceKind kind;

    @Column(name = "country_code")
    @Description("ISO 3166-1 alpha-2 of the country it is in, or is; null if that is not settled.")
    public String countryCode;

    @Column(name = "within_id")
    String withinId;

    @Description("Degrees north, -90 to 90, WGS 84; null if not recorded.")
    public Double latitude;

    @Description("Degrees east, -180 to 180, WGS 84; null if not recorded.")
    public Double longitude;

    @Enumerated(EnumType.STRING)
    @Column(name = "precision_level")
    @Description("How fine the coordinates are; null where there are none.")
    public PlacePrecision precision;

    @Column(name = "coordinates_note")
    @Description("Where the coordinates come from; null if there is nothing to explain, or no coordinates.")
    public String coordinatesNote;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("Readable, stable and globally unique: place/ and a slug.")
    public String getId() {
        return id;
    }

    @Override
    @NonNull
    @Description("The name that Parley uses, as in name.")
    public String getTitle() {
        return name;
    }

    String sortKey(ListOrder order) {
        return id;
    }
}

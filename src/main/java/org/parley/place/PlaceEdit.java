package org.parley.place;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.NameInput;

/** The edit of a place. */
@Input("PlaceEdit")
@Description("A row of a place: a new one, or what changes in an old one.")
public class PlaceEdit extends RawInput {
    @NonNull
    @Id
    @Description("The place's id; of a new record one that no place has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("The name to show.")
    public String name;

    @Description("How large the place is.")
    public PlaceKind kind;

    @Description("ISO 3166-1 alpha-2 of the country that it is in, or is.")
    public String countryCode;

    @Id
    @Description("The larger place that it lies in.")
    public String within;

    @Description("Degrees north, -90 to 90, WGS 84; only with a longitude.")
    public Double latitude;

    @Description("Degrees east, -180 to 180, WGS 84; only with a latitude.")
    public Double longitude;

    @Description("How fine the coordinates are.")
    public PlacePrecision precision;

    @Description("Where the coordinates come from.")
    public String coordinatesNote;

    @Description("The forms of the name.")
    public List<@NonNull NameInput> names;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;
}

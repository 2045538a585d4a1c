package org.parley.place;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;

/** A form of a place's name. */
@Entity
@Immutable
@Table(name = "place_name")
@IdClass(PlaceName.Key.class)
@Description("A form of a place's name.")
public class PlaceName {
    @Id
    @Column(name = "place_id")
    String placeId;

    @Id
    int ordinal;

    @NonNull
    @Description("The name in this form.")
    public String text;

    @Description("The language of the form, BCP 47; null if it belongs to none in particular.")
    public String language;

    @Description("Whether this is the place's name in another spelling or script, and not another name.")
    public boolean spelling;

    @Column(name = "source_ids")
    List<String> sourceIds;

    record Key(String placeId, int ordinal) implements Serializable {}
}

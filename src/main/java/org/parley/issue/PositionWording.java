package org.parley.issue;

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
import org.parley.record.LineRange;

/** The extent of a position as one source states it. */
@Entity
@Immutable
@Table(name = "position_wording")
@IdClass(PositionWording.Key.class)
@Description("The extent of a position as one source states it.")
public class PositionWording {
    @Id
    @Column(name = "position_id")
    String positionId;

    @Id
    int ordinal;

    @Column(name = "source_id")
    String sourceId;

    @NonNull
    @Description(
            "Where in the source: lines of its document, counted from 1, such as line 3 or lines 10-12, or another place, such as page 7.")
    public String locator;

    @NonNull
    @Description("The extent, in Parley's words around the few of the source that carry it.")
    public String wording;

    @NonNull
    @Description("The lines of the source's document that the locator names; empty if it names another place.")
    public List<@NonNull LineRange> getLines() {
        return LineRange.namedBy(locator);
    }

    record Key(String positionId, int ordinal) implements Serializable {}
}

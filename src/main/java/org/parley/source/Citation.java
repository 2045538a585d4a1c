package org.parley.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.record.LineRange;

/** A place in a source that supports a fact. */
@Entity
@Immutable
@IdClass(Citation.Key.class)
@Description("A place in a source that supports a fact.")
public class Citation {
    @Id
    @Column(name = "record_id")
    String recordId;

    @Id
    int ordinal;

    @Column(name = "source_id")
    String sourceId;

    @NonNull
    @Description(
            "Where in the source: lines of its document, counted from 1, such as line 3 or lines 10-12, or another place, such as page 7.")
    public String locator;

    @Description("What to know about this support; null if nothing.")
    public String note;

    @NonNull
    @Description("The lines of the source's document that the locator names; empty if it names another place.")
    public List<@NonNull LineRange> getLines() {
        return LineRange.namedBy(locator);
    }

    record Key(String recordId, int ordinal) implements Serializable {}
}

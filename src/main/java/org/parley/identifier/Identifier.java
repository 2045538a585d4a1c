package org.parley.identifier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;

/** The id of a record in another data set, catalogue or register. */
@Entity
@Immutable
@IdClass(Identifier.Key.class)
@Description("The id of a record in another data set, catalogue or register.")
public class Identifier {
    @Id
    @Column(name = "record_id")
    String recordId;

    @Id
    int ordinal;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("Whose id it is.")
    public IdentifierScheme scheme;

    /** The column is not called value, a keyword of SQL. */
    @NonNull
    @Column(name = "notation")
    @Description("The id, as the scheme writes it.")
    public String value;

    private String url;

    @Description(
            "A web page about what has this id: the one that is recorded, or otherwise that of the scheme; null if there is neither.")
    public String getUrl() {
        return url == null ? scheme.address(value) : url;
    }

    record Key(String recordId, int ordinal) implements Serializable {}
}

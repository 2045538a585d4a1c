package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;

/** What an incident is in a scheme of conflict data, by Parley's own classification. */
@Entity
@Immutable
@Table(name = "incident_code")
@IdClass(Code.Key.class)
@Description("What an incident is in a scheme of conflict data, by Parley's own classification.")
public class Code {
    @Id
    @Column(name = "incident_id")
    String incidentId;

    @Id
    int ordinal;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("The scheme.")
    public CodeScheme scheme;

    @NonNull
    @Description("The code, as the scheme writes it.")
    public String code;

    @NonNull
    @Description("What the code means, in the scheme's words.")
    public String label;

    record Key(String incidentId, int ordinal) implements Serializable {}
}

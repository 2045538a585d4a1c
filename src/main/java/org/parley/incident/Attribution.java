package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.source.Cited;

/** Who is said to have caused an incident, if anybody, and who says so. */
@Entity
@Immutable
@Description("Who is said to have caused an incident, if anybody, and who says so.")
public class Attribution implements Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "incident_id")
    String incidentId;

    @Column(name = "blamed_id")
    String blamedId;

    @Column(name = "by_id")
    String byId;

    @Description(
            "Whether a source says that the one who is blamed, or another, denies it or blames somebody else; false if no source says so, which does not mean that nobody does.")
    public boolean disputed;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The incident's id and the attribution's place among the incident's attributions.")
    public String getId() {
        return id;
    }
}

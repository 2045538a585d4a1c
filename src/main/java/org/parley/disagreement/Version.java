package org.parley.disagreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.source.Cited;

/** One answer to the question of a disagreement. */
@Entity
@Immutable
@Description(
        "One answer to the question of a disagreement. Two may rest on one source, when its text can be read in two ways.")
public class Version implements Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "disagreement_id")
    String disagreementId;

    @NonNull
    @Description("The answer, in Parley's words.")
    public String reading;

    @Column(name = "source_ids")
    List<String> sourceIds;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The disagreement's id and the version's place among its versions.")
    public String getId() {
        return id;
    }
}

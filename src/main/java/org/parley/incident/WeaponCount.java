package org.parley.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;

/** A kind of weapon that was used, and how many. */
@Entity
@Immutable
@Table(name = "weapon_count")
@IdClass(WeaponCount.Key.class)
@Description("A kind of weapon that was used, and how many.")
public class WeaponCount {
    @Id
    @Column(name = "incident_id")
    String incidentId;

    @Id
    int ordinal;

    @NonNull
    @Description("The kind in one word, in the singular, such as drone.")
    public String kind;

    @Column(name = "amount")
    @Description("How many; null if the sources give no number.")
    public Integer count;

    record Key(String incidentId, int ordinal) implements Serializable {}
}

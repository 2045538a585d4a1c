package org.parley.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;
import org.parley.source.Cited;

/** What ties a person or body to an organisation (Popolo: Membership). */
@Entity
@Immutable
@Description("What ties an actor to an organisation, state or bloc: an office, a function, a place in its team.")
public class Affiliation implements Cited {
    @Id
    String id;

    int ordinal;

    @Column(name = "person_id")
    String personId;

    @Column(name = "organization_id")
    String organizationId;

    @Description("The office or function, as the sources call it; null if they name none.")
    public String title;

    @Column(name = "from_date")
    @Description("The first day; null where the sources do not say.")
    public LocalDate from;

    @Column(name = "to_date")
    @Description("The last day; null where the sources do not say, or it has not come.")
    public LocalDate to;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The actor's id and the affiliation's place among the actor's affiliations.")
    public String getId() {
        return id;
    }

    /** Whether it may have held on a day: an unknown bound excludes nothing. */
    @Ignore
    public boolean coversOrMay(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}

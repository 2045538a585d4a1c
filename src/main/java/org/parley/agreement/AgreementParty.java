package org.parley.agreement;

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

/** Somebody whom an agreement names as a party, third party, witness or guarantor. */
@Entity
@Immutable
@Table(name = "agreement_party")
@IdClass(AgreementParty.Key.class)
@Description("Somebody whom an agreement names as a party, third party, witness or guarantor.")
public class AgreementParty {
    @Id
    @Column(name = "agreement_id")
    String agreementId;

    @Id
    int ordinal;

    @Column(name = "actor_id")
    String actorId;

    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("Its role in the agreement.")
    public AgreementRole role;

    @Description("Whether it signed; null if not stated.")
    public Boolean signed;

    @Column(name = "as_written")
    @Description(
            "How the document or the data set names it, or several of them; null if nothing differs from the actor's name.")
    public String asWritten;

    record Key(String agreementId, int ordinal) implements Serializable {}
}

package org.parley.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;

/** What an agreement provides for on an issue. */
@Entity
@Immutable
@Table(name = "agreement_provision")
@IdClass(AgreementProvision.Key.class)
@Description("What an agreement provides for on an issue.")
public class AgreementProvision {
    @Id
    @Column(name = "agreement_id")
    String agreementId;

    @Id
    int ordinal;

    @Column(name = "issue_id")
    String issueId;

    @NonNull
    @Description(
            "How much it provides for, as PA-X counts: 1 mentions the issue, 2 has more on it, 3 is detailed and says how it is carried out.")
    public Integer weight;

    @Description("The document's own words; null if none are recorded.")
    public String quote;

    @Description("Where in the document, such as article 3; null if not recorded.")
    public String locator;

    @Column(name = "is_verified")
    @Description(
            "True if the quote was found, word for word, in the lines of the agreement's document that the locator names, or anywhere in the document where it names no lines; null where nothing was proved: there is no quote, or Parley was given no document.")
    public Boolean verified;

    record Key(String agreementId, int ordinal) implements Serializable {}
}

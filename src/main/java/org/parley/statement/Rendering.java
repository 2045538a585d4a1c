package org.parley.statement;

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

/** One utterance as one source words it. */
@Entity
@Immutable
@IdClass(Rendering.Key.class)
@Description("One utterance as one source words it.")
public class Rendering {
    @Id
    @Column(name = "statement_id")
    String statementId;

    @Id
    int ordinal;

    @Column(name = "source_id")
    String sourceId;

    @NonNull
    @Description(
            "Where in the source: lines of its document, counted from 1, such as line 3 or lines 10-12, or another place, such as page 7.")
    public String locator;

    @Column(name = "is_verbatim")
    @Description(
            "Whether the wording is the source's own quotation, character for character; otherwise it is Parley's wording of what the source tells.")
    public boolean verbatim;

    @NonNull
    @Description("The wording.")
    public String wording;

    @Column(name = "is_verified")
    @Description(
            "True if the wording was found, word for word, in the lines of the source's document that the locator names, or anywhere in the document where the locator names no lines; null if it could not be checked: the wording is not verbatim, or Parley does not have the document.")
    public Boolean verified;

    @NonNull
    @Description("The lines of the source's document that the locator names; empty if it names another place.")
    public List<@NonNull LineRange> getLines() {
        return LineRange.namedBy(locator);
    }

    record Key(String statementId, int ordinal) implements Serializable {}
}

package org.parley.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.Immutable;

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
    @Description("Where in the source: a line or a range of lines of its document, such as line 3.")
    public String locator;

    @Column(name = "is_verbatim")
    @Description(
            "Whether the wording is the source's own quotation, character for character; otherwise it is Parley's wording of what the source tells.")
    public boolean verbatim;

    @NonNull
    @Description("The wording.")
    public String wording;

    record Key(String statementId, int ordinal) implements Serializable {}
}

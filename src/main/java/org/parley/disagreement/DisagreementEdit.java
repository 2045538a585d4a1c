package org.parley.disagreement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;

/** The edit of a disagreement. */
@Input("DisagreementEdit")
@Description("A row of a disagreement: a new one, or what changes in an old one.")
public class DisagreementEdit extends RawInput {
    @NonNull
    @Id
    @Description("The disagreement's id; of a new record one that no disagreement has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("What is open, as a question.")
    public String question;

    @Description("What the versions differ in.")
    public DisagreementKind kind;

    @Description("The answers that the sources give.")
    public List<@NonNull VersionInput> versions;

    @Description("How the record deals with it.")
    public String note;

    @Id
    @Description("The records that it is about: full ids, as round/abu-dhabi-2.")
    public List<@NonNull String> about;
}

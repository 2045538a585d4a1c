package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** The edit of a position. */
@Input("PositionEdit")
@Description("A row of a position: a new one, or what changes in an old one.")
public class PositionEdit extends RawInput {
    @NonNull
    @Id
    @Description("The position's id; of a new record one that no position has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Id
    @Description("The actor who holds it.")
    public String actor;

    @Id
    @Description("The issue that it is about.")
    public String issue;

    @Description("The attitude that it takes.")
    public Stance stance;

    @Description("What is wanted, in your own words.")
    public String summary;

    @Description("Its extent as each source states it.")
    public List<@NonNull WordingInput> wordings;

    @Id
    @Description("The statements in which the position was taken.")
    public List<@NonNull String> statements;

    @Description("What else to know about it.")
    public String note;

    @Description("Further places in sources: each wording counts as one.")
    public List<@NonNull CitationInput> citations;
}

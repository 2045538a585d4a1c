package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.identifier.IdentifierInput;
import org.parley.source.CitationInput;

/** The edit of an issue. */
@Input("IssueEdit")
@Description("A row of an issue: a new one, or what changes in an old one.")
public class IssueEdit extends RawInput {
    @NonNull
    @Id
    @Description("The issue's id; of a new record one that no issue has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("What to call it, in a few words.")
    public String name;

    @Description("What is in question, in your own words.")
    public String description;

    @Description("Its ids in other data sets.")
    public List<@NonNull IdentifierInput> identifiers;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}

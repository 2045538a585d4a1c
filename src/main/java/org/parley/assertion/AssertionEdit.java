package org.parley.assertion;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RawInput;
import org.parley.source.CitationInput;

/** The edit of an assertion. */
@Input("AssertionEdit")
@Description("A row of an assertion: a new one, or what changes in an old one.")
public class AssertionEdit extends RawInput {
    @NonNull
    @Id
    @Description("The assertion's id; of a new record one that no assertion has.")
    public String id;

    @Description("The number of the change from which the record was read; left out for a new record.")
    public Integer expect;

    @Description("What is asserted, in your own words.")
    public String summary;

    @Id
    @Description("The issues that it touches.")
    public List<@NonNull String> issues;

    @Id
    @Description("The records that it is about: full ids, as round/abu-dhabi-2.")
    public List<@NonNull String> about;

    @Description("The places in sources that it rests on.")
    public List<@NonNull CitationInput> citations;
}

package org.parley.change;

import io.smallrye.graphql.api.OneOf;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.actor.ActorEdit;
import org.parley.agreement.AgreementEdit;
import org.parley.assertion.AssertionEdit;
import org.parley.disagreement.DisagreementEdit;
import org.parley.figure.FigureEdit;
import org.parley.graph.RawInput;
import org.parley.incident.IncidentEdit;
import org.parley.issue.IssueEdit;
import org.parley.issue.PositionEdit;
import org.parley.place.PlaceEdit;
import org.parley.round.NegotiationEdit;
import org.parley.round.RoundEdit;
import org.parley.source.SourceEdit;
import org.parley.statement.StatementEdit;

/** What happens to one record. A new kind of record adds its edit here. */
@OneOf
@Input("Edit")
@Description(
        "What happens to one record: exactly one of these. A row has the keys of the seed, and its rules say which are required. In a row that exists, a key that is left out stays as it is, one that is null or [] is removed, and a list is replaced as a whole. An id is a slug or a full id: umerov or actor/umerov.")
public class Edit extends RawInput {
    @Description("The row of a source.")
    public SourceEdit source;

    @Description("The row of an actor.")
    public ActorEdit actor;

    @Description("The row of a place.")
    public PlaceEdit place;

    @Description("The row of an issue.")
    public IssueEdit issue;

    @Description("The row of a negotiation.")
    public NegotiationEdit negotiation;

    @Description("The row of a round.")
    public RoundEdit round;

    @Description("The row of a statement.")
    public StatementEdit statement;

    @Description("The row of an incident.")
    public IncidentEdit incident;

    @Description("The row of a figure.")
    public FigureEdit figure;

    @Description("The row of a position.")
    public PositionEdit position;

    @Description("The row of a disagreement.")
    public DisagreementEdit disagreement;

    @Description("The row of an assertion.")
    public AssertionEdit assertion;

    @Description("The row of an agreement.")
    public AgreementEdit agreement;

    @Description("A record to take out of the graph.")
    public Retraction retract;

    @Description("A retracted record to bring back.")
    public Restoration restore;

    @Description("An actor that was found to be another one.")
    public Merger merge;

    @Description("An actor that was merged by mistake.")
    public Unmerger unmerge;
}

package org.parley.agreement;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on an agreement. */
@Input("AgreementFilter")
@Description("Conditions on an agreement; all must hold, and a list means any of its values.")
public class AgreementFilter extends Filter {
    @Id
    @Description("The agreement's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("The negotiation that it belongs to.")
    public List<@NonNull String> negotiation;

    @Id
    @Description("The round in which it was reached.")
    public List<@NonNull String> round;

    @Id
    @Description("An actor whom it names as a party, third party, witness or guarantor; with role, in that role.")
    public List<@NonNull String> party;

    @Description("The role of somebody whom it names: of the actor in party, or of anybody if party is left out.")
    public List<@NonNull AgreementRole> role;

    @Id
    @Description("An issue that it provides for.")
    public List<@NonNull String> issue;

    @Description("How it came about, and whether it holds.")
    public List<@NonNull AgreementStatus> status;

    @Description("Between whom the conflict is.")
    public List<@NonNull AgreementLevel> level;

    @Description("The stage of the process.")
    public List<@NonNull AgreementStage> stage;

    @Description(
            "Signed on or after this day. Where no day is known, those of its coarse date or between its bounds count, or its only bound.")
    public LocalDate from;

    @Description(
            "Signed on or before this day. Where no day is known, those of its coarse date or between its bounds count, or its only bound.")
    public LocalDate to;

    @Description("Whether anything is known of when it was signed: a day, a coarse date or a bound.")
    public Boolean dated;

    @Description("Whether a disagreement is about it.")
    public Boolean disputed;

    @Description(
            "Words that the agreement's title, summary, parties as written, quotes, note or issues' names hold, all of them, in any form and any recorded spelling, as search finds them.")
    public String text;

    @Id
    @Description("A source that the agreement's record rests on.")
    public List<@NonNull String> source;

    @Description("Whether all sources of the agreement's record have one origin.")
    public Boolean singleOrigin;

    @Description("All of these filters hold.")
    public List<@NonNull AgreementFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull AgreementFilter> or;

    @Description("This filter does not hold.")
    public AgreementFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", Agreements.KIND, id)),
                Identifiers.among(identifier),
                Condition.in("negotiation_id", context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                Condition.in("round_id", context.ids("round", RecordKind.ROUND, round)),
                named(context.ids("party", RecordKind.ACTOR, party)),
                Condition.existsIn(
                        "agreement_provision x",
                        "x.agreement_id = {record}.id",
                        "x.issue_id",
                        context.ids("issue", RecordKind.ISSUE, issue)),
                Condition.in("status", status),
                Condition.in("level", level),
                Condition.in("stage", stage),
                DatedRecord.between(from, to, Agreements.KIND),
                Dated.dated(dated),
                context.text(text),
                context.source(source),
                context.disputed(disputed),
                context.singleOrigin(singleOrigin));
    }

    /** If both are given, the actor and the role must match in the same party. */
    private Condition named(List<String> actors) {
        if (role == null) {
            return Condition.linked(Agreements.ACTORS, actors);
        }
        Condition roles = Condition.isIn("x.role", role);
        Condition both = Condition.all(roles, Condition.isIn("x.actor_id", actors));
        return new Condition(
                "exists (select 1 from agreement_party x where x.agreement_id = {record}.id and " + both.sql() + ")",
                both.values());
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}

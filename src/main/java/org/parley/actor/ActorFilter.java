package org.parley.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Condition;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on an actor. */
@Input("ActorFilter")
@Description("Conditions on an actor; all must hold, and a list means any of its values.")
public class ActorFilter extends Filter {
    @Id
    @Description("The actor's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Description("What the actor is.")
    public List<@NonNull ActorKind> kind;

    @Id
    @Description("The party that the actor speaks for; a state is on its own side.")
    public List<@NonNull String> side;

    @Description("ISO 3166-1 alpha-2, in capitals.")
    public List<@NonNull String> countryCode;

    @Id
    @Description("A source that the actor's record rests on.")
    public List<@NonNull String> source;

    @Description("Whether all sources of the actor's record have one origin.")
    public Boolean singleOrigin;

    @Id
    @Description(
            "A negotiation in which the actor has a role, or in one of whose rounds it is listed as a participant.")
    public List<@NonNull String> negotiation;

    @Description(
            "All of these words must occur in the actor's names or description, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull ActorFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull ActorFilter> or;

    @Description("This filter does not hold.")
    public ActorFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.ACTOR, id)),
                Identifiers.among(identifier),
                Condition.in("kind", kind),
                Condition.isIn("coalesce({record}.side_id, {record}.id)", context.ids("side", RecordKind.ACTOR, side)),
                Condition.in("country_code", countryCode),
                negotiates(context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                context.source(source),
                context.singleOrigin(singleOrigin),
                context.text(text));
    }

    private static Condition negotiates(List<String> negotiations) {
        return negotiations == null
                ? Condition.TRUE
                : Condition.any(List.of(
                        Condition.existsIn(
                                "negotiation_role x", "x.actor_id = {record}.id", "x.negotiation_id", negotiations),
                        Condition.existsIn(
                                "participation x join round r on r.id = x.round_id",
                                "x.actor_id = {record}.id",
                                "r.negotiation_id",
                                negotiations)));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}

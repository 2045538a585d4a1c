package org.parley.round;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.FilterContext;

/** Conditions on a negotiation. */
@Input("NegotiationFilter")
@Description("Conditions on a negotiation; all must hold, and a list means any of its values.")
public class NegotiationFilter {
    @Id
    @Description("The negotiation's id.")
    public List<@NonNull String> id;

    @Id
    @Description("An actor with a role in it.")
    public List<@NonNull String> actor;

    @Id
    @Description("An issue that is negotiated.")
    public List<@NonNull String> issue;

    @Id
    @Description("A source that the negotiation's record rests on.")
    public List<@NonNull String> source;

    @Description("Whether all sources of the negotiation's record have one origin.")
    public Boolean singleOrigin;

    @Description(
            "Words that the negotiation's title or summary holds, all of them, in any form and any recorded spelling, as search finds them.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull NegotiationFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull NegotiationFilter> or;

    @Description("This filter does not hold.")
    public NegotiationFilter not;

    Condition condition(FilterContext scope) {
        return Condition.combined(
                Condition.all(
                        Condition.in("r.id", scope.ids("id", RecordKind.NEGOTIATION, id)),
                        exists("negotiation_role x", "x.actor_id", scope.ids("actor", RecordKind.ACTOR, actor)),
                        exists("negotiation_issue x", "x.issue_id", scope.ids("issue", RecordKind.ISSUE, issue)),
                        scope.source(source),
                        scope.singleOrigin(singleOrigin),
                        scope.text(text)),
                and,
                or,
                not,
                filter -> filter.condition(scope));
    }

    private static Condition exists(String links, String column, List<String> ids) {
        return Condition.existsIn(links, "x.negotiation_id = r.id", column, ids);
    }
}

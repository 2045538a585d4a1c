package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.Actor;

/** What one side wants on one issue. */
@Description("What one side wants on one issue.")
public record PositionCell(
        @NonNull
                @Description(
                        "A party of the negotiation, or another actor for whom the holders of the positions speak.")
                Actor side,
        @NonNull @Description("Its positions, in the order of their ids; none if the sources name none.")
                List<@NonNull Position> positions) {}

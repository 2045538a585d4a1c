package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What each side wants on one issue. */
@Description("What each side wants on one issue.")
public record PositionRow(
        @NonNull @Description("The issue.") Issue issue,
        @NonNull
                @Description(
                        "One cell for each side, in the same order in every row: the negotiation's parties in the order of the record, then, by name, the other sides that have a position on one of its issues.")
                List<@NonNull PositionCell> cells) {}

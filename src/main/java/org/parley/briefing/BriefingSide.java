package org.parley.briefing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.Actor;

/** What one side said in a round. */
@Description("What one side said in a round.")
public record BriefingSide(
        @NonNull
                @Description(
                        "The party that the first speaker of each statement speaks for, or who speaks for no party.")
                Actor side,
        @NonNull @Description("What it said on each issue, by the names of the issues; last what is about none.")
                List<@NonNull BriefingIssue> issues) {}

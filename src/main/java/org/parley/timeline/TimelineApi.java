package org.parley.timeline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.lists.PageRequest;

/** The timeline's part of the graph. */
@GraphQLApi
@RegisterForReflection
public class TimelineApi {
    private final Timeline timeline;

    TimelineApi(Timeline timeline) {
        this.timeline = timeline;
    }

    @Query
    @Description(
            "Statements, incidents, rounds, agreements and all other events in one order of time, oldest first. An event without a known day is sorted by the earliest day that its coarse date or bounds allow, or by the latest if there is no earliest. Undated events come last. Null only if an error says why.")
    public TimelinePage timeline(
            @Description(
                            "Only what has a day on or after this one. If none is known, the days of its coarse date or between its bounds count, or its only bound.")
                    LocalDate from,
            @Description(
                            "Only what has a day on or before this one. If none is known, the days of its coarse date or between its bounds count, or its only bound.")
                    LocalDate to,
            @Nullable @Description("Only these kinds; all if left out.") List<@NonNull EventKind> kinds,
            @Id
                    @Description(
                            "Only what this actor has a part in, such as what it said, is listed in as a participant, is blamed for or blames another for.")
                    String actor,
            @Id
                    @Description(
                            "Only what somebody on the side of this party has such a part in; a state is on its own side.")
                    String side,
            @Id @Description("Only statements about this issue, and agreements that provide for it.") String issue,
            @Id
                    @Description(
                            "Only this round, and what was said or agreed on in it or is about it, and the incidents with a day within it, or tied to it.")
                    String round,
            @Id @Description("Only what belongs to a round of this negotiation, and its agreements.")
                    String negotiation,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return timeline.page(
                new Timeline.Events(from, to, kinds, actor, side, issue, round, negotiation),
                PageRequest.of(first, after, last, before));
    }
}

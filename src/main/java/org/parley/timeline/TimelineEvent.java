package org.parley.timeline;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.DateBasis;

/** Something with a place in time. */
@Description("Something with a place in time, such as a statement, an incident or a round.")
public interface TimelineEvent {

    @Id
    @NonNull
    @Description("The record's id.")
    String getId();

    @NonNull
    @Description("What it is, in a line.")
    String getTitle();

    @Description("The first day, or the only one; null if no day is known.")
    LocalDate getStart();

    @Description("The last day; null if no day is known.")
    LocalDate getEnd();

    @NonNull
    @Description("What the date rests on.")
    DateBasis getDateBasis();
}

package org.parley.briefing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.round.Round;

/** A round, with all that belongs to it. */
@Description("A round, with all that belongs to it. Each list has 100 records at most, the earliest ones.")
public record Briefing(@NonNull @Description("The round.") Round round) {}

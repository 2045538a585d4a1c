package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;

/** What kind of event. */
@Description("What kind of event.")
public enum EventKind {
    @Description("Somebody said something.")
    STATEMENT,
    @Description("Something happened outside the talks.")
    INCIDENT,
    @Description("A round of talks, or another meeting.")
    ROUND
}

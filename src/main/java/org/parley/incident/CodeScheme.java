package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;

/** A scheme by which conflict data sets classify events. */
@Description("A scheme by which conflict data sets classify events.")
public enum CodeScheme {
    @Description("Armed Conflict Location and Event Data.")
    ACLED,
    @Description("Political Language Ontology for Verifiable Event Records.")
    PLOVER,
    @Description("Conflict and Mediation Event Observations.")
    CAMEO
}

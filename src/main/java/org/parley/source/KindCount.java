package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;

/** How many records of one kind. */
@Description("How many records of one kind.")
public record KindCount(
        @NonNull @Description("The kind of record.") RecordKind kind,
        @Description("How many there are; at least 1.") int count) {}

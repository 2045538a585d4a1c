package org.parley.graph;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A record that can be fetched again by its id alone (Relay: Object Identification). */
@RegisterForReflection // its getters are called by reflection on its subtypes
@Description("A record that can be fetched again by its id alone, with node(id:).")
public interface Node {

    /** The record's slug with its type in front, such as {@code actor/rustem-umerov}. Stable, never null. */
    @Id
    @NonNull
    @Description("Readable, stable and globally unique: the type and a slug, such as actor/rustem-umerov.")
    String getId();

    @Description(
            "What it is, in a line: its title, name, question or summary. Null only for a source without a headline: it has a label.")
    String getTitle();

    /** What a list or a link calls it, in a line; never null. */
    @Ignore
    default String heading() {
        return getTitle();
    }
}

package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of one key of a record's row. */
@Description("What became of one key of a record's row.")
public record FieldChange(
        @NonNull @Description("The key, as in Edit and in the files of a seed.") String key,
        @Description("Its value before, as JSON; null if the key was left out.") String before,
        @Description("Its value afterwards, as JSON; null if the key is left out.") String after) {}

package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The answer to a mutation that changes the record. */
@Description("What came of a change: the change, or the reasons why it was refused.")
public record ChangePayload(
        @Description("The change; null if it was refused, and in a dry run.") Change change,
        @NonNull
                @Description(
                        "What it did to each record, in the order of the edits; in a dry run, what it would do. Empty if it was refused.")
                List<@NonNull Revision> edits,
        @Description(
                        "Whether the change was made before, by a request with the same idempotencyKey and the same edits.")
                boolean replayed,
        @NonNull
                @Description(
                        "All reasons for which it was refused; empty if it was not. Nothing is written if there is one.")
                List<@NonNull UserError> userErrors) {}

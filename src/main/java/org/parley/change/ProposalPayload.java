package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The answer to a mutation that makes or rejects a proposal. */
@Description("What came of it: the proposal, or the reasons why it was refused.")
public record ProposalPayload(
        @Description("The proposal as it is now; null if it was refused.") Proposal proposal,
        @Description(
                        "Whether it was made before, by a request with the same idempotencyKey and the same edits, or rejected before by the same curator.")
                boolean replayed,
        @NonNull
                @Description(
                        "All reasons for which it was refused; empty if it was not. Nothing is written if there is one.")
                List<@NonNull UserError> userErrors) {}

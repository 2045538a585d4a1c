package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A reason why a change was refused, which who sent it can mend. */
@Description("A reason why a change was refused. Nothing of it was written.")
public record UserError(
        @NonNull @Description("The rule and the value, as a sentence for people.") String message,
        @NonNull @Description("The kind of rule that is broken.") UserErrorCode code,
        @NonNull
                @Description(
                        "Where: the argument, the position in edits, counted from 0, the member of Edit, and then keys and positions, such as edits, 3, statement, renderings, 1, locator.")
                List<@NonNull String> path,
        @Id @Description("The record, its type in front; null if the error is not about one.") String id) {}

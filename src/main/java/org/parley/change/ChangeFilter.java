package org.parley.change;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;

/** Conditions on a change. */
@Input("ChangeFilter")
@Description("Conditions on a change; all must hold, and a list means any of its values.")
public class ChangeFilter {
    @Description("The name of who made it. Only for curators.")
    public List<@NonNull String> by;

    @Id
    @Description("A record that it touched, its type in front; also one that was retracted.")
    public List<@NonNull String> record;

    @Description("The kind of a record that it touched.")
    public List<@NonNull RecordKind> kind;

    @Description("Made on or after this day, in UTC.")
    public LocalDate from;

    @Description("Made on or before this day, in UTC.")
    public LocalDate to;
}

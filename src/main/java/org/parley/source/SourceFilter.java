package org.parley.source;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on a source. */
@Input("SourceFilter")
@Description("Conditions on a source; all must hold, and a list means any of its values.")
public class SourceFilter extends Filter {
    @Id
    @Description("The source's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Description("What kind of document it is.")
    public List<@NonNull SourceKind> kind;

    @Description("The origin that copies of one text share.")
    public List<@NonNull String> origin;

    @Description(
            "Published on or after this day. If the day is not known, the days between its bounds count, or its only bound.")
    public LocalDate from;

    @Description(
            "Published on or before this day. If the day is not known, the days between its bounds count, or its only bound.")
    public LocalDate to;

    @Description("Whether anything is known of the day of publication: the day itself, or a bound.")
    public Boolean dated;

    @Description("All of these words must occur in the source's title or label.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull SourceFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull SourceFilter> or;

    @Description("This filter does not hold.")
    public SourceFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.SOURCE, id)),
                Identifiers.among(identifier),
                Condition.in("kind", kind),
                Condition.in("origin", origin),
                DatedRecord.between(from, to, RecordKind.SOURCE),
                Dated.dated(dated),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}

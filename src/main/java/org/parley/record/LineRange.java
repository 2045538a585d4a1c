package org.parley.record;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** Lines of a document, in a row. */
@Description("Lines of a document in a row, counted from 1.")
public record LineRange(
        @Description("The first line.") int first,
        @Description("The last line; the first one if it is one line alone.") int last) {

    /** The lines that a locator names; empty if it names another place. */
    public static List<LineRange> namedBy(String locator) {
        return Locator.lines(locator).stream()
                .map(lines -> new LineRange(lines.first(), lines.last()))
                .toList();
    }
}

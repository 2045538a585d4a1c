package org.parley.statement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of comparing a text with all wordings of the record. */
@Description("What came of comparing a text with all wordings of the record.")
public record QuoteCheck(
        @NonNull @Description("The text as it was compared: without blanks and quotation marks around it.") String text,
        @NonNull
                @Description(
                        "The wordings that it is like, at most 10: the closest first, and of equally close ones those that are verbatim. Empty if nothing in the record is like it.")
                List<@NonNull QuoteMatch> matches) {}

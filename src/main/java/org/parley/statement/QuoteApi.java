package org.parley.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The check of a quote, a part of the graph. */
@GraphQLApi
@RegisterForReflection
public class QuoteApi {
    private final Quotes quotes;

    QuoteApi(Quotes quotes) {
        this.quotes = quotes;
    }

    @Query
    @Description(
            "Compares a text, such as a sentence that somebody is said to have said, with the wordings of all statements. Null only if an error says why.")
    public QuoteCheck quote(
            @NonNull
                    @Description(
                            "The words to be looked for, at most 2000 characters; quotation marks around them do not count.")
                    String text) {
        return quotes.check(text);
    }
}

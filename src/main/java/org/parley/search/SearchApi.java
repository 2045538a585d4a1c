package org.parley.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graph.RecordKind;
import org.parley.lists.PageRequest;

/** Search's part of the graph. */
@GraphQLApi
@RegisterForReflection
public class SearchApi {
    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    @Query
    @Description(
            "Records that hold every word of the text in their names, quotes, summaries or wordings, or in the name of an issue that they are about, best first. "
                    + "Case, diacritics, apostrophes and invisible characters do not matter, and the forms of a letter or digit are equal (Ł and L, ß and ss, ی and ي, ١ and 1). "
                    + "A recorded spelling of a name finds all others (Kyiv finds Kiev). A word finds its plural and other English forms, and a compound is found as one word, with a hyphen or as two words (ceasefire). "
                    + "A word of four letters or more also finds every word that begins with it; a word of three letters does so only if no record has it. "
                    + "In scripts without spaces, and in Korean, a word is found inside longer text. "
                    + "The words as they were typed come first, then other forms, then words that begin with them. Null only if an error says why.")
    public SearchPage search(
            @NonNull @Description("One or more words, at most 200 characters.") String text,
            @Nullable @Description("Only these kinds of record; all if left out.") List<@NonNull RecordKind> kinds,
            @Description("How many hits at most: 1 to 100, 20 if left out.") Integer first,
            @Description("A cursor from an earlier answer to the same search: only hits after it.") String after) {
        return search.page(text, kinds, PageRequest.of(first, after, null, null));
    }

    @NonNull
    @Description("How many records hold every word, on every page; counted only when asked for.")
    public List<@NonNull Integer> totalCount(@Source List<SearchPage> pages) {
        return pages.stream().map(page -> search.count(page.hits())).toList();
    }
}

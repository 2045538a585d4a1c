package org.parley.issue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;

/** The issues' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class IssueApi {
    private final Issues issues;
    private final Rows rows;

    IssueApi(Issues issues, Rows rows) {
        this.issues = issues;
        this.rows = rows;
    }

    @Query
    @Description("One issue, or null if there is none with this id.")
    public Issue issue(@NonNull @Id @Description("The id, with or without its prefix issue/.") String id) {
        return issues.get(id);
    }

    @Query
    @Description("The matters that are negotiated or talked about; null only if an error says why.")
    public IssuePage issues(
            @Description(PageRequest.FILTER) IssueFilter filter,
            @Description(PageRequest.ORDER) IssuePage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return issues.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("What actors want on the issue, in the order of the positions' ids.")
    public List<@NonNull List<@NonNull Position>> positions(@Source List<Issue> disputed) {
        return rows.naming(Position.class, disputed, "issueId", "id");
    }
}

package org.parley.assertion;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graph.Node;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.lists.Links;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;

/** The assertions' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class AssertionApi {
    private final Assertions assertions;
    private final Links links;
    private final Issues issues;
    private final Nodes nodes;

    AssertionApi(Assertions assertions, Links links, Issues issues, Nodes nodes) {
        this.assertions = assertions;
        this.links = links;
        this.issues = issues;
        this.nodes = nodes;
    }

    @Query
    @Description("One assertion, or null if there is none with this id.")
    public Assertion assertion(@NonNull @Id @Description("The id, with or without its prefix assertion/.") String id) {
        return assertions.get(id);
    }

    @Query
    @Description("What the sources assert in their own voice; null only if an error says why.")
    public AssertionPage assertions(
            @Description(PageRequest.FILTER) AssertionFilter filter,
            @Description(PageRequest.ORDER) AssertionPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return assertions.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The issues that it touches.")
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Assertion> asserted) {
        return links.records(Assertions.ISSUES, asserted, issues::byIds);
    }

    @NonNull
    @Description("The records that it is about.")
    public List<@NonNull List<@NonNull Node>> about(@Source List<Assertion> asserted) {
        return links.records(Assertions.ABOUT, asserted, nodes::byIds);
    }

    @NonNull
    @Description("What sources assert about the issue in their own voice, in the order of the assertions' ids.")
    public List<@NonNull List<@NonNull Assertion>> assertions(@Source List<Issue> touched) {
        return links.records(Assertions.ISSUES.reversed(), touched, assertions::byIds);
    }
}

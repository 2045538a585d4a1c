package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graph.Node;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;

/** The graph's part about changes of the record. */
@GraphQLApi
@RegisterForReflection
public class ChangeApi {
    private final Changer changer;
    private final Changes changes;
    private final Nodes nodes;
    private final ObjectMapper mapper;

    ChangeApi(Changer changer, Changes changes, Nodes nodes, ObjectMapper mapper) {
        this.changer = changer;
        this.changes = changes;
        this.nodes = nodes;
        this.mapper = mapper;
    }

    @Mutation
    @NonNull
    @Description(
            "Changes the record by all of these edits, or by none of them. Needs the token of a curator who is an EDITOR, and a PROPOSER for a dry run.")
    public ChangePayload change(
            @NonNull
                    @Description(
                            "At most 100. They may refer to each other in any order; each record may be edited once.")
                    List<@NonNull Edit> edits,
            @NonNull @Description("Why, for the history: 1 to 500 characters.") String summary,
            @Description(
                            "Any text of at most 200 characters, new for each change: if the request is sent again with the same key, the change is not made again, and its first answer is repeated.")
                    String idempotencyKey,
            @DefaultValue("false") @Description("True to be told what would come of it, without a change.")
                    Boolean dryRun) {
        return changer.change(edits, summary, idempotencyKey, Boolean.TRUE.equals(dryRun));
    }

    @Query
    @Description("One change of the record, or null if there is none with this number.")
    public Change change(@NonNull @Description("Counted from 1.") Integer number) {
        return changes.one(number);
    }

    @Query
    @Description("The changes that people have made to the record; null only if an error says why.")
    public ChangePage changes(
            @Description(
                            "Only changes after the one with this number: what a copy of the record lacks that has all up to it.")
                    Integer since,
            @Description(PageRequest.FILTER) ChangeFilter filter,
            @Description("The order of the list; NUMBER_ASC if left out.") ChangeOrder orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        if (filter != null && filter.by != null) {
            changer.mustBeCurator();
        }
        return changes.page(since, filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Query
    @Description(
            "What people have done to a record, the last change first, also if it was retracted. Empty for a record that nobody has changed. Null only if an error says why.")
    public RevisionPage history(
            @NonNull @Id @Description("The id with its type in front, such as round/abu-dhabi-2.") String id,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return changes.history(id, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("How many changes there are on all pages; counted only when asked for.")
    public List<@NonNull Integer> totalCount(@Source List<ChangePage> pages) {
        return pages.stream().map(page -> changes.count(page.query())).toList();
    }

    @NonNull
    @Name("totalCount")
    @Description("How many revisions there are on all pages; counted only when asked for.")
    public List<@NonNull Integer> revisionCount(@Source List<RevisionPage> pages) {
        return pages.stream().map(page -> changes.count(page.query())).toList();
    }

    @Description(
            "The change that touched it last: its number is what expect takes, 0 if it is null. Null if nobody has changed it since it was loaded.")
    public List<Change> lastChange(@Source List<Node> records) {
        return changes.lastOf(records.stream().map(Node::getId).toList());
    }

    @Description("The name of who made it; null unless the request has the token of a curator.")
    public String by(@Source Change change) {
        return changer.isCurator() ? change.curator() : null;
    }

    @NonNull
    @Description("What it did to each record, in the order of its edits.")
    public List<@NonNull List<@NonNull Revision>> edits(@Source List<Change> made) {
        return changes.revisionsOf(made);
    }

    @Description("The change; null in a dry run.")
    public List<Change> change(@Source List<Revision> revisions) {
        var made = changes.at(revisions.stream().map(Revision::change).toList());
        return revisions.stream().map(each -> made.get(each.change())).toList();
    }

    @Description("The record as it is now; null if it is not in the graph.")
    public List<Node> record(@Source List<Revision> revisions) {
        return nodes.at(revisions.stream().map(Revision::getId).toList());
    }

    @NonNull
    @Description("The keys of its row that are not as they were before.")
    public List<@NonNull List<@NonNull FieldChange>> fields(@Source List<Revision> revisions) {
        List<String> before = changes.before(revisions);
        List<List<FieldChange>> fields = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            fields.add(RowTexts.differences(before.get(i), revisions.get(i).getRow(), mapper));
        }
        return fields;
    }
}

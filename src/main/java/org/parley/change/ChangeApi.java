package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.parley.record.Edition;
import org.parley.store.ReadTransaction;

/** The graph's part about changes of the record. */
@GraphQLApi
@RegisterForReflection
public class ChangeApi {
    private static final String KEY =
            "Any text of at most 200 characters, new for each change: if the request is sent again with the same key, the change is not made again, and its first answer is repeated.";
    private static final String WHY = "Why, for the history: 1 to 500 characters.";
    private static final String DRY = "True to be told what would come of it, without a change.";
    private static final String EDITS =
            "At most 100. They may refer to each other in any order; each record may be edited once.";

    private final ChangeRequests requests;
    private final Changer changer;
    private final Changes changes;
    private final Proposals proposals;
    private final Edition edition;
    private final Nodes nodes;
    private final ObjectMapper mapper;

    ChangeApi(
            ChangeRequests requests,
            Changer changer,
            Changes changes,
            Proposals proposals,
            Edition edition,
            Nodes nodes,
            ObjectMapper mapper) {
        this.requests = requests;
        this.changer = changer;
        this.changes = changes;
        this.proposals = proposals;
        this.edition = edition;
        this.nodes = nodes;
        this.mapper = mapper;
    }

    @Mutation
    @NonNull
    @Description(
            "Changes the record by all of these edits, or by none of them. Needs the token of a curator who is an EDITOR, and a PROPOSER for a dry run.")
    public ChangePayload change(
            @NonNull @Description(EDITS) List<@NonNull Edit> edits,
            @NonNull @Description(WHY) String summary,
            @Description(KEY) String idempotencyKey,
            @DefaultValue("false") @Description(DRY) Boolean dryRun) {
        return requests.change(edits, summary, idempotencyKey, Boolean.TRUE.equals(dryRun));
    }

    @Mutation
    @NonNull
    @Description(
            "Takes back what a change did, by a new change. It is refused as STALE where the same keys were changed since. Needs the same roles as change.")
    public ChangePayload revert(
            @NonNull @Description("The number of the change to take back.") Integer change,
            @NonNull @Description(WHY) String summary,
            @Description(KEY) String idempotencyKey,
            @DefaultValue("false") @Description(DRY) Boolean dryRun) {
        return requests.revert(change, summary, idempotencyKey, Boolean.TRUE.equals(dryRun));
    }

    @Mutation
    @NonNull
    @Description(
            "Keeps edits for a reviewer to accept or reject; the record stays as it is. They must be right now, as for a change. Needs the token of a curator who is a PROPOSER.")
    public ProposalPayload propose(
            @NonNull @Description(EDITS) List<@NonNull Edit> edits,
            @NonNull @Description(WHY) String summary,
            @Description(KEY) String idempotencyKey) {
        return requests.propose(edits, summary, idempotencyKey);
    }

    @Mutation
    @NonNull
    @Description(
            "Makes a proposal a change. It is refused if its edits break a rule now, or are STALE. Needs the token of a REVIEWER other than who made the proposal. If the same reviewer accepts it again, the first answer is repeated.")
    public ChangePayload accept(
            @NonNull @Id @Description("The id of the proposal, such as proposal/12.") String proposal,
            @Description("The summary of the change, 1 to 500 characters; that of the proposal if left out.")
                    String summary,
            @DefaultValue("false") @Description(DRY) Boolean dryRun) {
        return requests.accept(proposal, summary, Boolean.TRUE.equals(dryRun));
    }

    @Mutation
    @NonNull
    @Description("Closes a proposal without a change. Needs the token of a REVIEWER other than who made the proposal.")
    public ProposalPayload reject(
            @NonNull @Id @Description("The id of the proposal, such as proposal/12.") String proposal,
            @NonNull @Description("Why, for who made it: 1 to 500 characters.") String reason) {
        return requests.reject(proposal, reason);
    }

    @Query
    @Description(
            "One change of the record, or null if there is none with this number: proposals and rejections have numbers, too.")
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
            requests.mustBeCurator();
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

    @Query
    @Description(
            "The changes that curators have proposed, the first one first. Needs the token of a curator. Null only if an error says why.")
    public ProposalPage proposals(
            @Description("Only those in this state; all if left out.") ProposalState state,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        requests.mustBeCurator();
        requests.mustBeNow("proposals");
        return proposals.page(state, PageRequest.of(first, after, last, before));
    }

    @Query
    @Description("One proposal, or null if there is none with this id. Needs the token of a curator.")
    public Proposal proposal(@NonNull @Id @Description("Such as proposal/12.") String id) {
        requests.mustBeCurator();
        requests.mustBeNow("proposal");
        return proposals.one(Proposals.number(id));
    }

    @Subscription
    @NonNull
    @Description(
            "Each change of the record, as soon as it is made. By server-sent events: POST to /graphql with Accept: text/event-stream.")
    public Multi<@NonNull Change> changes(
            @Description(
                            "The number of the last change that the client has: those after it are sent first, so that none is missed after a broken connection. Only those from now on if left out.")
                    Integer since) {
        throw new IllegalStateException("A subscription is executed as a query for each of its events");
    }

    @NonNull
    @Description("How many changes there are on all pages; counted only when asked for.")
    public List<@NonNull Integer> totalCount(@Source List<ChangePage> pages) {
        return pages.stream().map(page -> Numbered.count(page.query())).toList();
    }

    @NonNull
    @Name("totalCount")
    @Description("How many revisions there are on all pages; counted only when asked for.")
    public List<@NonNull Integer> revisionCount(@Source List<RevisionPage> pages) {
        return pages.stream().map(page -> Numbered.count(page.query())).toList();
    }

    @NonNull
    @Name("totalCount")
    @Description("How many proposals there are on all pages; counted only when asked for.")
    public List<@NonNull Integer> proposalCount(@Source List<ProposalPage> pages) {
        return pages.stream().map(page -> Numbered.count(page.query())).toList();
    }

    @Description(
            "The change that touched it last: its number is what expect takes, 0 if it is null. Null if nobody has changed it since it was loaded.")
    public List<Change> lastChange(@Source List<Node> records) {
        return changes.lastOf(records.stream().map(Node::getId).toList());
    }

    @Description("The name of who made it; null unless the request has the token of a curator.")
    public String by(@Source Change change) {
        return requests.isCurator() ? change.curator() : null;
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

    @Description(
            "The proposal that it was; null for a change that was made at once, and unless the request has the token of a curator.")
    public List<Proposal> proposal(@Source List<Change> made) {
        if (!requests.isCurator()) {
            return Collections.nCopies(made.size(), null);
        }
        requests.mustBeNow("proposal");
        var found = proposals.ofChanges(made.stream().map(Change::number).toList());
        return made.stream().map(each -> found.get(each.number())).toList();
    }

    @Description("The change that it has become; null unless it was accepted.")
    @Name("change")
    public List<Change> changeOf(@Source List<Proposal> some) {
        var made = changes.at(some.stream().map(Proposal::became).toList());
        return some.stream().map(each -> made.get(each.became())).toList();
    }

    @NonNull
    @Name("edits")
    @Description(
            "What it would do to each record if it were accepted now, in the order of its edits; of an accepted one, what it did. An edit that can't be made, since the record is gone or its id is taken, is not among them.")
    public List<@NonNull List<@NonNull Revision>> proposedEdits(@Source List<Proposal> some) {
        var made = changes.at(some.stream().map(Proposal::became).toList());
        List<List<Revision>> done = changes.revisionsOf(List.copyOf(made.values()));
        Map<Long, List<Revision>> ofChange = new HashMap<>();
        int next = 0;
        for (Change each : List.copyOf(made.values())) {
            ofChange.put(each.number(), done.get(next++));
        }
        return some.stream()
                .map(each -> each.getState() == ProposalState.ACCEPTED
                        ? ofChange.get(each.became())
                        : assess(each).edits())
                .toList();
    }

    @NonNull
    @Name("userErrors")
    @Description("Why it can't be accepted now; empty if it can be, and once it was accepted or rejected.")
    public List<@NonNull List<@NonNull UserError>> proposedErrors(@Source List<Proposal> some) {
        return some.stream()
                .map(each ->
                        each.getState() == ProposalState.OPEN ? assess(each).userErrors() : List.<UserError>of())
                .toList();
    }

    private ChangePayload assess(Proposal proposal) {
        Connection connection = ReadTransaction.current().connection();
        try {
            return changer.assess(connection, proposals.edits(connection, proposal.number()), edition.served());
        } catch (SQLException e) {
            throw new IllegalStateException("A proposal could not be judged", e);
        }
    }
}

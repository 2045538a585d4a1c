package org.parley.agreement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.lists.Batch;
import org.parley.lists.Links;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.round.Negotiation;
import org.parley.round.Negotiations;
import org.parley.round.Round;
import org.parley.round.Rounds;
import org.parley.source.Sources;

/** The agreements' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class AgreementApi {
    private final Agreements agreements;
    private final Links links;
    private final Rows rows;
    private final Actors actors;
    private final Issues issues;
    private final Negotiations negotiations;
    private final Rounds rounds;
    private final Sources sources;

    AgreementApi(
            Agreements agreements,
            Links links,
            Rows rows,
            Actors actors,
            Issues issues,
            Negotiations negotiations,
            Rounds rounds,
            Sources sources) {
        this.agreements = agreements;
        this.links = links;
        this.rows = rows;
        this.actors = actors;
        this.issues = issues;
        this.negotiations = negotiations;
        this.rounds = rounds;
        this.sources = sources;
    }

    @Query
    @Description("One agreement, or null if there is none with this id.")
    public Agreement agreement(@NonNull @Id @Description("The id, with or without its prefix agreement/.") String id) {
        return agreements.get(id);
    }

    @Query
    @Description("What was agreed on, or declared, in documents; null only if an error says why.")
    public AgreementPage agreements(
            @Description(PageRequest.FILTER) AgreementFilter filter,
            @Description(PageRequest.ORDER) AgreementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return agreements.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The agreements that name the actor as a party, third party, witness or guarantor.")
    public AgreementPage agreements(
            @Source Actor named,
            @Description(PageRequest.FILTER) AgreementFilter filter,
            @Description(PageRequest.ORDER) AgreementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return agreements.naming(named.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The agreements that belong to the negotiation.")
    public AgreementPage agreements(
            @Source Negotiation negotiation,
            @Description(PageRequest.FILTER) AgreementFilter filter,
            @Description(PageRequest.ORDER) AgreementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return agreements.of(negotiation.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The agreements that were reached in the round.")
    public AgreementPage agreements(
            @Source Round round,
            @Description(PageRequest.FILTER) AgreementFilter filter,
            @Description(PageRequest.ORDER) AgreementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return agreements.from(round.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Description("The process that it belongs to; null for one outside any process on record.")
    public List<Negotiation> negotiation(@Source List<Agreement> agreed) {
        return Batch.one(agreed, agreement -> agreement.negotiationId, negotiations::byIds);
    }

    @Description("The round in which it was reached; null if it was in no round on record.")
    public List<Round> round(@Source List<Agreement> agreed) {
        return Batch.one(agreed, agreement -> agreement.roundId, rounds::byIds);
    }

    @Description("The text of the agreement itself; null if it is not among the sources.")
    public List<org.parley.source.Source> document(@Source List<Agreement> agreed) {
        return Batch.one(agreed, agreement -> agreement.documentId, sources::byIds);
    }

    @NonNull
    @Description("Whom it names, in the order of the record; empty if nobody is recorded.")
    public List<@NonNull List<@NonNull AgreementParty>> parties(@Source List<Agreement> agreed) {
        return rows.children(AgreementParty.class, agreed, "agreementId");
    }

    @NonNull
    @Description("What it provides for, in the order of the record; empty if nothing is recorded.")
    public List<@NonNull List<@NonNull AgreementProvision>> provisions(@Source List<Agreement> agreed) {
        return rows.children(AgreementProvision.class, agreed, "agreementId");
    }

    @NonNull
    @Description("The earlier agreements that it renews, amends, carries out or refers to; empty if none is recorded.")
    public List<@NonNull List<@NonNull Agreement>> follows(@Source List<Agreement> agreed) {
        return links.records(Agreements.FOLLOWS, agreed, agreements::byIds);
    }

    @Description("Who it is; null if only known as written.")
    public List<Actor> actor(@Source List<AgreementParty> parties) {
        return Batch.one(parties, party -> party.actorId, actors::byIds);
    }

    @NonNull
    @Description("What it is about.")
    public List<@NonNull Issue> issue(@Source List<AgreementProvision> provisions) {
        return Batch.one(provisions, provision -> provision.issueId, issues::byIds);
    }
}

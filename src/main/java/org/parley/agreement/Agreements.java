package org.parley.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;
import org.parley.lists.PageRequest;
import org.parley.lists.Path;
import org.parley.lists.Way;

/** Queries on agreements: by id, and lists with filter, order and pages. */
@ApplicationScoped
public class Agreements extends Listed<Agreement, AgreementFilter, AgreementPage.Order, AgreementPage> {
    static final RecordKind KIND = RecordKind.named(AgreementKind.NAME);

    /** The actors that an agreement names, in any role. An actor that is named twice has one row. */
    static final LinkTable ACTORS = LinkTable.of("agreement_actor", "agreement_id", "actor_id")
            .unordered()
            .withTime();

    /** The earlier agreements that an agreement renews, amends, carries out or refers to. */
    static final LinkTable FOLLOWS = LinkTable.of("agreement_follows", "agreement_id", "followed_id");

    /** Not used if the filter has a role, too: a condition must then find the actor and the role in the same party. */
    private static final Way<AgreementFilter> BY_PARTY =
            Way.by("party", RecordKind.ACTOR, filter -> filter.role == null ? filter.party : null, ACTORS.toOwners());

    private static final Way<AgreementFilter> BY_ROUND =
            Way.by("round", RecordKind.ROUND, filter -> filter.round, Path.column("agreement", "round_id"));
    private static final Way<AgreementFilter> BY_NEGOTIATION = Way.by(
            "negotiation",
            RecordKind.NEGOTIATION,
            filter -> filter.negotiation,
            Path.column("agreement", "negotiation_id"));

    Agreements() {
        super(
                KIND,
                Agreement.class,
                Agreement::sortKey,
                AgreementPage.Order.DATE_ASC,
                AgreementPage::new,
                BY_ROUND,
                BY_PARTY,
                BY_NEGOTIATION,
                Way.byText(KIND, filter -> filter.text));
    }

    /** A page of the agreements that name an actor. */
    AgreementPage naming(String actor, AgreementFilter filter, AgreementPage.Order order, PageRequest request) {
        return page(BY_PARTY.path(), actor, filter, order, request);
    }

    /** A page of the agreements of a negotiation. */
    AgreementPage of(String negotiation, AgreementFilter filter, AgreementPage.Order order, PageRequest request) {
        return page(BY_NEGOTIATION.path(), negotiation, filter, order, request);
    }

    /** A page of the agreements that were reached in a round. */
    AgreementPage from(String round, AgreementFilter filter, AgreementPage.Order order, PageRequest request) {
        return page(BY_ROUND.path(), round, filter, order, request);
    }
}

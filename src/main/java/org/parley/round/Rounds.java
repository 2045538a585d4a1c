package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;
import org.parley.lists.PageRequest;
import org.parley.lists.Path;
import org.parley.lists.Way;

/** Every query about rounds. */
@ApplicationScoped
public class Rounds extends Listed<Round, RoundFilter, RoundPage.Order, RoundPage> {
    private static final Way<RoundFilter> BY_PARTICIPANT = Way.by(
            "participant",
            RecordKind.ACTOR,
            filter -> filter.participant,
            Path.link("participation", "round_id", "actor_id"));
    private static final Way<RoundFilter> BY_NEGOTIATION = Way.by(
            "negotiation",
            RecordKind.NEGOTIATION,
            filter -> filter.negotiation,
            Path.column("round", "negotiation_id"));

    private static final Path AT_PLACE = Path.column("round", "venue_id");

    Rounds() {
        super(
                RecordKind.ROUND,
                Round.class,
                Round::sortKey,
                RoundPage.Order.DATE_ASC,
                RoundPage::new,
                BY_PARTICIPANT,
                BY_NEGOTIATION,
                Way.byText(RecordKind.ROUND, filter -> filter.text));
    }

    /** A page of the rounds of a negotiation. */
    RoundPage of(String negotiation, RoundFilter filter, RoundPage.Order order, PageRequest request) {
        return page(BY_NEGOTIATION.path(), negotiation, filter, order, request);
    }

    /** A page of the rounds in which an actor is listed as a participant. */
    RoundPage attendedBy(String actor, RoundFilter filter, RoundPage.Order order, PageRequest request) {
        return page(BY_PARTICIPANT.path(), actor, filter, order, request);
    }

    /** A page of those at a place. */
    RoundPage at(String place, RoundFilter filter, RoundPage.Order order, PageRequest request) {
        return page(AT_PLACE, place, filter, order, request);
    }
}

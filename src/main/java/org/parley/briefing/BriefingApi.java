package org.parley.briefing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.agreement.Agreement;
import org.parley.agreement.Agreements;
import org.parley.disagreement.Disagreement;
import org.parley.disagreement.Disagreements;
import org.parley.incident.Incident;
import org.parley.incident.Incidents;
import org.parley.issue.Position;
import org.parley.lists.Rows;
import org.parley.round.Outcome;
import org.parley.round.Participation;
import org.parley.round.Round;
import org.parley.round.Rounds;

/** The briefing on a round, a part of the graph. */
@GraphQLApi
@RegisterForReflection
public class BriefingApi {
    private final Briefings briefings;
    private final Rounds rounds;
    private final Rows rows;
    private final Agreements agreements;
    private final Disagreements disagreements;
    private final Incidents incidents;

    BriefingApi(
            Briefings briefings,
            Rounds rounds,
            Rows rows,
            Agreements agreements,
            Disagreements disagreements,
            Incidents incidents) {
        this.briefings = briefings;
        this.rounds = rounds;
        this.rows = rows;
        this.agreements = agreements;
        this.disagreements = disagreements;
        this.incidents = incidents;
    }

    @Query
    @Description(
            "What an editor asks on the evening of a round, in one call: who, what was said, what was agreed on, what is disputed, what happened meanwhile, and what is new; null if there is none with this id.")
    public Briefing briefing(
            @NonNull @Id @Description("The id of the round, with or without its prefix round/.") String round) {
        Round found = rounds.get(round);
        return found == null ? null : new Briefing(found);
    }

    @NonNull
    @Description("Who is listed as taking part, in the order of the record.")
    public List<@NonNull List<@NonNull Participation>> participants(@Source List<Briefing> asked) {
        return rows.children(Participation.class, of(asked), "roundId");
    }

    @NonNull
    @Description(
            "What was said in the round or is about it, by side and issue: the parties first, in the order of the record.")
    public List<@NonNull List<@NonNull BriefingSide>> said(@Source List<Briefing> asked) {
        return of(asked).stream().map(briefings::said).toList();
    }

    @NonNull
    @Description("What came of it, in the order of the record.")
    public List<@NonNull List<@NonNull Outcome>> outcomes(@Source List<Briefing> asked) {
        return rows.children(Outcome.class, of(asked), "roundId");
    }

    @NonNull
    @Description("The agreements that were reached in it, oldest first.")
    public List<@NonNull List<@NonNull Agreement>> agreements(@Source List<Briefing> asked) {
        return of(asked).stream()
                .map(round -> agreements.byIds(briefings.agreements(round)))
                .toList();
    }

    @NonNull
    @Description(
            "The disagreements about the round, its sessions and outcomes, or about what was said, agreed on or happened in it, by their ids.")
    public List<@NonNull List<@NonNull Disagreement>> disagreements(@Source List<Briefing> asked) {
        return of(asked).stream()
                .map(round -> disagreements.byIds(briefings.disagreements(round)))
                .toList();
    }

    @NonNull
    @Description("The incidents with a day within the round, or that a source ties to it, oldest first.")
    public List<@NonNull List<@NonNull Incident>> incidents(@Source List<Briefing> asked) {
        return of(asked).stream()
                .map(round -> incidents.byIds(briefings.incidents(round)))
                .toList();
    }

    @NonNull
    @Description("The incidents wholly after the round before and wholly before this one, oldest first.")
    public List<@NonNull List<@NonNull Incident>> incidentsSincePrevious(@Source List<Briefing> asked) {
        return of(asked).stream()
                .map(round -> incidents.byIds(briefings.incidentsSincePrevious(round)))
                .toList();
    }

    @NonNull
    @Description(
            "What is new since the rounds before: the positions that were taken in statements of this round, and in none of an earlier round of the same negotiation, by their ids.")
    public List<@NonNull List<@NonNull Position>> newPositions(@Source List<Briefing> asked) {
        return of(asked).stream().map(briefings::newPositions).toList();
    }

    private static List<Round> of(List<Briefing> asked) {
        return asked.stream().map(Briefing::round).toList();
    }
}

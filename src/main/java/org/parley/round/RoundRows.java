package org.parley.round;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.DateBasis;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.record.FaultCode;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;
import org.parley.timeline.EventKind;
import org.parley.timeline.EventRows;

/** Reads the rows of rounds, each with its planned dates, participants, sessions and outcomes, and checks their rules. */
@Singleton
class RoundRows extends RecordRows implements EventRows {
    RoundRows() {
        super(
                "rounds",
                RecordKind.ROUND,
                Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE, RecordKind.NEGOTIATION),
                List.of(
                        "round.id",
                        "planned_date.round_id",
                        "participation.round_id",
                        "session.round_id",
                        "outcome.round_id"),
                Map.of("sessions", RecordKind.SESSION, "outcomes", RecordKind.OUTCOME));
    }

    @Override
    public EventTable events() {
        return new EventTable(
                EventKind.ROUND,
                "round",
                "participation",
                "round_id",
                null,
                new EventLink("round x", "x.id", "x.id"),
                List.of(new EventLink("round x", "x.id", "x.negotiation_id")));
    }

    @Override
    protected void begin(RecordLoad load) {
        load.stored(kind(), Round.class)
                .filter(round -> round.negotiationId != null && round.ordinal != null)
                .forEach(round -> load.other(number(round), round.id));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Round round = new Round();
        round.id = row.id();
        round.negotiationId = row.optionalReference("negotiation", RecordKind.NEGOTIATION);
        round.ordinal = row.optionalCount("ordinal");
        round.title = row.text("title");
        round.status = row.constant("status", RoundStatus.class);
        round.lasted(row.optionalDate("start"), row.optionalDate("end"), row.optionalEdtf("edtf"));
        round.dateNote = row.optionalText("dateNote");
        round.dateBasis = row.dateBasis(round.start != null || round.edtf != null, round.dateNote);
        round.venueId = row.optionalReference("venue", RecordKind.PLACE);
        round.format = row.optionalText("format");
        round.agenda = row.texts("agenda");
        round.note = row.optionalText("note");
        checkDates(round, row);
        number(round, row, load);
        load.add(round);
        load.record(round.id, kind(), round);
        Identifiers.read(round.id, load, row);
        load.cite(round.id, row);
        load.passage(round.id, 10, round.title);
        round.agenda.forEach(item -> load.passage(round.id, 3, item));
        load.passage(round.id, 3, round.format);
        load.passage(round.id, 2, round.note);
        row.each("planned", (each, ordinal) -> readPlanned(round, each, ordinal, load));
        Set<String> listed = new HashSet<>();
        row.each("participants", (each, ordinal) -> {
            Participation participation = readParticipant(round, each, ordinal, load);
            if (participation.actorId != null && !listed.add(participation.actorId)) {
                each.fault("actor", FaultCode.DUPLICATE, "must be listed once as a participant of the round");
            }
        });
        row.each("sessions", (each, ordinal) -> readSession(round, each, ordinal, load));
        row.each("outcomes", (each, ordinal) -> readOutcome(round, each, ordinal, load));
    }

    private static void checkDates(Round round, Row row) {
        if (round.end != null && row.lacks("start")) {
            row.fault("end", "needs a start");
        }
        if (round.start != null && round.end != null && round.end.isBefore(round.start)) {
            row.fault("end", "must not be before start, " + round.start);
        }
        if (round.start != null && round.edtf != null) {
            row.fault("edtf", "must be left out where a day is known");
        }
        if (round.status == RoundStatus.HELD && row.lacks("start") && row.lacks("edtf")) {
            row.fault("status", "must not be HELD without a start or an edtf");
        }
    }

    private static void number(Round round, Row row, RecordLoad load) {
        if (round.ordinal == null) {
            return;
        }
        if (round.negotiationId == null) {
            if (row.lacks("negotiation")) {
                row.fault("ordinal", "needs a negotiation");
            }
            return;
        }
        load.other(number(round), round.id)
                .ifPresent(other -> row.fault(
                        "ordinal",
                        FaultCode.DUPLICATE,
                        "must be unique within the negotiation; " + other + " has it too"));
    }

    /** The key that only one round may have: the negotiation and the number. */
    private static String number(Round round) {
        return round.negotiationId + " round " + round.ordinal;
    }

    private static void readPlanned(Round round, Row row, int ordinal, RecordLoad load) {
        PlannedDate planned = new PlannedDate();
        planned.id = round.id + "/planned/" + ordinal;
        planned.ordinal = ordinal;
        planned.roundId = round.id;
        planned.date = row.date("date");
        planned.statedById = row.optionalReference("statedBy", RecordKind.ACTOR);
        planned.dateBasis = row.constant("dateBasis", DateBasis.class);
        planned.note = row.optionalText("note");
        if (planned.dateBasis == DateBasis.UNKNOWN) {
            row.fault("dateBasis", "must not be UNKNOWN where a date is given");
        }
        if (planned.dateBasis == DateBasis.INFERRED && row.lacks("note")) {
            row.fault("dateBasis", "needs a note that says how the date was inferred");
        }
        load.add(planned);
        load.cite(planned.id, row);
    }

    private static Participation readParticipant(Round round, Row row, int ordinal, RecordLoad load) {
        Participation participation = new Participation(round, ordinal);
        participation.actorId = row.reference("actor", RecordKind.ACTOR);
        participation.sideId = row.optionalReference("side", RecordKind.ACTOR);
        participation.role = row.constant("role", ParticipationRole.class);
        participation.presence = row.constant("presence", Presence.class);
        participation.note = row.optionalText("note");
        load.add(participation);
        load.cite(participation.id, row);
        return participation;
    }

    private static void readSession(Round round, Row row, int ordinal, RecordLoad load) {
        Session session = new Session();
        session.id = row.id();
        session.ordinal = ordinal;
        session.roundId = round.id;
        session.title = row.text("title");
        session.began(row.optionalDate("start"));
        session.dateNote = row.optionalText("dateNote");
        session.dateBasis = row.dateBasis(session.start != null, session.dateNote);
        session.duration = row.optionalDuration("duration");
        session.durationApproximate = row.optionalFlag("durationApproximate");
        session.format = row.optionalText("format");
        session.result = row.optionalText("result");
        if (session.start != null && round.days() != null && !round.days().hold(session.start)) {
            row.fault(
                    "start",
                    FaultCode.OUT_OF_RANGE,
                    "must be a day of the round, " + round.days().shown());
        }
        if (row.lacks("duration") && session.durationApproximate != null) {
            row.fault("durationApproximate", "needs a duration");
        }
        load.add(session);
        load.record(session.id, RecordKind.SESSION, session);
        load.cite(session.id, row);
        load.passage(session.id, 10, session.title);
        load.passage(session.id, 5, session.result);
        load.passage(session.id, 3, session.format);
    }

    private static void readOutcome(Round round, Row row, int ordinal, RecordLoad load) {
        Outcome outcome = new Outcome();
        outcome.id = row.id();
        outcome.ordinal = ordinal;
        outcome.roundId = round.id;
        outcome.kind = row.constant("kind", OutcomeKind.class);
        outcome.summary = row.text("summary");
        outcome.quantityPerSide = row.optionalCount("quantityPerSide");
        outcome.status = row.constant("status", OutcomeStatus.class);
        outcome.note = row.optionalText("note");
        load.add(outcome);
        load.record(outcome.id, RecordKind.OUTCOME, null);
        Identifiers.read(outcome.id, load, row);
        load.cite(outcome.id, row);
        load.passage(outcome.id, 5, outcome.summary);
        load.passage(outcome.id, 2, outcome.note);
    }
}

package org.parley.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.graph.Days;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;
import org.parley.timeline.EventKind;
import org.parley.timeline.EventRows;

/** Reads the rows of incidents and checks their rules. */
@Singleton
class IncidentRows extends RecordRows implements EventRows {

    IncidentRows() {
        super(
                "incidents",
                RecordKind.INCIDENT,
                Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE, RecordKind.ROUND),
                List.of(
                        "incident.id",
                        "attribution.incident_id",
                        "incident_actor.incident_id",
                        "incident_tie.incident_id",
                        "weapon_count.incident_id",
                        "incident_code.incident_id"));
    }

    /** The rounds within which incidents happened, or to which a source ties them. */
    private static final String DURING =
            "(select incident_id, round_id from incident_round where relation = 'DURING') x";

    @Override
    public EventTable events() {
        return new EventTable(
                EventKind.INCIDENT,
                "incident",
                "incident_actor",
                "incident_id",
                null,
                new EventLink(DURING, "x.incident_id", "x.round_id"),
                List.of(new EventLink(
                        DURING + " join round r on r.id = x.round_id", "x.incident_id", "r.negotiation_id")));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Incident incident = new Incident();
        incident.id = row.id();
        incident.title = row.text("title");
        incident.summary = row.text("summary");
        incident.kind = row.constant("kind", IncidentKind.class);
        readDates(incident, row);
        incident.placeId = row.optionalReference("place", RecordKind.PLACE);
        List<String> rounds = row.optionalReferences("rounds", RecordKind.ROUND);
        incident.target = row.optionalText("target");
        incident.effects = row.texts("effects");
        incident.note = row.optionalText("note");
        Estimate killed = readEstimate("killed", row);
        if (killed != null) {
            incident.killed(killed);
        }
        Estimate injured = readEstimate("injured", row);
        if (injured != null) {
            incident.injured(injured);
        }
        load.add(incident);
        load.record(incident.id, kind(), incident);
        Identifiers.read(incident.id, load, row);
        load.cite(incident.id, row);
        load.passage(incident.id, 10, incident.title);
        load.passage(incident.id, 5, incident.summary);
        load.passage(incident.id, 3, incident.target);
        incident.effects.forEach(effect -> load.passage(incident.id, 3, effect));
        load.passage(incident.id, 2, incident.killedWording);
        load.passage(incident.id, 2, incident.injuredWording);
        load.link(Incidents.TIES, incident, rounds);
        readAttributions(incident, row, load);
        row.each("weapons", (each, ordinal) -> readWeapon(incident, each, ordinal, load));
        row.each("codes", (each, ordinal) -> readCode(incident, each, ordinal, load));
        load.passage(incident.id, 2, incident.note);
    }

    private static void readDates(Incident incident, Row row) {
        LocalDate start = row.optionalDate("start");
        LocalDate end = row.optionalDate("end");
        Days days = Days.from(start, end);
        if (end != null && row.lacks("start")) {
            row.fault("end", "needs a start");
        }
        if (days != null && days.isEmpty()) {
            row.fault("end", "must not be before start, " + start);
        }
        Instant at = row.optionalInstant("at", "a day of the incident", days == null || days.isEmpty() ? null : days);
        if (at != null && row.lacks("start")) {
            row.fault("at", "needs a start");
        }
        incident.edtf = row.optionalEdtf("edtf");
        incident.notBefore = row.optionalDate("notBefore");
        incident.notAfter = row.optionalDate("notAfter");
        incident.dateNote = row.optionalText("dateNote");
        Days otherwise = row.days(incident.edtf, incident.notBefore, incident.notAfter, incident.dateNote, "start");
        incident.lasted(start, end, at, otherwise);
        incident.dateBasis = row.dateBasis(start != null || incident.edtf != null, incident.dateNote);
    }

    private static Estimate readEstimate(String key, Row row) {
        Row inside = row.optionalObject(key);
        if (inside == null) {
            return null;
        }
        Estimate estimate = new Estimate(
                inside.optionalCount("low"),
                inside.optionalCount("best"),
                inside.optionalCount("high"),
                inside.text("wording"));
        mustNotExceed(inside, "low", estimate.low(), "best", estimate.best());
        mustNotExceed(inside, "best", estimate.best(), "high", estimate.high());
        mustNotExceed(inside, "low", estimate.low(), "high", estimate.high());
        return estimate;
    }

    private static void mustNotExceed(Row row, String lower, Integer low, String upper, Integer high) {
        if (low != null && high != null && low > high) {
            row.fault(lower, "must not be greater than " + upper + ", " + high);
        }
    }

    private static void readAttributions(Incident incident, Row row, RecordLoad load) {
        Set<String> named = new LinkedHashSet<>();
        row.eachOfSome("attributions", (each, ordinal) -> {
            Attribution attribution = new Attribution();
            attribution.id = incident.id + "/attribution/" + ordinal;
            attribution.ordinal = ordinal;
            attribution.incidentId = incident.id;
            attribution.blamedId = each.optionalReference("blamed", RecordKind.ACTOR);
            attribution.byId = each.optionalReference("by", RecordKind.ACTOR);
            attribution.disputed = Boolean.TRUE.equals(each.optionalFlag("disputed"));
            if (attribution.disputed && each.lacks("blamed")) {
                each.fault("disputed", "must not be true where nobody is blamed");
            }
            load.add(attribution);
            load.cite(attribution.id, each);
            named.add(attribution.blamedId);
            named.add(attribution.byId);
        });
        named.remove(null);
        load.link(Incidents.ACTORS, incident, named);
    }

    private static void readWeapon(Incident incident, Row row, int ordinal, RecordLoad load) {
        WeaponCount weapon = new WeaponCount();
        weapon.incidentId = incident.id;
        weapon.ordinal = ordinal;
        weapon.kind = row.text("kind");
        weapon.count = row.optionalCount("count");
        load.add(weapon);
        load.passage(incident.id, 3, weapon.kind);
    }

    private static void readCode(Incident incident, Row row, int ordinal, RecordLoad load) {
        Code code = new Code();
        code.incidentId = incident.id;
        code.ordinal = ordinal;
        code.scheme = row.constant("scheme", CodeScheme.class);
        code.code = row.text("code");
        code.label = row.text("label");
        load.add(code);
    }
}

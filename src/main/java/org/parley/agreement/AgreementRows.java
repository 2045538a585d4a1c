package org.parley.agreement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.graph.Days;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.issue.Issue;
import org.parley.issue.NamesIssues;
import org.parley.record.FaultCode;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;
import org.parley.timeline.EventKind;
import org.parley.timeline.EventRows;

/** Reads the agreements of a seed and checks their rules. */
@Singleton
class AgreementRows extends RecordRows implements EventRows, NamesIssues {
    /** The greatest weight of a provision. */
    private static final int HEAVIEST = 3;

    AgreementRows() {
        super(
                "agreements",
                Agreements.KIND,
                Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.ISSUE, RecordKind.NEGOTIATION, RecordKind.ROUND),
                List.of(
                        "agreement.id",
                        "agreement_actor.agreement_id",
                        "agreement_party.agreement_id",
                        "agreement_provision.agreement_id",
                        "agreement_follows.agreement_id"));
    }

    @Override
    public EventTable events() {
        return new EventTable(
                EventKind.named(AgreementKind.NAME),
                "agreement",
                "agreement_actor",
                "agreement_id",
                new EventLink("agreement_provision x", "x.agreement_id", "x.issue_id"),
                new EventLink("agreement x", "x.id", "x.round_id"),
                List.of(
                        new EventLink("agreement x", "x.id", "x.negotiation_id"),
                        new EventLink("agreement x join round r on r.id = x.round_id", "x.id", "r.negotiation_id")));
    }

    @Override
    public Links issueLinks() {
        return new Links("agreement_provision", "agreement_id", "l.ordinal");
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Agreement agreement = new Agreement();
        agreement.id = row.id();
        agreement.title = row.text("title");
        agreement.summary = row.optionalText("summary");
        readDate(agreement, row);
        agreement.negotiationId = row.optionalReference("negotiation", RecordKind.NEGOTIATION);
        agreement.roundId = row.optionalReference("round", RecordKind.ROUND);
        agreement.status = row.constant("status", AgreementStatus.class);
        agreement.level = row.optionalConstant("level", AgreementLevel.class);
        agreement.stage = row.optionalConstant("stage", AgreementStage.class);
        agreement.substage = row.optionalText("substage");
        if (agreement.substage != null && row.lacks("stage")) {
            row.fault("substage", "needs a stage");
        }
        agreement.interim = row.optionalFlag("interim");
        agreement.pages = row.optionalCount("pages");
        agreement.documentId = row.optionalReference("document", RecordKind.SOURCE);
        agreement.note = row.optionalText("note");
        load.add(agreement);
        load.record(agreement.id, kind(), agreement);
        Identifiers.read(agreement.id, load, row);
        load.cite(agreement.id, row);
        load.passage(agreement.id, 10, agreement.title);
        load.passage(agreement.id, 5, agreement.summary);
        readParties(agreement, row, load);
        row.each("provisions", (each, ordinal) -> readProvision(agreement, each, ordinal, load));
        List<String> follows = row.optionalReferences("follows", kind());
        if (follows.contains(agreement.id)) {
            row.fault("follows", "must not name the agreement itself");
        }
        load.link(Agreements.FOLLOWS, agreement, follows);
        load.passage(agreement.id, 2, agreement.note);
    }

    private static void readDate(Agreement agreement, Row row) {
        LocalDate signedOn = row.optionalDate("signedOn");
        agreement.edtf = row.optionalEdtf("edtf");
        agreement.notBefore = row.optionalDate("notBefore");
        agreement.notAfter = row.optionalDate("notAfter");
        agreement.dateNote = row.optionalText("dateNote");
        Days otherwise =
                row.days(agreement.edtf, agreement.notBefore, agreement.notAfter, agreement.dateNote, "signedOn");
        agreement.signed(signedOn, otherwise);
        agreement.dateBasis = row.dateBasis(signedOn != null || agreement.edtf != null, agreement.dateNote);
    }

    private static void readParties(Agreement agreement, Row row, RecordLoad load) {
        Set<String> named = new LinkedHashSet<>();
        Set<List<Object>> roles = new HashSet<>();
        row.each("parties", (each, ordinal) -> {
            AgreementParty party = new AgreementParty();
            party.agreementId = agreement.id;
            party.ordinal = ordinal;
            party.actorId = each.optionalReference("actor", RecordKind.ACTOR);
            party.role = each.constant("role", AgreementRole.class);
            party.signed = each.optionalFlag("signed");
            party.asWritten = each.optionalText("asWritten");
            if (each.lacks("actor") && each.lacks("asWritten")) {
                each.fault("actor", FaultCode.REQUIRED, "must be given where asWritten is not");
            }
            if (party.actorId != null) {
                named.add(party.actorId);
                if (party.role != null && !roles.add(List.of(party.actorId, party.role))) {
                    each.fault("actor", FaultCode.DUPLICATE, "must be listed once in this role");
                }
            }
            load.add(party);
            load.passage(agreement.id, 3, party.asWritten);
        });
        load.link(Agreements.ACTORS, agreement, named);
    }

    private static void readProvision(Agreement agreement, Row row, int ordinal, RecordLoad load) {
        AgreementProvision provision = new AgreementProvision();
        provision.agreementId = agreement.id;
        provision.ordinal = ordinal;
        provision.issueId = row.reference("issue", RecordKind.ISSUE);
        provision.weight = readWeight(row);
        provision.quote = row.optionalText("quote");
        row.mustBeWithoutStrayMarks("quote", provision.quote);
        provision.locator = row.optionalText("locator");
        if (provision.locator != null) {
            load.locator(row, agreement.documentId);
        }
        load.quote(
                row,
                "quote",
                agreement.documentId,
                provision.locator == null ? "" : provision.locator,
                provision.quote,
                () -> provision.verified = true);
        load.add(provision);
        load.passage(agreement.id, 3, provision.quote);
        // One passage for each provision, as NamesIssues requires.
        if (provision.issueId != null) {
            load.find(Issue.class, provision.issueId)
                    .ifPresent(issue -> load.passage(agreement.id, Issue.NAME_ELSEWHERE, issue.name));
        }
    }

    private static Integer readWeight(Row row) {
        Integer weight = row.optionalCount("weight");
        if (row.lacks("weight")) {
            row.fault("weight", FaultCode.REQUIRED, "is missing");
        } else if (weight != null && (weight == 0 || weight > HEAVIEST)) {
            row.fault("weight", FaultCode.OUT_OF_RANGE, "must be a whole number from 1 to " + HEAVIEST);
        }
        return weight;
    }
}

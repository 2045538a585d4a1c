package org.parley.statement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.actor.Actor;
import org.parley.graph.Days;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.issue.Issue;
import org.parley.issue.NamesIssues;
import org.parley.issue.Stance;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;
import org.parley.timeline.EventKind;
import org.parley.timeline.EventRows;

/** Reads the rows of statements and checks their rules. */
@Singleton
class StatementRows extends RecordRows implements EventRows, NamesIssues {

    StatementRows() {
        super(
                "statements",
                RecordKind.STATEMENT,
                Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE, RecordKind.ISSUE, RecordKind.ROUND),
                List.of(
                        "statement.id",
                        "statement_speaker.statement_id",
                        "statement_issue.statement_id",
                        "rendering.statement_id"));
    }

    @Override
    public EventTable events() {
        return new EventTable(
                EventKind.STATEMENT,
                "statement",
                "statement_speaker",
                "statement_id",
                new EventLink("statement_issue x", "x.statement_id", "x.issue_id"),
                new EventLink("statement x", "x.id", "x.round_id"),
                List.of(new EventLink("statement x join round r on r.id = x.round_id", "x.id", "r.negotiation_id")));
    }

    @Override
    public Links issueLinks() {
        return new Links("statement_issue", "statement_id", "l.ordinal");
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Statement statement = new Statement();
        statement.id = row.id();
        List<String> speakers = row.references("speakers", RecordKind.ACTOR);
        statement.kind = row.constant("kind", StatementKind.class);
        statement.quote = row.optionalText("quote");
        statement.summary = row.text("summary");
        statement.title = names(speakers, load) + ": " + statement.summary;
        readDate(statement, row);
        statement.channel = row.optionalText("channel");
        statement.placeId = row.optionalReference("place", RecordKind.PLACE);
        statement.roundId = row.optionalReference("round", RecordKind.ROUND);
        List<String> issues = row.optionalReferences("issues", RecordKind.ISSUE);
        statement.stance = row.constant("stance", Stance.class);
        statement.targetId = row.optionalReference("target", RecordKind.ACTOR);
        statement.note = row.optionalText("note");
        if (statement.kind != null && (statement.kind == StatementKind.PARAPHRASE) != row.lacks("quote")) {
            row.fault("quote", "must be given for VERBATIM and PARTIAL and left out for PARAPHRASE");
        }

        load.add(statement);
        load.record(statement.id, kind(), statement);
        Identifiers.read(statement.id, load, row);
        load.link(Statements.SPEAKERS, statement, speakers);
        load.link(Statements.ISSUES, statement, issues);
        row.mustBeWithoutStrayMarks("quote", statement.quote);
        load.passage(statement.id, 6, statement.quote);
        load.passage(statement.id, 5, statement.summary);
        List<Worded> renderings = new ArrayList<>();
        row.eachOfSome("renderings", (each, place) -> renderings.add(readRendering(each, place, statement, load)));
        mustBeQuoted(row, statement, renderings);
        load.citeFurther(statement.id, row);
        load.passage(statement.id, 2, statement.channel);
        issues.forEach(issue -> load.find(Issue.class, issue)
                .ifPresent(found -> load.passage(statement.id, Issue.NAME_ELSEWHERE, found.name)));
    }

    /** What later checks need of a rendering. A null has already been reported as a fault. */
    private record Worded(Boolean verbatim, String wording) {}

    private static Worded readRendering(Row row, int ordinal, Statement statement, RecordLoad load) {
        Rendering rendering = new Rendering();
        rendering.statementId = statement.id;
        rendering.ordinal = ordinal;
        rendering.sourceId = row.reference("source", RecordKind.SOURCE);
        rendering.locator = load.locator(row, rendering.sourceId);
        Boolean verbatim = row.requiredFlag("verbatim");
        rendering.verbatim = Boolean.TRUE.equals(verbatim);
        rendering.wording = row.text("wording");
        if (rendering.verbatim) {
            row.mustBeWithoutStrayMarks("wording", rendering.wording);
            load.quote(
                    row,
                    "wording",
                    rendering.sourceId,
                    rendering.locator,
                    rendering.wording,
                    () -> rendering.verified = true);
            if (statement.kind == StatementKind.PARAPHRASE) {
                row.fault("verbatim", "must be false where the statement's kind is PARAPHRASE");
            }
        }
        load.add(rendering);
        load.cite(statement.id, rendering.sourceId, rendering.locator, null);
        load.passage(statement.id, 3, rendering.wording);
        return new Worded(verbatim, rendering.wording);
    }

    /** Checks that the quote is the wording of a verbatim rendering, so that every quote has a place in a source. */
    private static void mustBeQuoted(Row row, Statement statement, List<Worded> renderings) {
        if (statement.kind == null
                || statement.kind == StatementKind.PARAPHRASE
                || renderings.isEmpty()
                || renderings.stream().anyMatch(each -> each.verbatim == null || each.wording == null)) {
            return;
        }
        List<String> verbatim = renderings.stream()
                .filter(Worded::verbatim)
                .map(Worded::wording)
                .toList();
        if (verbatim.isEmpty()) {
            row.fault("kind", "needs a rendering with \"verbatim\": true");
        } else if (statement.quote != null && !verbatim.contains(statement.quote)) {
            row.fault("quote", "must be the wording of a rendering with \"verbatim\": true");
        }
    }

    private static void readDate(Statement statement, Row row) {
        LocalDate date = row.optionalDate("date");
        Instant at = row.optionalInstant("at", "the date", Days.from(date, null));
        statement.edtf = row.optionalEdtf("edtf");
        statement.notBefore = row.optionalDate("notBefore");
        statement.notAfter = row.optionalDate("notAfter");
        statement.dateNote = row.optionalText("dateNote");
        Days otherwise =
                row.days(statement.edtf, statement.notBefore, statement.notAfter, statement.dateNote, "date", "at");
        boolean isOfUtc = date == null && at != null && row.lacks("date");
        statement.said(isOfUtc ? LocalDate.ofInstant(at, ZoneOffset.UTC) : date, at, otherwise);
        statement.dateBasis = row.dateBasis(statement.date != null || statement.edtf != null, statement.dateNote);
    }

    private static String names(List<String> actors, RecordLoad load) {
        return actors.stream()
                .flatMap(id -> load.find(Actor.class, id).stream())
                .map(actor -> actor.name)
                .collect(Collectors.joining(", "));
    }
}

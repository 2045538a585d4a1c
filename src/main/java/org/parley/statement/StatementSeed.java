package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.actor.Actor;
import org.parley.graph.Days;
import org.parley.graph.RecordKind;
import org.parley.graph.Stance;
import org.parley.seed.SeedLoad;
import org.parley.seed.SeedRow;
import org.parley.seed.SeedTable;

/** The statements' rows of the seed. */
@ApplicationScoped
class StatementSeed implements SeedTable {

    @Override
    public String file() {
        return "statements";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STATEMENT;
    }

    @Override
    public Set<RecordKind> after() {
        return Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE, RecordKind.ISSUE, RecordKind.ROUND);
    }

    @Override
    public List<String> tables() {
        return List.of("statement", "statement_speaker", "statement_issue", "rendering");
    }

    @Override
    public void read(SeedRow row, SeedLoad load) {
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
        int ordinal = 0;
        for (String speaker : speakers) {
            load.add(new StatementSpeaker(statement, ++ordinal, speaker));
        }
        ordinal = 0;
        for (String issue : issues) {
            load.add(new StatementIssue(statement, ++ordinal, issue));
        }
        load.passage(statement.id, 6, statement.quote);
        load.passage(statement.id, 5, statement.summary);
        row.eachOfSome("renderings", (each, place) -> readRendering(each, place, statement, load));
        load.citeFurther(statement.id, row);
        load.passage(statement.id, 2, statement.channel);
    }

    private static void readRendering(SeedRow row, int ordinal, Statement statement, SeedLoad load) {
        Rendering rendering = new Rendering();
        rendering.statementId = statement.id;
        rendering.ordinal = ordinal;
        rendering.sourceId = row.reference("source", RecordKind.SOURCE);
        rendering.locator = row.text("locator");
        rendering.verbatim = row.flag("verbatim");
        rendering.wording = row.text("wording");
        load.add(rendering);
        load.cite(statement.id, rendering.sourceId, rendering.locator, null);
        load.passage(statement.id, 3, rendering.wording);
    }

    private static void readDate(Statement statement, SeedRow row) {
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

    private static String names(List<String> actors, SeedLoad load) {
        return actors.stream()
                .flatMap(id -> load.find(Actor.class, id).stream())
                .map(actor -> actor.name)
                .collect(Collectors.joining(", "));
    }
}

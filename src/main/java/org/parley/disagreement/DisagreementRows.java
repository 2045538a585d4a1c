package org.parley.disagreement;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.lists.Collation;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of disagreements and checks their rules. */
@Singleton
class DisagreementRows extends RecordRows {

    DisagreementRows() {
        super(
                "disagreements",
                RecordKind.DISAGREEMENT,
                Set.of(RecordKind.SOURCE),
                List.of("disagreement.id", "version.disagreement_id", "disagreement_about.disagreement_id"));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Disagreement disagreement = new Disagreement();
        disagreement.id = row.id();
        disagreement.question = row.text("question");
        disagreement.nameKey = Collation.key(disagreement.question);
        disagreement.kind = row.constant("kind", DisagreementKind.class);
        disagreement.note = row.optionalText("note");
        load.add(disagreement);
        load.record(disagreement.id, kind(), null);
        load.passage(disagreement.id, 10, disagreement.question);
        row.eachOfSome("versions", (each, ordinal) -> readVersion(disagreement, each, ordinal, load));
        load.link(Disagreements.ABOUT, disagreement, row.anyReferences("about"));
        load.passage(disagreement.id, 2, disagreement.note);
    }

    private static void readVersion(Disagreement disagreement, Row row, int ordinal, RecordLoad load) {
        Version version = new Version();
        version.id = disagreement.id + "/version/" + ordinal;
        version.ordinal = ordinal;
        version.disagreementId = disagreement.id;
        version.sourceIds = row.references("sources", RecordKind.SOURCE);
        version.reading = row.text("reading");
        load.add(version);
        load.passage(disagreement.id, 3, version.reading);
        Set<String> cited = new HashSet<>();
        row.eachOfSome("citations", (citation, place) -> {
            String source = citation.reference("source", RecordKind.SOURCE);
            String locator = load.locator(citation, source);
            String note = citation.optionalText("note");
            cited.add(source);
            load.cite(version.id, source, locator, note);
            load.cite(disagreement.id, source, locator, note);
        });
        version.sourceIds.stream()
                .filter(source -> !cited.isEmpty() && !cited.contains(null) && !cited.contains(source))
                .forEach(source -> row.fault("sources", "must each be cited in citations, and " + source + " is not"));
    }
}

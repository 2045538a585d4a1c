package org.parley.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.record.SeedLoad;
import org.parley.record.SeedRow;
import org.parley.record.SeedTable;

/** The figures' rows of the seed. */
@ApplicationScoped
class FigureSeed implements SeedTable {

    @Override
    public String file() {
        return "figures";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FIGURE;
    }

    @Override
    public Set<RecordKind> after() {
        return Set.of(RecordKind.SOURCE, RecordKind.ACTOR);
    }

    @Override
    public List<String> tables() {
        return List.of("figure");
    }

    @Override
    public void read(SeedRow row, SeedLoad load) {
        Figure figure = new Figure();
        figure.id = row.id();
        figure.measure = row.text("measure");
        figure.label = row.text("label");
        figure.value = row.optionalNumber("value");
        figure.low = row.optionalNumber("low");
        figure.high = row.optionalNumber("high");
        figure.unit = row.text("unit");
        figure.qualifier = row.optionalConstant("qualifier", FigureQualifier.class);
        figure.wording = row.text("wording");
        figure.scope = row.optionalText("scope");
        figure.claimedById = row.optionalReference("claimedBy", RecordKind.ACTOR);
        figure.claimed(row.optionalDate("claimedOn"));
        figure.dateNote = row.optionalText("dateNote");
        figure.dateBasis = row.dateBasis(figure.claimedOn != null, figure.dateNote);
        figure.aboutId = row.optionalAnyReference("about");
        figure.note = row.optionalText("note");
        mustNotBeLess(row, "value", figure.value, "low", figure.low);
        mustNotBeLess(row, "high", figure.high, "value", figure.value);
        mustNotBeLess(row, "high", figure.high, "low", figure.low);
        if (figure.qualifier != null && row.lacks("value")) {
            row.fault("qualifier", "must be left out where there is no value");
        }
        load.add(figure);
        load.record(figure.id, kind(), figure);
        load.cite(figure.id, row);
        load.passage(figure.id, 10, figure.label);
        load.passage(figure.id, 3, figure.wording);
        load.passage(figure.id, 2, figure.scope);
        load.passage(figure.id, 2, figure.note);
    }

    private static void mustNotBeLess(SeedRow row, String key, Double number, String boundKey, Double bound) {
        if (number != null && bound != null && number < bound) {
            row.fault(key, "must not be less than " + boundKey + ", " + bound);
        }
    }
}

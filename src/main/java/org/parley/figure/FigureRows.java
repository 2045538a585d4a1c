package org.parley.figure;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of figures and checks their rules. */
@Singleton
class FigureRows extends RecordRows {

    FigureRows() {
        super("figures", RecordKind.FIGURE, Set.of(RecordKind.SOURCE, RecordKind.ACTOR), List.of("figure.id"));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
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

    private static void mustNotBeLess(Row row, String key, Double number, String boundKey, Double bound) {
        if (number != null && bound != null && number < bound) {
            row.fault(key, "must not be less than " + boundKey + ", " + bound);
        }
    }
}

package org.parley.place;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of places and checks their rules. */
@Singleton
class PlaceRows extends RecordRows {

    PlaceRows() {
        super("places", RecordKind.PLACE, Set.of(RecordKind.SOURCE), List.of("place.id", "place_name.place_id"));
    }

    @Override
    protected boolean canSpell() {
        return true;
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Place place = new Place();
        place.id = row.id();
        place.name = row.text("name");
        place.kind = row.constant("kind", PlaceKind.class);
        place.countryCode = row.optionalCountryCode("countryCode");
        place.withinId = row.optionalReference("within", RecordKind.PLACE);
        place.latitude = row.optionalNumber("latitude", -90, 90);
        place.longitude = row.optionalNumber("longitude", -180, 180);
        place.precision = row.optionalConstant("precision", PlacePrecision.class);
        place.coordinatesNote = row.optionalText("coordinatesNote");
        check(place, row);
        load.add(place);
        load.record(place.id, kind(), null);
        Identifiers.read(place.id, load, row);
        load.passage(place.id, 10, place.name);
        row.each("names", (name, ordinal) -> {
            PlaceName form = new PlaceName();
            form.placeId = place.id;
            form.ordinal = ordinal;
            form.text = name.text("text");
            form.language = name.optionalLanguage("language");
            form.spelling = Boolean.TRUE.equals(name.optionalFlag("spelling"));
            form.sourceIds = name.optionalReferences("sources", RecordKind.SOURCE);
            load.add(form);
            load.passage(place.id, 8, form.text);
            if (form.spelling) {
                load.spelling(place.id, name, "text", place.name, form.text);
            }
        });
    }

    private static void check(Place place, Row row) {
        if (place.id.equals(place.withinId)) {
            row.fault("within", "must be another place");
        }
        boolean nowhere = row.lacks("latitude") && row.lacks("longitude");
        if (row.lacks("latitude") && !row.lacks("longitude")) {
            row.fault("longitude", "needs a latitude");
        }
        if (row.lacks("longitude") && !row.lacks("latitude")) {
            row.fault("latitude", "needs a longitude");
        }
        if (!nowhere && row.lacks("precision")) {
            row.fault("latitude", "needs a precision");
        }
        if (nowhere && !row.lacks("precision")) {
            row.fault("precision", "needs latitude and longitude");
        }
        if (nowhere && !row.lacks("coordinatesNote")) {
            row.fault("coordinatesNote", "needs latitude and longitude");
        }
    }
}

package org.parley.place;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.Catalogue;
import org.parley.graph.RecordKind;

/** Every query about places. */
@ApplicationScoped
public class Places implements Catalogue<Place> {

    @Override
    public RecordKind kind() {
        return RecordKind.PLACE;
    }

    @Override
    public Class<Place> type() {
        return Place.class;
    }
}

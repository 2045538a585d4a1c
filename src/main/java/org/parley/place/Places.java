package org.parley.place;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.RecordRepository;

/** Every query about places. */
@ApplicationScoped
public class Places implements RecordRepository<Place> {

    @Override
    public RecordKind kind() {
        return RecordKind.PLACE;
    }

    @Override
    public Class<Place> type() {
        return Place.class;
    }
}

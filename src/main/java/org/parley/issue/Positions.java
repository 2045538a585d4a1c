package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.RecordRepository;

/** Every query about positions. */
@ApplicationScoped
public class Positions implements RecordRepository<Position> {

    @Override
    public RecordKind kind() {
        return RecordKind.POSITION;
    }

    @Override
    public Class<Position> type() {
        return Position.class;
    }
}

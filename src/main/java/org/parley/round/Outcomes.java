package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.RecordRepository;

/** All outcomes by their ids; those of a round are read with it. */
@ApplicationScoped
public class Outcomes implements RecordRepository<Outcome> {

    @Override
    public RecordKind kind() {
        return RecordKind.OUTCOME;
    }

    @Override
    public Class<Outcome> type() {
        return Outcome.class;
    }
}

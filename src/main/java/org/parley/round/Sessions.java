package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.RecordRepository;

/** All sessions by their ids; those of a round are read with it. */
@ApplicationScoped
public class Sessions implements RecordRepository<Session> {

    @Override
    public RecordKind kind() {
        return RecordKind.SESSION;
    }

    @Override
    public Class<Session> type() {
        return Session.class;
    }
}

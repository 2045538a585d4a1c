package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.lists.RecordRepository;
import org.parley.lists.Rows;

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

    /** What these actors want, each one's by id. */
    List<Position> heldBy(List<String> actors) {
        return Rows.of(getEntityManager(), Position.class, "actorId", actors, "actorId", "id");
    }

    /** What is wanted on these issues, each one's by id. */
    List<Position> on(List<String> issues) {
        return Rows.of(getEntityManager(), Position.class, "issueId", issues, "issueId", "id");
    }
}

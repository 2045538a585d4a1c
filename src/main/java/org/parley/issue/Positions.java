package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.graph.Catalogue;
import org.parley.graph.RecordKind;

/** Every query about positions. */
@ApplicationScoped
public class Positions implements Catalogue<Position> {

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
        return list("actorId in ?1 order by actorId, id", actors);
    }

    /** What is wanted on these issues, each one's by id. */
    List<Position> on(List<String> issues) {
        return list("issueId in ?1 order by issueId, id", issues);
    }
}

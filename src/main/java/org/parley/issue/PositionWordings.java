package org.parley.issue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about how sources word positions. */
@ApplicationScoped
class PositionWordings implements PanacheRepositoryBase<PositionWording, PositionWording.Key> {

    /** The wordings of these positions, each one's in its own order. */
    List<PositionWording> of(List<String> positions) {
        return Rows.of(getEntityManager(), PositionWording.class, "positionId", positions, "positionId", "ordinal");
    }
}

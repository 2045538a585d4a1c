package org.parley.place;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about the forms of places' names. */
@ApplicationScoped
class PlaceNames implements PanacheRepositoryBase<PlaceName, PlaceName.Key> {

    /** The names of these places, each one's in its own order. */
    List<PlaceName> of(List<String> places) {
        return Rows.of(getEntityManager(), PlaceName.class, "placeId", places, "placeId", "ordinal");
    }
}

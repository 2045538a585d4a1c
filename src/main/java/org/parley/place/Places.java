package org.parley.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;
import org.parley.store.Sql;

/** Every query about places. */
@ApplicationScoped
public class Places extends Listed<Place, PlaceFilter, PlacePage.Order, PlacePage> {
    Places() {
        super(RecordKind.PLACE, Place.class, Place::sortKey, PlacePage.Order.ID_ASC, PlacePage::new);
    }

    /**
     * These places, and all that lie in them; one SQL statement for each level of places.
     *
     * @param ids null for every place
     * @return null if {@code ids} is null
     */
    public static List<String> inside(List<String> ids) {
        if (ids == null) {
            return null;
        }
        Set<String> found = new LinkedHashSet<>(ids);
        List<String> level = List.copyOf(found);
        while (!level.isEmpty()) {
            List<String> next = new ArrayList<>();
            Sql.read("select p.id from place p where p.within_id = any(?)", List.of(level), rows -> {
                String id = rows.getString(1);
                // A row may have been changed so that a place lies in itself by way of another.
                if (found.add(id)) {
                    next.add(id);
                }
            });
            level = next;
        }
        return List.copyOf(found);
    }
}

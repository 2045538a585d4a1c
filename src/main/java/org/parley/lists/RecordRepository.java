package org.parley.lists;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;

/** All records of one kind; implemented by every feature's repository of a {@link Node}. */
public interface RecordRepository<T extends Node> extends PanacheRepositoryBase<T, String> {

    /** The kind of the records. */
    RecordKind kind();

    /** The entity class. */
    Class<T> type();

    /** The record with this id or slug; null if there is none. */
    default T get(String id) {
        String whole = kind().id(id);
        return mayBeKnown(whole) ? findById(whole) : null;
    }

    /** The records with these ids, in their order, without those that do not exist; one statement at most. */
    default List<T> byIds(List<String> ids) {
        List<String> known = ids.stream().filter(RecordRepository::mayBeKnown).toList();
        return known.isEmpty()
                ? List.of()
                : getEntityManager().unwrap(Session.class).findMultiple(type(), known).stream()
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** PostgreSQL refuses a text with the character 0, which no id holds. */
    private static boolean mayBeKnown(String id) {
        return id.indexOf('\0') < 0;
    }
}

package org.parley.lists;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.store.ReadTransaction;

/**
 * All records of one kind; implemented by every feature's repository of a {@link Node}. An operation reads by {@link #get} and
 * {@link #byIds}, without Hibernate.
 */
public interface RecordRepository<T extends Node> extends PanacheRepositoryBase<T, String> {

    /** The kind of the records. */
    RecordKind kind();

    /** The entity class. */
    Class<T> type();

    /** The record with this id or slug; null if there is none. */
    default T get(String id) {
        List<T> found = byIds(List.of(kind().id(id)));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The records with these ids, in their order, without those that do not exist; one statement at most. */
    default List<T> byIds(List<String> ids) {
        EntityTable<T> table = EntityTable.of(type());
        Map<String, T> found = ReadTransaction.current().answers(table.question(), ids, table::byIds, table::bytes);
        List<T> records = new ArrayList<>(ids.size());
        for (String id : ids) {
            T record = found.get(id);
            if (record != null) {
                records.add(record);
            }
        }
        return records;
    }
}
